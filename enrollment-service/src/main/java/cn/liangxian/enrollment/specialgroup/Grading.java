package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.enrollment.EnrollmentHandoff.Grade;
import cn.liangxian.enrollment.ExchangeHandoff.Carrier;
import java.util.Arrays;
import java.util.Optional;

/** How a list is graded: the declaration first, then the head count, then the rows. */
public final class Grading {

    private Grading() {}

    /** A refusal that needs no look at the file. */
    public static Optional<Refusal> ofDeclaration(Declaration declaration, boolean sealNeeded) {
        if (declaration.signedBy() == null || declaration.signedBy().isBlank()) {
            return Optional.of(Refusal.NOT_SIGNED);
        }
        if (sealNeeded && !declaration.sealed()) {
            return Optional.of(Refusal.NOT_SEALED);
        }
        if (declaration.carrier() != null && !carries(declaration.carrier())) {
            return Optional.of(Refusal.CARRIER_UNKNOWN);
        }
        if (declaration.declaredCount() == 0 && !declaration.confirmedZero()) {
            return Optional.of(Refusal.ZERO_NOT_CONFIRMED);
        }
        return declaration.confirmedZero() && declaration.declaredCount() > 0
                ? Optional.of(Refusal.ZERO_WITH_ROWS)
                : Optional.empty();
    }

    private static boolean carries(String carrier) {
        return Arrays.stream(Carrier.values()).anyMatch(known -> known.name().equalsIgnoreCase(carrier));
    }

    /** A refusal that the number of rows gives; a list that is too short or too long for its seal is not applied. */
    public static Optional<Refusal> ofCount(Declaration declaration, int received) {
        if (declaration.confirmedZero() && received > 0) {
            return Optional.of(Refusal.ZERO_WITH_ROWS);
        }
        return declaration.declaredCount() == received ? Optional.empty() : Optional.of(Refusal.COUNT_DIFFERS);
    }

    /** The grade of a list that was read. */
    public static Grade of(Optional<Refusal> refusal, int badRows) {
        if (refusal.isPresent()) {
            return refusal.get() == Refusal.COUNT_DIFFERS ? Grade.PARTIAL : Grade.REJECTED;
        }
        return badRows == 0 ? Grade.ACCEPTED : Grade.ACCEPTED_WITH_ERRORS;
    }
}
