package cn.liangxian.messaging;

import cn.liangxian.handoff.Envelope;

/** The event being worked on this thread, so that what it leads to carries its correlation and causation. */
final class Cause {

    private static final ThreadLocal<Envelope> CURRENT = new ThreadLocal<>();

    private Cause() {}

    static Envelope current() {
        return CURRENT.get();
    }

    static void during(Envelope envelope, Runnable work) {
        Envelope before = CURRENT.get();
        CURRENT.set(envelope);
        try {
            work.run();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }
}
