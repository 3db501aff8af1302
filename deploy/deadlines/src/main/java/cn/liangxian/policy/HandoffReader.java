package cn.liangxian.policy;

import cn.liangxian.calendar.WorkCalendar;
import cn.liangxian.deadlines.DeadlineRule;
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
        return new Deadline(
                handoff,
                rule(node, "due"),
                Draft.texts(node.path("per")).stream().map(Per::valueOf).toList(),
                draft.departments(node.path("reviewers")),
                node.path("sealed").booleanValue(),
                draft.clause(node),
                Draft.assumed(node));
    }

    /** A rule whose anchor the file can know; the day of another handoff is known only when it comes. */
    private DeadlineRule rule(JsonNode node, String field) {
        DeadlineRule rule = DeadlineRule.parse(node.path(field).textValue(), calendar)
                .withFirstDayCounted(node.path("first-day").asText().equals("counted"));
        if (node.has("roll")) rule = rule.withRoll(node.path("roll").booleanValue());
        if (rule.trigger().isEmpty() && !rule.recurring()) {
            String anchor = rule.anchor().orElse("");
            if (!anchor.isEmpty() && draft.anchors().day(anchor).isEmpty())
                throw new IllegalArgumentException("'" + rule + "' counts from '" + anchor + "', which is no day here");
        }
        return rule;
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
