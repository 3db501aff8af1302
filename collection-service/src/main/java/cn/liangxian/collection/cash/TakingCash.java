package cn.liangxian.collection.cash;

import cn.liangxian.collection.CashHandoff.CashTaken;
import cn.liangxian.collection.agent.Agents;
import cn.liangxian.collection.cash.CashEntry.Listed;
import cn.liangxian.collection.cash.CashResource.Payers;
import cn.liangxian.collection.cash.CashResource.Taking;
import cn.liangxian.collection.claim.Claim;
import cn.liangxian.collection.claim.Claims;
import cn.liangxian.collection.day.CollectingDay;
import cn.liangxian.collection.payment.PaymentProblem;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes cash: only from whom the township listed, only by a registered collector, only with the marks of all three, and only
 * what can be paid in.
 */
@ApplicationScoped
class TakingCash {

    private final CashBook book;
    private final CashOwed owed;
    private final Claims claims;
    private final Agents agents;
    private final CollectingDay day;
    private final Policy policy;
    private final Outbox outbox;
    private final Caller caller;

    TakingCash(
            CashBook book,
            CashOwed owed,
            Claims claims,
            Agents agents,
            CollectingDay day,
            Policy policy,
            Outbox outbox,
            Caller caller) {
        this.book = book;
        this.owed = owed;
        this.claims = claims;
        this.agents = agents;
        this.day = day;
        this.policy = policy;
        this.outbox = outbox;
        this.caller = caller;
    }

    /** A township's own record of those who can use no other channel. */
    @Clause("bachu-2022/第三十条(1)")
    Listed list(Payers payers) {
        LocalDate today = day.join();
        List<Integer> unknown = new ArrayList<>();
        for (int i = 0; i < payers.payers().size(); i++) {
            var payer = payers.payers().get(i);
            List<Claim> known = claims.of(payer.idNumber()).stream()
                    .filter(claim -> claim.village().startsWith(caller.area()))
                    .toList();
            if (known.isEmpty()) {
                unknown.add(i + 1);
            } else {
                book.list(known.get(0), payer.reason(), caller.name(), today);
            }
        }
        return new Listed(payers.payers().size() - unknown.size(), unknown);
    }

    /** The receipt number is the next of the township's, as long as its ledger is not filed. */
    @Clause({"bachu-2022/第三十条(3)", "bachu-2022/第三十条(5)", "bachu-2022/第三十一条(2)"})
    CashEntry take(Taking taking) {
        if (!taking.amount().isPositive()) {
            throw new Problem(AnyRequestProblem.MALFORMED, new Text("金额须大于零", "the amount must be above zero"));
        }
        Mark.mustBeComplete(taking.marks());
        LocalDate today = day.join();
        Claim claim = only(claims.lock(taking.idNumber(), taking.insurance()), taking.village());
        agents.mustCollectIn(taking.village(), taking.collector(), today);
        if (!book.paysCash(claim.personKey())) {
            throw new Problem(CashProblem.NOT_A_CASH_PAYER, null);
        }
        if (book.held(claim.number())) {
            throw new Problem(CashProblem.HELD_ALREADY, null);
        }
        owed.refusal(claim, taking.tier(), today).ifPresent(refusal -> {
            throw refusal;
        });
        book.lockLedger(claim.township());
        if (book.filed(claim.township())) {
            throw new Problem(CashProblem.LEDGER_FILED, null);
        }
        int sequence = book.nextSequence(claim.township());
        CashEntry entry = new CashEntry(
                Uuid7.next(),
                "%s-%d-%06d".formatted(claim.township(), policy.feeYear(), sequence),
                claim.township(),
                claim.village(),
                claim.number(),
                claim.personKey(),
                claim.insurance(),
                taking.amount(),
                taking.collector(),
                taking.head(),
                today,
                CashState.LIFE.first(),
                null,
                null,
                null,
                null,
                null);
        book.enter(entry, sequence, taking.tier(), taking.marks());
        outbox.handOver(new CashTaken(
                entry.entryId().toString(),
                entry.receiptNo(),
                entry.township(),
                entry.village(),
                entry.collector(),
                entry.personKey(),
                entry.insurance(),
                entry.amount(),
                today));
        return entry;
    }

    private static Claim only(List<Claim> found, String village) {
        if (found.isEmpty() || !found.get(0).village().equals(village)) {
            throw new Problem(PaymentProblem.PAYER_UNKNOWN, null);
        }
        if (found.size() > 1) {
            throw new Problem(PaymentProblem.PAYER_AMBIGUOUS, null);
        }
        return found.get(0);
    }
}
