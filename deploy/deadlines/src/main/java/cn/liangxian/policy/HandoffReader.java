package cn.liangxian.policy;

import cn.liangxian.calendar.WorkCalendar;
import cn.liangxian.deadlines.Anchors;
import cn.liangxian.deadlines.DeadlineRule;
import cn.liangxian.deadlines.Expectation.Between;
import cn.liangxian.deadlines.Expectation.Counted;
import cn.liangxian.deadlines.Roll;
import cn.liangxian.handoff.Department;
import cn.liangxian.policy.Deadline.Per;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the terms of time: when each handoff is due, and on which days the runs that the text leaves open take place. */
final class HandoffReader {
    /** The fields that decide on which day a handoff is due. */
    private static final String[] DAY = {"due", "started-by", "first-day", "roll", "during"};

    /** These, and those that decide by whom it is owed and how often; not what may stand in its place or must go with it. */
    private static final String[] OWED = {
        "due", "started-by", "first-day", "roll", "during", "from", "per", "times", "of"
    };

    private final Draft draft;
    private final WorkCalendar calendar;

    HandoffReader(Draft draft, WorkCalendar calendar) {
        this.draft = draft;
        this.calendar = calendar;
    }

    Map<String, Deadline> deadlines() {
        Map<String, Deadline> deadlines = new LinkedHashMap<>();
        draft.root().path("handoffs").properties().forEach(entry -> draft.attempt(
                        entry.getValue(), entry.getKey(), () -> deadline(entry.getKey(), entry.getValue()))
                .ifPresent(deadline -> deadlines.put(entry.getKey(), deadline)));
        return deadlines;
    }

    private Deadline deadline(String handoff, JsonNode node) {
        DeadlineRule rule = rule(node, "due");
        String startedBy = node.path("started-by").textValue();
        List<Per> per = Draft.texts(node.path("per")).stream().map(Per::valueOf).toList();
        if (rule.personal() && (startedBy == null || !per.contains(Per.PERSON)))
            throw new IllegalArgumentException(
                    "'" + rule + "' needs per: [PERSON], and started-by: the handoff that" + " says who was born when");
        if (rule.stated() && startedBy == null)
            throw new IllegalArgumentException("'" + rule + "' needs started-by: the handoff that states the day");
        if (rule.trigger().isPresent() && startedBy != null)
            throw new IllegalArgumentException("'" + rule + "' already says by which handoff it is started");
        return new Deadline(
                handoff,
                rule,
                rule.trigger().orElse(startedBy),
                draft.departments(node.path("from")),
                draft.departments(node.path("to")),
                Draft.texts(node.path("of")),
                per,
                draft.departments(node.path("reviewers")),
                node.path("sealed").booleanValue(),
                node.path("zero").booleanValue(),
                node.path("during").asText().equals("campaign"),
                node.path("times").asInt(1),
                needed(node),
                Draft.assumed(node, "needed-for"),
                draft.clause(node),
                Draft.assumed(node, OWED),
                Draft.assumed(node, DAY));
    }

    /** What cannot do without it: a handoff of this file, or the first debit; null where nothing is said. */
    private String needed(JsonNode node) {
        String goal = node.path("needed-for").textValue();
        boolean known = goal == null
                || draft.root().path("handoffs").has(goal)
                || (goal.equals(Slack.FIRST_DEBIT) && draft.root().has("debit"));
        if (!known) throw new IllegalArgumentException("needed for '" + goal + "', which this file gives no day");
        return goal;
    }

    /** A rule whose anchor the file can know; the day of another handoff is known only when it comes. */
    private DeadlineRule rule(JsonNode node, String field) {
        DeadlineRule rule = DeadlineRule.parse(node.path(field).textValue(), calendar)
                .withFirstDayCounted(node.path("first-day").asText().equals("counted"));
        if (node.has("roll")) rule = rule.withRoll(roll(node.path("roll")));
        if (rule.trigger().isEmpty() && !rule.recurring() && !rule.personal() && !rule.stated()) {
            String anchor = rule.anchor().orElse("");
            if (anchor.equals(Anchors.DUE))
                throw new IllegalArgumentException("'" + rule + "' counts from its own due day");
            if (!anchor.isEmpty()) knows(rule, anchor);
            if (rule.expectation() instanceof Between between) knows(rule, between.to());
        }
        return rule;
    }

    private void knows(DeadlineRule rule, String anchor) {
        if (draft.anchors().day(anchor).isEmpty())
            throw new IllegalArgumentException("'" + rule + "' counts from '" + anchor + "', which is no day here");
    }

    private static Roll roll(JsonNode node) {
        if (node.isTextual()) return Roll.BACK;
        return node.booleanValue() ? Roll.NEXT : Roll.NO;
    }

    /** Who is told of what is due or overdue, by the days before and after; in the order of the file. */
    List<EscalationStep> escalation() {
        List<EscalationStep> steps = new ArrayList<>();
        for (JsonNode node : draft.root().path("escalation")) {
            draft.attempt(node, "escalation", () -> step(node)).ifPresent(steps::add);
        }
        if (steps.stream().map(EscalationStep::name).distinct().count() < steps.size())
            draft.problem(draft.root().path("escalation"), "escalation", "two steps have the same name");
        return steps;
    }

    private EscalationStep step(JsonNode node) {
        DeadlineRule when = DeadlineRule.parse(node.path("when").textValue(), calendar);
        if (!(when.expectation() instanceof Counted counted)
                || !counted.anchor().equals(Anchors.DUE))
            throw new IllegalArgumentException("'" + when + "' does not count from 'due'");
        List<String> words = Draft.texts(node.path("to"));
        List<String> named = words.stream()
                .filter(word -> !word.equals("OWNER") && !word.equals("RECEIVER"))
                .toList();
        return new EscalationStep(
                node.path("name").textValue(),
                node.path("zh").textValue(),
                node.path("en").textValue(),
                when,
                words.contains("OWNER"),
                words.contains("RECEIVER"),
                named.stream().map(Department::valueOf).toList(),
                draft.clause(node),
                Draft.assumed(node));
    }

    Map<String, Schedule> schedules() {
        Map<String, Schedule> schedules = new LinkedHashMap<>();
        draft.root().path("schedules").properties().forEach(entry -> draft.attempt(
                        entry.getValue(), entry.getKey(), () -> schedule(entry.getKey(), entry.getValue()))
                .ifPresent(schedule -> schedules.put(entry.getKey(), schedule)));
        return schedules;
    }

    private Schedule schedule(String name, JsonNode node) {
        DayOfWeek weekly =
                node.has("every") ? DayOfWeek.valueOf(node.path("every").textValue()) : null;
        List<LocalDate> dates = weekly == null
                ? Draft.stream(node.path("dates")).map(draft::day).sorted().toList()
                : everyWeek(weekly, draft.day(node.path("from")), draft.day(node.path("to")));
        DeadlineRule after = node.has("after") ? rule(node, "after") : null;
        return new Schedule(name, dates, weekly, after, draft.clause(node), Draft.assumed(node));
    }

    private static List<LocalDate> everyWeek(DayOfWeek weekly, LocalDate from, LocalDate to) {
        List<LocalDate> dates = new ArrayList<>();
        for (LocalDate day = from.with(TemporalAdjusters.nextOrSame(weekly)); !day.isAfter(to); day = day.plusWeeks(1))
            dates.add(day);
        return dates;
    }
}
