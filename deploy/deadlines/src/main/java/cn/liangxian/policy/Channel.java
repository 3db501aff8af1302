package cn.liangxian.policy;

import java.time.LocalDate;

/**
 * A way to pay. Open from and to the days given, both included.
 *
 * @param online paid by the resident over the net; the hold before a 60th or 70th birthday looks at this
 * @param entrusted people give their money to the agent of their village 代收人员, who hands it in
 */
public record Channel(
        String code,
        String zh,
        String en,
        boolean online,
        boolean entrusted,
        LocalDate opens,
        LocalDate closes,
        String clause,
        boolean assumed) {

    public boolean openOn(LocalDate day) {
        return !day.isBefore(opens) && !day.isAfter(closes);
    }
}
