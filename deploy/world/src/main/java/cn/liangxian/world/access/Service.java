package cn.liangxian.world.access;

import java.util.Locale;

/** The five services, as the outside reaches them. */
public enum Service {
    ENROLLMENT,
    COLLECTION,
    RECONCILIATION,
    SUBSIDY,
    AUDIT;

    /** The name under which it consumes and publishes. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
