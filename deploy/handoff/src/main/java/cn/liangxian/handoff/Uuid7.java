package cn.liangxian.handoff;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Time-ordered identifiers (RFC 9562, version 7). Within one process they only grow, so that an index on them is
 * appended to; a random key costs as much as the whole chain (see the performance notes).
 */
public final class Uuid7 {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static long lastMillis;
    private static int counter;

    private Uuid7() {}

    public static synchronized UUID next() {
        long now = Math.max(System.currentTimeMillis(), lastMillis);
        if (now > lastMillis) {
            lastMillis = now;
            counter = RANDOM.nextInt(0x400);
        } else if (++counter > 0xfff) {
            lastMillis = ++now;
            counter = 0;
        }
        long high = (now << 16) | 0x7000L | counter;
        long low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
