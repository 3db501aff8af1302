package cn.liangxian.enrollment.bulk;

import org.jdbi.v3.core.Handle;

/**
 * Lets one transaction at a time work on a subject, where there is no row yet to lock: what is handed over about it keeps
 * its order, and two senders of the same thing do not both find nothing.
 */
public final class SubjectLock {

    private SubjectLock() {}

    /** Waits for the subject and holds it until the end of the transaction. */
    public static void hold(Handle h, String subject) {
        h.createQuery("select pg_advisory_xact_lock(hashtextextended(?, 0)) is null")
                .bind(0, subject)
                .mapTo(Boolean.class)
                .one();
    }
}
