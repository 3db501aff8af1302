package cn.liangxian.policy;

import java.time.LocalDate;

/**
 * When a notice is in force, both days included.
 *
 * @param until null while no end is known
 */
public record Effective(LocalDate from, LocalDate until, String clause, boolean assumed) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
