package cn.liangxian.audit.register;

import cn.liangxian.audit.AuditHandoff.Obligation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One entry of the deadline register.
 *
 * @param startedBy event that started the clock; empty when the calendar did
 * @param causes obligations that this event was owed for; empty when the calendar started the clock
 * @param missedOn first day on which it was late; null when it never was
 * @param met what met it; null while nothing has
 * @param earlyOn first day on which it came before its window opened; null when it never did
 */
public record Entry(
        Obligation obligation,
        int needed,
        String startedBy,
        List<String> causes,
        Standing standing,
        LocalDate missedOn,
        Fulfilment met,
        LocalDate earlyOn) {

    Entry standing(Standing next) {
        return new Entry(obligation, needed, startedBy, causes, next, missedOn, met, earlyOn);
    }

    Entry missed(LocalDate day) {
        return new Entry(obligation, needed, startedBy, causes, standing, day, met, earlyOn);
    }

    Entry metBy(Fulfilment fulfilment) {
        return new Entry(obligation, needed, startedBy, causes, standing, missedOn, fulfilment, earlyOn);
    }

    Entry early(LocalDate day) {
        return new Entry(obligation, needed, startedBy, causes, standing, missedOn, met, day);
    }

    boolean late(Fulfilment fulfilment) {
        return fulfilment.on().isAfter(obligation.due());
    }

    /** Whole days from the due date to the business date it was met on; 0 when on time. */
    int daysLate() {
        return met == null ? 0 : (int) Math.max(0, ChronoUnit.DAYS.between(obligation.due(), met.on()));
    }
}
