package cn.liangxian.reconciliation.redlist;

import cn.liangxian.deadlines.Anchors;
import cn.liangxian.deadlines.DeadlineRule;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Schedule;
import cn.liangxian.policy.Until;
import cn.liangxian.reconciliation.ReconciliationHandoff.BrokenLink;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;

/**
 * When somebody who paid has waited too long: the policy's {@code red-list.after}, so many workdays after the payment. The
 * last of them is still in time; from the day after it the claim stands on the list.
 */
@ApplicationScoped
class RedListClock {

    private static final String RESOLVED = "reconciliation-red-list-resolved";
    private final Policy policy;
    private final DeadlineRule rule;
    private final boolean assumed;

    RedListClock(Policy policy) {
        this.policy = policy;
        Schedule schedule = policy.schedule("red-list.after");
        if (schedule.after() == null) {
            throw new IllegalStateException("policy does not say how long after the payment the red list is issued");
        }
        this.rule = schedule.after();
        this.assumed = schedule.assumed();
    }

    /** Whether no text gives how long is too long. */
    boolean assumed() {
        return assumed;
    }

    /** The last day on which a claim completed on this day may still be without entitlement. */
    LocalDate inTimeUntil(LocalDate paidOn) {
        String anchor =
                rule.anchor().orElseThrow(() -> new IllegalStateException("red-list.after counts from nothing"));
        return rule.due(Anchors.of(Map.of(anchor, paidOn)));
    }

    /** Payments up to and including this day have waited too long on the given date. */
    LocalDate overdueUpTo(LocalDate date) {
        LocalDate paidOn = date.minusDays(1);
        while (!inTimeUntil(paidOn).isBefore(date)) {
            paidOn = paidOn.minusDays(1);
        }
        return paidOn;
    }

    /**
     * Until when the agency may mend what it did not book; none where the policy sets no period. What tax, the treasury or the
     * resident has to do has a clock of its own, or none.
     */
    Until mendedUntil(BrokenLink link, LocalDate since) {
        return link == BrokenLink.NOT_BOOKED_BY_AGENCY ? Until.of(policy, RESOLVED, since) : Until.NONE;
    }

    /** Part-paid claims are listed when nothing more can be expected: after the campaign. */
    boolean campaignIsOver(LocalDate date) {
        return date.isAfter(policy.campaign().end());
    }
}
