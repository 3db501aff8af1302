package cn.liangxian.world.access;

import java.time.Duration;

/** How long an actor tries again: with growing pauses, up to three minutes. Services and servers may be killed meanwhile. */
final class Patience {
    static final Duration LIMIT = Duration.ofMinutes(3);
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final long giveUpAt = System.nanoTime() + LIMIT.toNanos();
    private long pause = 50;

    /**
     * Waits before the next try.
     *
     * @throws UnreachableException when the time is over
     */
    void pauseOr(String what, Throwable last) {
        if (System.nanoTime() > giveUpAt) throw new UnreachableException(what + " for " + LIMIT, last);
        pause(pause);
        pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("interrupted", e);
        }
    }
}
