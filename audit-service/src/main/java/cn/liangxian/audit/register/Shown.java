package cn.liangxian.audit.register;

import cn.liangxian.audit.AuditHandoff.Obligation;
import cn.liangxian.handoff.Department;
import java.time.LocalDate;
import java.util.List;

/**
 * An entry as it is shown; {@code metOn}, {@code metBy}, {@code manner}, {@code missedOn} and
 * {@code earlyOn} (it came before its window opened, and did not count) are null where it did not happen.
 *
 * @param waiting what is waited for; null when nothing is any more
 * @param awaitedBy keys of the handoffs that cannot begin before it is met
 * @param steps the escalation ladder: the steps that were taken, and while it is not met those to come
 */
public record Shown(
        Obligation obligation,
        String area,
        Standing standing,
        String standingZh,
        String standingEn,
        LocalDate metOn,
        String metBy,
        String manner,
        LocalDate missedOn,
        LocalDate earlyOn,
        int daysLate,
        Waiting waiting,
        List<String> awaitedBy,
        List<Step> steps) {

    /**
     * What is waited for.
     *
     * @param waitsFor the awaited handoff, or {@code calendar} before its window
     * @param on the unit that must act
     * @param since since when, null before its window; {@code until} the day by which it should have come
     */
    public record Waiting(
            String zh, String en, String waitsFor, Department on, String area, LocalDate since, LocalDate until) {}

    /**
     * A step of the ladder.
     *
     * @param on the day it was taken, or will be
     * @param to who is told
     */
    public record Step(
            String name,
            String zh,
            String en,
            LocalDate on,
            List<Department> to,
            boolean taken,
            String clause,
            boolean assumed) {}

    static Shown of(Entry entry, List<String> awaitedBy, List<Step> steps) {
        Fulfilment met = entry.met();
        return new Shown(
                entry.obligation(),
                entry.obligation().area(),
                entry.standing(),
                entry.standing().zh(),
                entry.standing().en(),
                met == null ? null : met.on(),
                met == null ? null : met.eventId(),
                met == null ? null : met.manner(),
                entry.missedOn(),
                entry.earlyOn(),
                entry.daysLate(),
                waiting(entry),
                awaitedBy,
                steps);
    }

    private static Waiting waiting(Entry entry) {
        Obligation o = entry.obligation();
        return switch (entry.standing()) {
            case EXPECTED ->
                new Waiting(
                        "等待办理期开始",
                        "its window has not begun",
                        "calendar",
                        Department.CALENDAR,
                        o.area(),
                        null,
                        o.opened());
            case OPEN, DUE_SOON ->
                new Waiting("等待移交", "the handoff is awaited", o.handoff(), o.owner(), o.area(), o.opened(), o.due());
            case MISSED ->
                new Waiting(
                        "逾期，仍在等待移交",
                        "overdue, and still awaited",
                        o.handoff(),
                        o.owner(),
                        o.area(),
                        o.opened(),
                        o.due());
            default -> null;
        };
    }
}
