package cn.liangxian.audit.index;

import cn.liangxian.audit.AuditHandoff.DayOpened;
import cn.liangxian.messaging.RawEvent;
import cn.liangxian.messaging.Witness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Before the daily work of a new date, takes all that was published before it: who handed over on the last good day must not
 * be found to have missed it because its event was still on the way. What a publisher still held back is corrected when it
 * comes.
 */
@ApplicationScoped
class IndexingDays implements Witness {

    private final Arrivals arrivals;
    private final EventIndex index;

    IndexingDays(Arrivals arrivals, EventIndex index) {
        this.arrivals = arrivals;
        this.index = index;
    }

    @Override
    public String topic() {
        return DayOpened.TOPIC;
    }

    @Override
    public void taken(RawEvent event) {
        // before the index is locked: the events waited for need it too
        arrivals.awaitTaken();
        index.enter(List.of(event));
    }
}
