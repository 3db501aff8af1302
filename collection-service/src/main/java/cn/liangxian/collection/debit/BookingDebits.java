package cn.liangxian.collection.debit;

import cn.liangxian.collection.claim.Claim;
import cn.liangxian.collection.claim.Claims;
import cn.liangxian.collection.debit.AnswerFile.Row;
import cn.liangxian.collection.debit.DebitLineState.Step;
import cn.liangxian.collection.payment.JudgingTender;
import cn.liangxian.collection.payment.Payment;
import cn.liangxian.collection.payment.Payment.Origin;
import cn.liangxian.collection.payment.Payment.Outcome;
import cn.liangxian.collection.payment.Payment.Surplus;
import cn.liangxian.collection.payment.Payments;
import cn.liangxian.collection.payment.Tender;
import cn.liangxian.handoff.Clause;
import cn.liangxian.policy.DebitResult;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What becomes of debited money. It is a payment; but when the claim was paid by another channel meanwhile, or the agency
 * has cancelled the registration, it is nobody's:
 * until the batch's return term the bank still holds it and is asked to reverse the debit (1021), after that it has gone
 * to the treasury and is booked as a surplus, which goes back as a refund.
 */
@ApplicationScoped
@Clause("bachu-2022/第二十八条(1)")
class BookingDebits {

    private final DebitBook book;
    private final Claims claims;
    private final JudgingTender judging;
    private final Payments payments;
    private final Policy policy;

    BookingDebits(DebitBook book, Claims claims, JudgingTender judging, Payments payments, Policy policy) {
        this.book = book;
        this.claims = claims;
        this.judging = judging;
        this.payments = payments;
        this.policy = policy;
    }

    /** Books lines as the bank answered them; returns those that are paid. */
    List<DebitLine> book(DebitBatch batch, Map<DebitLine, Row> debited, LocalDate today) {
        Map<Long, Claim> standing = standing(debited.keySet());
        List<Payment> booked = new ArrayList<>();
        List<DebitLine> paid = new ArrayList<>();
        List<DebitLine> reversing = new ArrayList<>();
        debited.forEach((line, said) -> {
            Payment payment = judge(batch, standing.get(line.claimNo()), line, said.debitedOn(), today);
            // another line may be with the bank since this one was said to have failed: a claim has one open line at
            // most
            boolean open = line.state() != DebitLineState.FAILED;
            if (open && isNobodys(payment) && !today.isAfter(batch.answerBy())) {
                reversing.add(line.debited(Step.REVERSAL_ASKED, said));
            } else {
                standing.put(line.claimNo(), payment.claim());
                booked.add(payment);
                paid.add(line.debited(Step.DEBITED, said));
            }
        });
        enter(booked);
        book.keep(paid, today);
        book.keep(reversing, today);
        return paid;
    }

    /** The bank cannot give these back any more: the money has gone on. */
    List<DebitLine> bookUnreversed(DebitBatch batch, Collection<DebitLine> lines, LocalDate today) {
        Map<Long, Claim> standing = standing(lines);
        List<Payment> booked = new ArrayList<>();
        List<DebitLine> paid = new ArrayList<>();
        for (DebitLine line : lines) {
            Payment payment = judge(batch, standing.get(line.claimNo()), line, line.debitedOn(), today);
            standing.put(line.claimNo(), payment.claim());
            booked.add(payment);
            paid.add(line.after(Step.REVERSAL_REFUSED, DebitResult.OK, line.bankCode()));
        }
        enter(booked);
        book.keep(paid, today);
        return paid;
    }

    private Map<Long, Claim> standing(Collection<DebitLine> lines) {
        return claims.lockByNumbers(lines.stream().map(DebitLine::claimNo).toList()).stream()
                .collect(Collectors.toMap(Claim::number, Function.identity()));
    }

    /** What was owed is decided by the day on which the account was debited, however late the bank tells it. */
    private Payment judge(DebitBatch batch, Claim claim, DebitLine line, LocalDate debitedOn, LocalDate today) {
        String channel = policy.debit().orElseThrow().channel();
        Origin origin = new Origin(channel, line.voucher());
        Tender tender = new Tender(line.amount(), line.tier(), origin, debitedOn, today, null);
        return judging.judgeFetched(claim, tender, batch.debitOn());
    }

    private static boolean isNobodys(Payment payment) {
        return payment.outcome() == Outcome.SURPLUS
                && (payment.reason() != Surplus.NOT_OWED || !payment.claim().registered());
    }

    private void enter(List<Payment> booked) {
        if (!payments.enter(booked)) {
            throw new IllegalStateException("a debit line was paid twice; its state did not know");
        }
    }
}
