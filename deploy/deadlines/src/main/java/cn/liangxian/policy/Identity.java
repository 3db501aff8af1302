package cn.liangxian.policy;

import java.time.LocalDate;

/**
 * A special-group identity 特殊群体身份 that a person holds from a day on, perhaps until a day.
 *
 * @param category a category code of the policy file, for example DIBAO
 * @param from first day on which it holds; null when it is not known to have begun later than everything else
 * @param until last day on which it holds; null while it lasts
 */
public record Identity(String category, LocalDate from, LocalDate until) {

    public static Identity lasting(String category) {
        return new Identity(category, null, null);
    }

    /** Whether the identity holds on the day, both ends included. */
    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
