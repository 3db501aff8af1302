package cn.liangxian.handoff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.handoff.SealedIdentity.Identity;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HandoffTest {

    private final SealedIdentity seal = new SealedIdentity(Base64.getEncoder().encodeToString(new byte[32]));

    @Test
    void moneyIsWrittenInYuanWithTwoDecimals() {
        assertEquals("380.00", Fen.ofYuan(380).yuan());
        assertEquals("-0.05", Fen.of(-5).yuan());
        assertThrows(ArithmeticException.class, () -> Fen.ofYuan(Long.MAX_VALUE));
    }

    @Test
    void aDigestDoesNotDependOnTheOrderOfTheLinesButOnEveryLine() {
        String digest = new LineDigest().add("a").add("b").hex();
        assertEquals(digest, new LineDigest().add("b").add("a").hex());
        assertNotEquals(digest, new LineDigest().add("a").add("a").hex());
        assertNotEquals(digest, new LineDigest().add("a").add("b").add("b").hex());
    }

    @Test
    void identifiersOnlyGrow() {
        UUID last = Uuid7.next();
        for (int i = 0; i < 10_000; i++) {
            UUID next = Uuid7.next();
            assertTrue(last.toString().compareTo(next.toString()) < 0);
            last = next;
        }
        assertEquals(7, last.version());
    }

    @Test
    void aSealedIdentityIsOpenedWithItsKeyOnly() {
        String sealed = seal.seal(new Identity("11010519491231002X", "甲"));
        assertEquals("11010519491231002X", seal.open(sealed).idNumber());
        byte[] other = new byte[32];
        other[0] = 1;
        SealedIdentity stranger = new SealedIdentity(Base64.getEncoder().encodeToString(other));
        assertThrows(IllegalArgumentException.class, () -> stranger.open(sealed));
    }
}
