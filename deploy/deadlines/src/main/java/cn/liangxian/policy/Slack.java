package cn.liangxian.policy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * By how many days a handoff may miss its last day on time, when all before it came on theirs, so that what needs it is
 * still in time and everything between has the whole period that the notice gives it.
 *
 * @param days calendar days; 0 where one day too late holds up what needs it, less where the terms cannot all be kept
 * @param neededFor the handoff that needs it, or {@link #FIRST_DEBIT}
 * @param on the day of that
 * @param assumed whether a reading that no text gives decides it
 */
public record Slack(int days, String neededFor, LocalDate on, boolean assumed) {

    /** The first batch debit; what it needs must have come the day before. */
    public static final String FIRST_DEBIT = "debit.first";

    /** The last day on which something may come for the sake of a goal. */
    private record Limit(LocalDate last, String goal, LocalDate on, boolean assumed) {}

    /** Empty where no day depends on the handoff, or where it has no day of its own. */
    public static Optional<Slack> of(Policy policy, Deadline deadline) {
        Optional<LocalDate> due = due(policy, deadline, new HashSet<>());
        Optional<Limit> limit = due.flatMap(day -> limit(policy, deadline, new HashSet<>()));
        return limit.map(end -> new Slack(
                (int) ChronoUnit.DAYS.between(due.orElseThrow(), end.last()),
                end.goal(),
                end.on(),
                end.assumed() || deadline.dueAssumed()));
    }

    /** The last day on time, when whatever starts the clock came on its own; empty where none is known in advance. */
    private static Optional<LocalDate> due(Policy policy, Deadline deadline, Set<String> seen) {
        if (deadline.rule().recurring() || !seen.add(deadline.handoff())) return Optional.empty();
        if (deadline.trigger().isEmpty()) return Optional.of(deadline.rule().due(policy.anchors()));
        return deadline.rule()
                .trigger()
                .flatMap(policy::deadline)
                .flatMap(before -> due(policy, before, seen))
                .flatMap(start -> deadline.dueAfter(start, policy.anchors()));
    }

    private static Optional<Limit> limit(Policy policy, Deadline deadline, Set<String> seen) {
        if (!seen.add(deadline.handoff())) return Optional.empty();
        Stream<Limit> own = goal(policy, deadline).stream();
        Stream<Limit> following = policy.deadlines().values().stream()
                .filter(next ->
                        next.rule().trigger().filter(deadline.handoff()::equals).isPresent())
                .flatMap(next -> limit(policy, next, seen).map(end -> before(policy, next, end)).stream());
        return Stream.concat(own, following).min(Comparator.comparing(Limit::last));
    }

    private static Optional<Limit> goal(Policy policy, Deadline deadline) {
        String goal = deadline.neededFor();
        if (goal == null) return Optional.empty();
        if (goal.equals(FIRST_DEBIT)) {
            return policy.debit()
                    .map(debit -> new Limit(debit.first().minusDays(1), goal, debit.first(), deadline.needAssumed()));
        }
        Deadline needing = policy.deadline(goal).orElseThrow();
        boolean assumed = deadline.needAssumed() || needing.dueAssumed();
        return due(policy, needing, new HashSet<>()).map(day -> new Limit(day, goal, day, assumed));
    }

    /** The last start from which what follows, with its whole period, is done by its own limit. */
    private static Limit before(Policy policy, Deadline next, Limit end) {
        LocalDate start = end.last();
        while (next.dueAfter(start, policy.anchors()).orElseThrow().isAfter(end.last())) start = start.minusDays(1);
        return new Limit(start, end.goal(), end.on(), end.assumed() || next.dueAssumed());
    }
}
