package cn.liangxian.policy;

import cn.liangxian.handoff.Insurance;
import java.time.LocalDate;
import java.util.Set;

/**
 * A payment that the agency of the insurance assesses before it is made 特殊情形缴费.
 *
 * @param earlierYears it is for a fee year before that of the file, at the amount that the agency assesses
 * @param bornFrom whoever was born on or after this day needs the assessment; null when birth does not matter
 * @param from payments from this day on need the assessment; null when the day does not matter
 * @param exceptHeld not needed by whoever was asked to wait for a birthday that lies on or after {@code from}
 * @param validDays for how many days after it was made a positive assessment may be used, the day itself not counted
 */
public record SpecialCase(
        String code,
        String zh,
        String en,
        Set<Insurance> insurances,
        boolean earlierYears,
        LocalDate bornFrom,
        LocalDate from,
        boolean exceptHeld,
        int validDays,
        String clause,
        boolean assumed) {

    public SpecialCase {
        insurances = Set.copyOf(insurances);
    }

    /** Whether a payment for the fee year of the file on the day is such a case. */
    boolean needed(Insurance insurance, LocalDate birth, LocalDate on) {
        if (earlierYears || !insurances.contains(insurance)) return false;
        if (bornFrom != null && birth.isBefore(bornFrom)) return false;
        return from == null || !on.isBefore(from);
    }
}
