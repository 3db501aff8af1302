package cn.liangxian.policy;

import java.time.LocalDate;

/**
 * A way to pay. Open from and to the days given, both included.
 *
 * @param online paid by the resident over the net; the hold before a 60th or 70th birthday looks at this
 */
public record Channel(
        String code,
        String zh,
        String en,
        boolean online,
        LocalDate opens,
        LocalDate closes,
        String clause,
        boolean assumed) {

    public boolean openOn(LocalDate day) {
        return !day.isBefore(opens) && !day.isAfter(closes);
    }
}
