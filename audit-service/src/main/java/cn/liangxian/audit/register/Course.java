package cn.liangxian.audit.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings an entry to where it stands, given all that is known now. Only what is known decides and never the order in which
 * it came, so shuffled or repeated arrival ends in the same register.
 */
final class Course {

    private final List<Fact> facts = new ArrayList<>();
    private final Pace pace;
    private Entry entry;

    private Course(Entry entry, Pace pace) {
        this.entry = entry;
        this.pace = pace;
    }

    /** The entry as it stands now, and the steps that led there. */
    record Run(Entry entry, List<Fact> facts) {}

    /**
     * @param earliest what meets it, by the earliest business date; null while nothing does
     * @param early the first that came before its window opened; null when nothing did
     * @param today the open business date; null before the first
     * @param restated its clock was found to have started earlier than was known, or after other lateness, or a later
     *     notice moved its due date
     */
    static Run run(Entry entry, Fulfilment earliest, Fulfilment early, LocalDate today, Pace pace, boolean restated) {
        Course course = new Course(entry, pace);
        if (entry.standing() != Standing.WAIVED && entry.standing() != Standing.VOID) {
            course.early(early);
            course.start(earliest, today, restated);
            if (earliest != null) {
                course.meet(earliest);
            } else if (today != null) {
                course.pass(today);
            }
        }
        return new Run(course.entry, List.copyOf(course.facts));
    }

    /** Whoever hands over before the window opens is told so by the register, and owes it still. */
    private void early(Fulfilment early) {
        if (early != null && (entry.earlyOn() == null || early.on().isBefore(entry.earlyOn()))) {
            entry = entry.early(early.on());
            step(Happening.CAME_TOO_EARLY, early.on(), early.eventId());
        }
    }

    private void start(Fulfilment earliest, LocalDate today, boolean restated) {
        LocalDate opened = entry.obligation().opened();
        if (entry.standing() != Standing.EXPECTED) {
            if (restated) {
                if (entry.missedOn() != null) {
                    entry = entry.missed(entry.obligation().due().plusDays(1));
                }
                step(Happening.RESTATED, opened, entry.startedBy());
            }
            return;
        }
        boolean begun = !entry.startedBy().isEmpty() || (today != null && !opened.isAfter(today));
        if (begun || earliest != null) {
            step(Happening.OPENED, opened, entry.startedBy().isEmpty() ? null : entry.startedBy());
        }
    }

    private void meet(Fulfilment earliest) {
        boolean late = entry.late(earliest);
        Standing rightly = late ? Standing.MET_LATE : Standing.MET_ON_TIME;
        if (entry.standing() == rightly && entry.met() != null && entry.met().compareTo(earliest) <= 0) {
            return;
        }
        if (late && entry.standing() != Standing.MISSED && entry.standing() != Standing.MET_LATE) {
            miss();
        }
        entry = (late ? entry : entry.missed(null)).metBy(earliest);
        step(late ? Happening.FULFILLED_LATE : Happening.FULFILLED, earliest.on(), earliest.eventId());
    }

    private void pass(LocalDate today) {
        boolean open = entry.standing() == Standing.OPEN || entry.standing() == Standing.DUE_SOON;
        LocalDate due = entry.obligation().due();
        if (open && today.isAfter(due)) {
            miss();
        } else if (entry.standing() == Standing.OPEN && !today.isBefore(pace.near(due))) {
            step(Happening.NEARED, pace.near(due), null);
        }
    }

    /** What comes late was missed first, also when the sweep had not seen it yet. */
    private void miss() {
        entry = entry.missed(entry.obligation().due().plusDays(1));
        step(Happening.PASSED, entry.missedOn(), null);
    }

    private void step(Happening happening, LocalDate on, String eventId) {
        entry = entry.standing(LifeCycle.next(entry.standing(), happening));
        facts.add(new Fact(
                entry.obligation().obligationId(),
                happening,
                on,
                entry.obligation().due(),
                eventId));
    }
}
