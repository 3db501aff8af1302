package cn.liangxian.policy;

import java.time.LocalDate;

/**
 * A township or street office 镇街 under one of its codes.
 *
 * @param code nine-digit division code
 * @param nameEn for pages in English; the name itself where the policy gives no other
 * @param from first day on which the code is in use, and {@code until} the last one; null where no change is known
 * @param into code of the township that it became part of, or that it is from then on; null where it lasts
 */
public record Township(String code, String name, String nameEn, LocalDate from, LocalDate until, String into) {

    /** A township whose code does not change. */
    public Township(String code, String name) {
        this(code, name, name, null, null, null);
    }

    public boolean existsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
