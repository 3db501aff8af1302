package cn.liangxian.audit.register;

import cn.liangxian.audit.AuditHandoff.Obligation;
import java.util.List;

/**
 * An obligation whose clock starts.
 *
 * @param needed so many parts must arrive before it is met
 * @param startedBy event that starts it; empty when the calendar does
 * @param causes obligations that this event was owed for
 */
public record Opening(Obligation obligation, int needed, String startedBy, List<String> causes) {

    /** The entry as it begins. */
    Entry expected() {
        return new Entry(obligation, needed, startedBy, causes, Standing.EXPECTED, null, null, null);
    }
}
