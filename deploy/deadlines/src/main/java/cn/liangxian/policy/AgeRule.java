package cn.liangxian.policy;

import java.time.LocalDate;

/**
 * How completed years of age 周岁 are counted.
 *
 * @param onBirthday whether a year is completed on the birthday itself or, as a strict count of 民法典201 has it, the day after
 * @param measuredOn the one day for everybody, or null: the day of payment
 */
record AgeRule(boolean onBirthday, LocalDate measuredOn, boolean assumed) {

    /** A birthday of 29 February falls on the last day of February in other years (民法典202). */
    int age(LocalDate birth, LocalDate paidOn) {
        LocalDate on = measuredOn == null ? paidOn : measuredOn;
        int years = on.getYear() - birth.getYear();
        return on.isBefore(reached(birth, years)) ? years - 1 : years;
    }

    /** The first day on which a person of this birth has completed so many years. */
    LocalDate reached(LocalDate birth, int years) {
        LocalDate birthday = birth.plusYears(years);
        return onBirthday ? birthday : birthday.plusDays(1);
    }
}
