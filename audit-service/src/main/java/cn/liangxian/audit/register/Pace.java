package cn.liangxian.audit.register;

import cn.liangxian.policy.EscalationStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What the calendar does to an obligation while nothing meets it: when it comes near, and when the ladder presses it. */
final class Pace {

    private final List<EscalationStep> ladder;
    /** Due dates are few, and working days are counted one by one. */
    private final Map<LocalDate, List<LocalDate>> days = new ConcurrentHashMap<>();

    Pace(List<EscalationStep> ladder) {
        this.ladder = List.copyOf(ladder);
    }

    /** A step of the ladder on its day for one obligation. */
    record Planned(EscalationStep step, LocalDate on) {}

    /** The whole ladder of an obligation that is due on the day, in the order of the policy. */
    List<Planned> ladder(LocalDate due) {
        List<LocalDate> on =
                days.computeIfAbsent(due, d -> ladder.stream().map(s -> s.on(d)).toList());
        List<Planned> planned = new ArrayList<>(ladder.size());
        for (int i = 0; i < ladder.size(); i++) {
            planned.add(new Planned(ladder.get(i), on.get(i)));
        }
        return planned;
    }

    /** From this day on it is due soon: that of the first reminder, and without one the due day itself. */
    LocalDate near(LocalDate due) {
        return ladder(due).stream()
                .filter(p -> p.step().before())
                .map(Planned::on)
                .min(LocalDate::compareTo)
                .orElse(due);
    }

    /** The steps whose day has come: reminders while nothing is late, the others afterwards. */
    List<Planned> reached(Entry entry, LocalDate today) {
        if (!waits(entry.standing())) {
            return List.of();
        }
        boolean late = entry.standing() == Standing.MISSED;
        return ladder(entry.obligation().due()).stream()
                .filter(p -> p.step().before() != late && !p.on().isAfter(today))
                .toList();
    }

    /**
     * Whether the calendar moves anything that waits and is due on the day, after {@code since} and by {@code today}.
     *
     * @param since null for all before
     */
    boolean turns(LocalDate due, LocalDate since, LocalDate today) {
        return Stream.concat(
                        Stream.of(near(due), due.plusDays(1)),
                        ladder(due).stream().map(Planned::on))
                .anyMatch(day -> !day.isAfter(today) && (since == null || day.isAfter(since)));
    }

    private static boolean waits(Standing standing) {
        return standing == Standing.OPEN || standing == Standing.DUE_SOON || standing == Standing.MISSED;
    }
}
