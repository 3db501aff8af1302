package cn.liangxian.policy;

import java.time.LocalDate;

/** Up to when a batch debit knows what was paid and changed 截止: nothing later is looked at for its lines. */
public enum CutOff {
    /** What is known when the day opens: all of the day before, nothing of the day itself. */
    OPENING;

    /** The last day of which a batch of this day knows everything. */
    public LocalDate lastDay(LocalDate debitOn) {
        return debitOn.minusDays(1);
    }
}
