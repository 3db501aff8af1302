package cn.liangxian.collection.cash;

import cn.liangxian.collection.CashHandoff.CashReturned;
import cn.liangxian.collection.CashHandoff.CashSettled;
import cn.liangxian.collection.cash.CashEntry.Finding;
import cn.liangxian.collection.cash.CashEntry.Holding;
import cn.liangxian.collection.cash.CashEntry.Wrong;
import cn.liangxian.collection.cash.CashResource.Settlement;
import cn.liangxian.collection.claim.Claim;
import cn.liangxian.collection.claim.Claims;
import cn.liangxian.collection.day.CollectingDay;
import cn.liangxian.collection.payment.JudgingTender;
import cn.liangxian.collection.payment.Payment;
import cn.liangxian.collection.payment.Payment.Origin;
import cn.liangxian.collection.payment.Payment.Outcome;
import cn.liangxian.collection.payment.PaymentProblem;
import cn.liangxian.collection.payment.Payments;
import cn.liangxian.collection.payment.Tender;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The collector pays in for the resident, over a channel of the policy; what is not settled the same day is a finding. */
@ApplicationScoped
class SettlingCash {

    private final CashBook book;
    private final CashOwed owed;
    private final Claims claims;
    private final JudgingTender judging;
    private final Payments payments;
    private final CollectingDay day;
    private final Outbox outbox;
    private final Caller caller;

    SettlingCash(
            CashBook book,
            CashOwed owed,
            Claims claims,
            JudgingTender judging,
            Payments payments,
            CollectingDay day,
            Outbox outbox,
            Caller caller) {
        this.book = book;
        this.owed = owed;
        this.claims = claims;
        this.judging = judging;
        this.payments = payments;
        this.day = day;
        this.outbox = outbox;
        this.caller = caller;
    }

    @Clause({"bachu-2022/第三十条(2)", "bachu-2022/第三十条(4)"})
    CashEntry settle(UUID id, Settlement settlement) {
        LocalDate today = day.join();
        CashEntry entry = held(id);
        Claim claim = claims.lockByNumber(entry.claimNo());
        Tender tender = new Tender(
                settlement.amount(),
                settlement.tier(),
                new Origin(settlement.channel(), settlement.voucher()),
                today,
                null);
        Payment payment = judging.judge(claim, tender);
        if (payment.outcome() == Outcome.SURPLUS) {
            throw new Problem(
                    PaymentProblem.AMOUNT_DIFFERS,
                    new Text("已无应缴，现金应退还本人", "nothing is owed: the cash is to be given back"));
        }
        if (!payments.enter(List.of(payment))) {
            throw new Problem(PaymentProblem.VOUCHER_TAKEN, null);
        }
        book.settle(entry, settlement.amount(), settlement.channel(), settlement.voucher(), payment.id(), today);
        outbox.handOver(new CashSettled(
                entry.entryId().toString(),
                entry.receiptNo(),
                entry.township(),
                entry.village(),
                entry.collector(),
                entry.personKey(),
                entry.insurance(),
                entry.amount(),
                settlement.amount(),
                payment.id().toString(),
                settlement.channel(),
                settlement.voucher(),
                days(entry, today),
                today));
        return book.lock(id).orElseThrow();
    }

    /** Nothing is owed any more, or nothing can be paid in: the cash goes back to the resident. */
    @Clause("bachu-2022/第三十条(4)")
    CashEntry giveBack(UUID id) {
        CashEntry entry = held(id);
        Claim claim = claims.lockByNumber(entry.claimNo());
        LocalDate today = day.join();
        if (owed.refusal(claim, null, today).isEmpty()) {
            throw new Problem(PaymentProblem.AMOUNT_DIFFERS, new Text("仍有应缴，现金应缴入", "it is owed, and to be paid in"));
        }
        book.giveBack(entry, today);
        outbox.handOver(new CashReturned(
                entry.entryId().toString(),
                entry.receiptNo(),
                entry.township(),
                entry.village(),
                entry.collector(),
                entry.personKey(),
                entry.insurance(),
                entry.amount(),
                days(entry, today),
                today));
        return book.lock(id).orElseThrow();
    }

    List<Holding> holdings(String area, String after, int limit) {
        return book.holdings(area, after, limit, day.join());
    }

    /** Taken and not paid in by the end of the day, paid in late, more taken than paid: all that is wrong with so many entries. */
    @Clause({"bachu-2022/第三十条(7)", "bachu-2022/第四十一条(2)"})
    List<Finding> findings(String area, String after, int limit) {
        LocalDate today = day.join();
        List<Finding> findings = new ArrayList<>();
        for (CashEntry entry : book.deviating(area, after, limit, today)) {
            int days = days(entry, entry.settledOn() == null ? today : entry.settledOn());
            if (entry.state() == CashState.HELD) {
                findings.add(new Finding(Wrong.TAKEN_NOT_PAID_IN, entry, entry.amount(), days));
                continue;
            }
            if (days > 0) {
                findings.add(new Finding(Wrong.PAID_IN_LATE, entry, entry.amount(), days));
            }
            Fen kept = entry.amount().minus(entry.paid());
            if (kept.isPositive()) {
                findings.add(new Finding(Wrong.MORE_TAKEN_THAN_PAID, entry, kept, days));
            }
        }
        return findings;
    }

    private static int days(CashEntry entry, LocalDate until) {
        return (int) ChronoUnit.DAYS.between(entry.takenOn(), until);
    }

    private CashEntry held(UUID id) {
        CashEntry entry = book.lock(id)
                .filter(found -> found.village().startsWith(caller.area()))
                .orElseThrow(() -> new Problem(CashProblem.ENTRY_UNKNOWN, null));
        if (entry.state() != CashState.HELD) {
            throw new Problem(CashProblem.NOT_HELD, entry.state().stands());
        }
        return entry;
    }
}
