package cn.liangxian.collection.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Sex;
import java.time.LocalDate;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class ClaimTest {

    @Test
    void everyStateAndStepOfAClaimIsInItsTableAndNoneIsTheEndSinceMoneyMayGoBack() {
        assertEquals(EnumSet.allOf(ClaimState.class), EnumSet.copyOf(ClaimState.LIFE.reachable()));
        assertEquals(EnumSet.allOf(ClaimState.Step.class), EnumSet.copyOf(ClaimState.LIFE.steps()));
        for (ClaimState state : ClaimState.values()) {
            assertFalse(ClaimState.LIFE.isLast(state), state.name());
        }
    }

    @Test
    void aClaimIsPaidWhenAllThatIsDueIsPaidByWhomever() {
        Claim claim = claim(380);
        assertEquals(ClaimState.OPEN, claim.state());
        claim = claim.paidBy(Payer.SELF, Fen.ofYuan(100));
        assertEquals(ClaimState.PARTLY_PAID, claim.state());
        claim = claim.paidBy(Payer.SPONSOR, Fen.ofYuan(90));
        assertEquals(ClaimState.PARTLY_PAID, claim.state());
        assertEquals(Fen.ofYuan(190), claim.unpaid());
        claim = claim.paidBy(Payer.PROXY, Fen.ofYuan(190));
        assertTrue(claim.settled());
        assertEquals(Fen.ofYuan(380), claim.paid());
    }

    @Test
    void whatTheResidentPaidMayGoBackAndTheClaimStandsAsUnpaidAsItThenIs() {
        Claim paid = claim(380).paidBy(Payer.SELF, Fen.ofYuan(190)).paidBy(Payer.PROXY, Fen.ofYuan(190));
        Claim half = paid.refunded(Fen.ofYuan(190));
        assertEquals(ClaimState.PARTLY_PAID, half.state());
        assertEquals(Fen.ofYuan(190), half.unpaid());
        assertEquals(
                ClaimState.OPEN,
                claim(380)
                        .paidBy(Payer.SELF, Fen.ofYuan(380))
                        .refunded(Fen.ofYuan(380))
                        .state());
        assertThrows(IllegalArgumentException.class, () -> half.refunded(Fen.ofYuan(1)));
        assertThrows(IllegalArgumentException.class, () -> paid.refunded(Fen.ZERO));
    }

    @Test
    void aClaimTakesNeitherNothingNorMoreThanIsUnpaid() {
        Claim claim = claim(380).paidBy(Payer.SELF, Fen.ofYuan(379));
        assertThrows(IllegalArgumentException.class, () -> claim.paidBy(Payer.SELF, Fen.ofYuan(2)));
        assertThrows(IllegalArgumentException.class, () -> claim.paidBy(Payer.SELF, Fen.ZERO));
        Claim settled = claim.paidBy(Payer.SELF, Fen.ofYuan(1));
        assertThrows(IllegalArgumentException.class, () -> settled.paidBy(Payer.SELF, Fen.of(1)));
    }

    @Test
    void aTierBelowWhatHasBeenPaidCannotBeChosen() {
        Claim claim = claim(500).paidBy(Payer.PROXY, Fen.ofYuan(400));
        assertThrows(IllegalArgumentException.class, () -> claim.withTier(Fen.ofYuan(350), Fen.ofYuan(350)));
    }

    private static Claim claim(long yuan) {
        return new Claim(
                1,
                "p",
                "370404001",
                "370404001003",
                Insurance.PENSION,
                2024,
                LocalDate.of(1990, 1, 1),
                Sex.FEMALE,
                Statuses.NONE,
                ClaimState.OPEN,
                Fen.ofYuan(yuan),
                null,
                Fen.ZERO,
                Fen.ZERO,
                Fen.ZERO,
                true);
    }
}
