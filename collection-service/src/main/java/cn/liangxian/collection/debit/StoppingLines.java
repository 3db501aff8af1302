package cn.liangxian.collection.debit;

import cn.liangxian.collection.DebitHandoff.DebitStopped;
import cn.liangxian.collection.debit.DebitBatchResource.Stopped;
import cn.liangxian.collection.debit.DebitLineState.Step;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.DebitResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The bank says which lines it could still stop (2123 to our 1123). One that it could not is answered as debited, and the
 * money goes back as a surplus.
 */
@ApplicationScoped
class StoppingLines {

    private final DebitBook book;
    private final BusinessDay day;
    private final Outbox outbox;

    StoppingLines(DebitBook book, BusinessDay day, Outbox outbox) {
        this.book = book;
        this.day = day;
        this.outbox = outbox;
    }

    /** Returns how many are stopped now; a line that nobody asked to stop stays as it is. */
    Stopped stop(DebitBatch batch, List<Integer> lineNos) {
        List<DebitLine> stopped = book.lock(batch.batchNo(), lineNos).stream()
                .filter(line -> DebitLineState.LIFE
                        .next(line.state(), Step.STOP_CONFIRMED)
                        .isPresent())
                .map(line -> line.after(Step.STOP_CONFIRMED, DebitResult.STOPPED, null))
                .toList();
        book.keep(stopped, day.today());
        if (!stopped.isEmpty()) {
            int open = book.find(batch.batchNo()).orElseThrow().open();
            outbox.handOver(new DebitStopped(
                    Uuid7.next().toString(), Long.toString(batch.batchNo()), batch.bank(), stopped.size(), open));
        }
        return new Stopped(stopped.size());
    }
}
