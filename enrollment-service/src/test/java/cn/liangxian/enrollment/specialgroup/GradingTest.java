package cn.liangxian.enrollment.specialgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.enrollment.EnrollmentHandoff.Grade;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GradingTest {

    @Test
    void aListWithEveryRowGoodAndTheDeclaredCountIsAccepted() {
        assertEquals(Grade.ACCEPTED, Grading.of(Grading.ofCount(declared(3), 3), 0));
    }

    @Test
    void aListWithABadRowIsAcceptedWithErrors() {
        assertEquals(Grade.ACCEPTED_WITH_ERRORS, Grading.of(Grading.ofCount(declared(3), 3), 1));
    }

    @Test
    void aListWithOneRowMoreOrLessThanSealedIsPartial() {
        assertEquals(Grade.PARTIAL, Grading.of(Grading.ofCount(declared(3), 2), 0));
        assertEquals(Grade.PARTIAL, Grading.of(Grading.ofCount(declared(3), 4), 0));
    }

    @Test
    void aListNeedsASignatureAndWhereThePolicySaysSoASeal() {
        assertEquals(Optional.of(Refusal.NOT_SIGNED), Grading.ofDeclaration(declaration(3, " ", true, false), true));
        assertEquals(Optional.of(Refusal.NOT_SEALED), Grading.ofDeclaration(declaration(3, "甲", false, false), true));
        assertEquals(Optional.empty(), Grading.ofDeclaration(declaration(3, "甲", false, false), false));
    }

    @Test
    void zeroHasToBeConfirmedAndMeansZero() {
        assertEquals(
                Optional.of(Refusal.ZERO_NOT_CONFIRMED), Grading.ofDeclaration(declaration(0, "甲", true, false), true));
        assertEquals(Optional.empty(), Grading.ofDeclaration(declaration(0, "甲", true, true), true));
        assertEquals(Optional.of(Refusal.ZERO_WITH_ROWS), Grading.ofDeclaration(declaration(1, "甲", true, true), true));
        assertEquals(Optional.of(Refusal.ZERO_WITH_ROWS), Grading.ofCount(declaration(0, "甲", true, true), 1));
        assertEquals(Grade.REJECTED, Grading.of(Optional.of(Refusal.ZERO_WITH_ROWS), 0));
    }

    private static Declaration declared(int count) {
        return declaration(count, "甲", true, false);
    }

    private static Declaration declaration(int count, String signedBy, boolean sealed, boolean zero) {
        return new Declaration(
                "DIBAO", "370404", LocalDate.of(2023, 9, 20), count, signedBy, sealed, "electronic", zero);
    }
}
