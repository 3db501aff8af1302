package cn.liangxian.audit.register;

import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Place;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Slack;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An obligation in the words of the page.
 *
 * @param subject what it is about besides its area: insurance, day, category
 * @param mark what has come, and {@code look} how that looks: nothing yet, zero, done and late never look the same
 * @param distance from the business date to the due date, in words; empty when it does not matter any more
 * @param consequence what is held up while it is not met, else that it counts in the evaluation, where the policy has one;
 *     {@code pressed} the next step of the ladder, or the last that was taken
 * @param zero whether the reader may confirm that there is nothing
 * @param done where it is done; null where nothing says it
 */
public record ObligationRow(
        String id,
        String handoff,
        String owner,
        String receiver,
        String area,
        String subject,
        LocalDate opened,
        LocalDate due,
        String distance,
        String mark,
        String look,
        String clause,
        boolean assumed,
        String consequence,
        String pressed,
        boolean zero,
        Done done) {

    /**
     * Where it is done.
     *
     * @param detail the desk, with the request where it comes through an interface; empty where the system does it
     * @param href the page, for whoever owes it while it is open; null else
     */
    public record Done(String says, String detail, String href) {}

    private static final String EVALUATION = "audit-evaluation-reported";
    private static final Set<String> SHOWN_ELSEWHERE = Set.of("township", "village", "department");

    /** As its declaration says it, not yet done; English has the words of its topic. */
    public static String handoff(Desk desk, Rulebook rulebook, String key) {
        String words = key.substring(key.indexOf('-') + 1).replace('-', ' ');
        return rulebook.rule(key)
                .map(rule -> desk.language()
                        .of(
                                Handoff.termsOf(rule.expected()).zh().replace("已", ""),
                                Character.toUpperCase(words.charAt(0)) + words.substring(1)))
                .orElse(key);
    }

    /** Makes rows for one reader on one business date. */
    static final class Writer {

        private final Desk desk;
        private final Rulebook rulebook;
        private final LocalDate today;
        private final Department reader;

        Writer(Desk desk, Rulebook rulebook, LocalDate today, Department reader) {
            this.desk = desk;
            this.rulebook = rulebook;
            this.today = today;
            this.reader = reader;
        }

        ObligationRow row(Shown shown) {
            var o = shown.obligation();
            boolean waits = shown.metOn() == null && shown.standing() != Standing.WAIVED;
            Rule rule = rulebook.rule(o.handoff()).orElse(null);
            return new ObligationRow(
                    o.obligationId(),
                    handoff(o.handoff()),
                    desk.named(o.owner()),
                    desk.named(o.receiver()),
                    desk.place(shown.area()),
                    subject(o.scope()),
                    o.opened(),
                    o.due(),
                    waits ? distance(o.due()) : "",
                    mark(shown),
                    look(shown),
                    article(o.clause()),
                    o.assumed(),
                    waits ? consequence(shown.awaitedBy()) : "",
                    waits ? pressed(shown.steps()) : "",
                    waits
                            && shown.standing() != Standing.EXPECTED
                            && o.owner() == reader
                            && rule != null
                            && rule.deadline().zero(),
                    desk.placeOf(o.handoff()).map(place -> done(place, shown)).orElse(null));
        }

        private Done done(Place place, Shown shown) {
            boolean offered = place.kind() == Place.Kind.PAGE
                    && shown.obligation().owner() == reader
                    && DeskState.TODO.standings().contains(shown.standing());
            String of = desk.word("desk_" + place.service());
            return new Done(
                    desk.word("doneBy_" + place.kind()),
                    switch (place.kind()) {
                        case PAGE -> of;
                        case INTERFACE -> of + " " + place.path();
                        case SYSTEM -> "";
                    },
                    offered ? desk.elsewhere(place.service(), place.path()) : null);
        }

        String handoff(String key) {
            return ObligationRow.handoff(desk, rulebook, key);
        }

        String subject(Map<String, String> scope) {
            return scope.entrySet().stream()
                    .filter(unit -> !SHOWN_ELSEWHERE.contains(unit.getKey()))
                    .map(unit -> unit.getKey().equals("insurance")
                            ? desk.named(Insurance.valueOf(unit.getValue()))
                            : shortened(unit.getValue()))
                    .collect(Collectors.joining(" · "));
        }

        private String distance(LocalDate due) {
            long days = today == null ? 0 : ChronoUnit.DAYS.between(today, due);
            if (days == 0) {
                return desk.word("dueToday");
            }
            return desk.word(days > 0 ? "daysLeft" : "daysOver").replace("#", Long.toString(Math.abs(days)));
        }

        private String mark(Shown shown) {
            return switch (shown.standing()) {
                case MET_ON_TIME -> desk.word(zero(shown) ? "markZero" : "markDone");
                case MET_LATE ->
                    desk.word(zero(shown) ? "markZeroLate" : "markDoneLate")
                            .replace("#", Integer.toString(shown.daysLate()));
                case MISSED -> desk.word("markLate");
                case WAIVED -> desk.word("markWaived");
                case VOID -> desk.word("markVoid");
                case EXPECTED, OPEN, DUE_SOON ->
                    shown.earlyOn() == null
                            ? desk.word("markNotYet")
                            : desk.word("markTooEarly")
                                    .replace("#", shown.earlyOn().toString());
            };
        }

        private static String look(Shown shown) {
            return switch (shown.standing()) {
                case MET_ON_TIME -> zero(shown) ? "zero" : "done";
                case MET_LATE -> zero(shown) ? "zero" : "done-late";
                case MISSED -> "late";
                case WAIVED, VOID -> "quiet";
                case EXPECTED, OPEN, DUE_SOON -> shown.earlyOn() == null ? "not-yet" : "near";
            };
        }

        private static boolean zero(Shown shown) {
            return "CONFIRMED_ZERO".equals(shown.manner());
        }

        private String consequence(List<String> awaitedBy) {
            if (awaitedBy.isEmpty()) {
                return rulebook.rule(EVALUATION)
                        .map(rule -> desk.word("counts")
                                .replace("#", article(rule.deadline().clause())))
                        .orElse("");
            }
            String first = awaitedBy.stream().limit(2).map(this::handoff).collect(Collectors.joining("、"));
            return desk.word("holdsUp").replace("#", Integer.toString(awaitedBy.size())) + first;
        }

        private String pressed(List<Shown.Step> steps) {
            return steps.stream()
                    .filter(step -> !step.taken())
                    .findFirst()
                    .map(next -> desk.word("next_step") + next.on() + " " + step(next))
                    .or(() -> steps.stream()
                            .reduce((earlier, later) -> later)
                            .map(last -> desk.word("last_step") + last.on() + " " + step(last)))
                    .orElse("");
        }

        private static String article(String clause) {
            return clause.substring(clause.indexOf('/') + 1);
        }

        /** By how many days it may be late, and for the sake of what on which day. */
        String slack(Slack slack) {
            String goal =
                    slack.neededFor().equals(Slack.FIRST_DEBIT) ? desk.word("firstDebit") : handoff(slack.neededFor());
            return desk.word("slackDays")
                            .replace("#", Integer.toString(slack.days()))
                            .replace("@", goal) + " " + slack.on();
        }

        String step(Shown.Step step) {
            Set<String> told =
                    new LinkedHashSet<>(step.to().stream().map(desk::named).toList());
            return desk.language().of(step.zh(), step.en()) + " → " + String.join(desk.word("and"), told);
        }

        /** Ids of machines say nothing to people; their end tells them apart. */
        private static String shortened(String value) {
            return value.length() > 20 ? "…" + value.substring(value.length() - 6) : value;
        }
    }
}
