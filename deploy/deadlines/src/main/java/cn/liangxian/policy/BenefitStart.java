package cn.liangxian.policy;

import java.time.LocalDate;

/**
 * From which day what was paid entitles.
 *
 * @param waitingDays calendar days without benefit after the payment (待遇享受等待期); 0 when there is none
 */
public record BenefitStart(LocalDate from, int waitingDays, String clause, boolean assumed) {}
