package cn.liangxian.collection.receipt;

import cn.liangxian.collection.payment.PaymentProblem;
import cn.liangxian.collection.receipt.Receipt.Line;
import cn.liangxian.collection.receipt.Receipts.Holder;
import cn.liangxian.collection.receipt.Receipts.Issued;
import cn.liangxian.desk.Masked;
import cn.liangxian.handoff.Clause;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 按照职责开具相应缴费凭证和证明: issues each document once; asked for again, it is the same with the same number. */
@ApplicationScoped
@Clause("yicheng-2024/五(四)-e")
class IssuingReceipt {

    /** Without characters that are taken for one another. */
    private static final String CODE = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int CODE_LENGTH = 8;

    private final Receipts receipts;
    private final Policy policy;
    private final BusinessDay day;
    private final Caller caller;
    private final SecureRandom random = new SecureRandom();

    IssuingReceipt(Receipts receipts, Policy policy, BusinessDay day, Caller caller) {
        this.receipts = receipts;
        this.policy = policy;
        this.day = day;
        this.caller = caller;
    }

    /** The document and the name of its holder, which it shows in full to the holder alone. */
    record ForHolder(Receipt receipt, String name) {
        @Override
        public String toString() {
            return "ForHolder[" + receipt.number() + "]";
        }
    }

    @Transactional
    ForHolder voucher(String idNumber, UUID paymentId) {
        return voucher(receipts.holders(idNumber, caller.area()), paymentId);
    }

    /** As {@link #voucher(String, UUID)}, for whoever has been shown the payment and its person's key. */
    @Transactional
    ForHolder voucherOf(String personKey, UUID paymentId) {
        return voucher(receipts.holder(personKey, caller.area()), paymentId);
    }

    private ForHolder voucher(List<Holder> holders, UUID paymentId) {
        Holder holder = holderWho(holders, paymentId);
        Issued issued = receipts.of(paymentId).orElseGet(() -> issue(ReceiptKind.VOUCHER, paymentId, holder));
        return new ForHolder(receipt(issued, holder), holder.name());
    }

    @Transactional
    ForHolder certificate(String idNumber) {
        return certificate(receipts.holders(idNumber, caller.area()));
    }

    /** As {@link #certificate(String)}, by key. */
    @Transactional
    ForHolder certificateOf(String personKey) {
        return certificate(receipts.holder(personKey, caller.area()));
    }

    private ForHolder certificate(List<Holder> holders) {
        if (holders.size() > 1) {
            throw new Problem(PaymentProblem.PAYER_AMBIGUOUS, null);
        }
        Holder holder = holders.stream()
                .filter(h -> !receipts.linesOf(h.personKey(), policy.feeYear()).isEmpty())
                .findFirst()
                .orElseThrow(() -> new Problem(ReceiptProblem.NOTHING_PAID, null));
        Issued issued = receipts.of(holder.personKey(), policy.feeYear())
                .orElseGet(() -> issue(ReceiptKind.CERTIFICATE, null, holder));
        return new ForHolder(receipt(issued, holder), holder.name());
    }

    /** What anybody may see who holds number and code; empty when they do not belong together. */
    Optional<Receipt> verify(String number, String checkCode) {
        return receipts.by(number, checkCode).map(issued -> receipt(issued, receipts.holder(issued.personKey())));
    }

    private Holder holderWho(List<Holder> holders, UUID paymentId) {
        return holders.stream()
                .filter(holder ->
                        !receipts.lineOf(holder.personKey(), paymentId).isEmpty())
                .findFirst()
                .orElseThrow(() -> new Problem(ReceiptProblem.NOTHING_PAID, null));
    }

    /** The number is taken first: whoever waited for it then sees what was issued meanwhile. */
    private Issued issue(ReceiptKind kind, UUID paymentId, Holder holder) {
        int feeYear = policy.feeYear();
        long serial = receipts.nextSerial(feeYear);
        Optional<Issued> meanwhile =
                kind == ReceiptKind.VOUCHER ? receipts.of(paymentId) : receipts.of(holder.personKey(), feeYear);
        if (meanwhile.isPresent()) {
            throw new Problem(ReceiptProblem.BEING_ISSUED, null);
        }
        String number = "%s-%d-%08d".formatted(policy.jurisdiction().code(), feeYear, serial);
        Issued issued = new Issued(number, code(), kind, feeYear, paymentId, holder.personKey(), day.today());
        receipts.enter(issued, serial, caller.name());
        return issued;
    }

    private Receipt receipt(Issued issued, Holder holder) {
        List<Line> lines = receipts.lines(issued);
        return new Receipt(
                issued.number(),
                issued.checkCode(),
                issued.kind(),
                Receipt.stateOf(lines),
                issued.feeYear(),
                issued.issuedOn(),
                Masked.name(holder.name()),
                Masked.idNumber(holder.idNumber()),
                Receipt.totalOf(lines),
                lines);
    }

    private String code() {
        StringBuilder code = new StringBuilder(CODE_LENGTH);
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(CODE.charAt(random.nextInt(CODE.length())));
        }
        return code.toString();
    }
}
