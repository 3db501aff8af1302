package cn.liangxian.audit.register;

import java.time.LocalDate;

/**
 * One step in the life of an obligation.
 *
 * @param on business date of the step
 * @param due due date as it was known then
 * @param eventId event that caused it; null when the calendar did
 */
public record Fact(String obligationId, Happening happening, LocalDate on, LocalDate due, String eventId) {}
