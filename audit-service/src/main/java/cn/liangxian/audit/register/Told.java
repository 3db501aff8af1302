package cn.liangxian.audit.register;

import cn.liangxian.audit.AuditHandoff;
import cn.liangxian.audit.AuditHandoff.DeadlineDueSoon;
import cn.liangxian.audit.AuditHandoff.DeadlineEscalated;
import cn.liangxian.audit.AuditHandoff.DeadlineMet;
import cn.liangxian.audit.AuditHandoff.DeadlineMissed;
import cn.liangxian.audit.AuditHandoff.DeadlineOpened;
import cn.liangxian.audit.AuditHandoff.DeadlineVoided;
import cn.liangxian.audit.AuditHandoff.DeadlineWaived;
import cn.liangxian.audit.AuditHandoff.Obligation;
import cn.liangxian.policy.EscalationStep;
import java.util.ArrayList;
import java.util.List;

/** What is handed over about an entry, and the event it follows from; null when the calendar is the cause. */
record Told(AuditHandoff handoff, String eventId) {

    /** @param awaitedBy what cannot begin before the obligation is met */
    static List<Told> of(Course.Run run, List<String> awaitedBy) {
        List<Told> told = new ArrayList<>(run.facts().size());
        for (Fact fact : run.facts()) {
            if (fact.happening() == Happening.CAME_TOO_EARLY) {
                continue; // nothing changed for whoever follows the obligation
            }
            told.add(new Told(of(run.entry(), fact, awaitedBy), fact.eventId()));
            if (fact.happening() == Happening.RESTATED && fact == last(run.facts())) {
                again(run.entry(), fact, awaitedBy, told);
            }
        }
        return told;
    }

    static Told of(RegisterStore.Step reached, List<String> awaitedBy) {
        EscalationStep step = reached.planned().step();
        return new Told(
                new DeadlineEscalated(
                        reached.entry().obligation(),
                        step.name(),
                        step.zh(),
                        step.en(),
                        reached.on(),
                        reached.to(),
                        step.clause(),
                        step.assumed(),
                        awaitedBy),
                null);
    }

    static Told of(Entry excused, Excuse excuse) {
        Obligation obligation = excused.obligation();
        AuditHandoff handoff = excuse.happening() == Happening.WAIVED
                ? new DeadlineWaived(obligation, excuse.on(), excuse.reason(), excuse.requester(), excuse.approver())
                : new DeadlineVoided(obligation, excuse.on(), excuse.reason(), excuse.requester(), excuse.approver());
        return new Told(handoff, null);
    }

    private static AuditHandoff of(Entry entry, Fact fact, List<String> awaitedBy) {
        Obligation obligation = entry.obligation();
        return switch (fact.happening()) {
            case OPENED, RESTATED -> new DeadlineOpened(obligation, awaitedBy);
            case NEARED -> new DeadlineDueSoon(obligation, fact.on(), awaitedBy);
            case PASSED -> new DeadlineMissed(obligation, fact.on(), awaitedBy);
            case FULFILLED, FULFILLED_LATE -> met(entry);
            case WAIVED, VOIDED, CAME_TOO_EARLY ->
                throw new IllegalStateException("nothing runs into a " + fact.happening());
        };
    }

    /** Who follows an obligation by its handoffs alone must not take it for open because its due date moved. */
    private static void again(Entry entry, Fact restated, List<String> awaitedBy, List<Told> told) {
        if (entry.met() != null) {
            told.add(new Told(met(entry), restated.eventId()));
        } else if (entry.missedOn() != null) {
            told.add(new Told(new DeadlineMissed(entry.obligation(), entry.missedOn(), awaitedBy), restated.eventId()));
        }
    }

    private static DeadlineMet met(Entry entry) {
        Fulfilment met = entry.met();
        return new DeadlineMet(entry.obligation(), met.on(), entry.daysLate(), met.eventId(), met.manner());
    }

    private static Fact last(List<Fact> facts) {
        return facts.get(facts.size() - 1);
    }
}
