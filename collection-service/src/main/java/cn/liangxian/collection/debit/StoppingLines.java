package cn.liangxian.collection.debit;

import cn.liangxian.collection.DebitHandoff.DebitReversed;
import cn.liangxian.collection.DebitHandoff.DebitStopped;
import cn.liangxian.collection.day.CollectingDay;
import cn.liangxian.collection.debit.DebitLineState.Step;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.DebitResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A bank says which lines it stopped (2123 to our 1123), and which debits it gave back (2021 to our 1021). One that it
 * could not stop it answers as debited; money that it cannot give back is booked, and goes back as a refund.
 */
@ApplicationScoped
class StoppingLines {

    private final DebitBook book;
    private final BookingDebits booking;
    private final AskingAgain asking;
    private final CollectingDay day;
    private final Outbox outbox;

    StoppingLines(DebitBook book, BookingDebits booking, AskingAgain asking, CollectingDay day, Outbox outbox) {
        this.book = book;
        this.booking = booking;
        this.asking = asking;
        this.day = day;
        this.outbox = outbox;
    }

    /** What was made of a reply. {@code ignored}: nobody asked that about the line, or it is answered already. */
    record Made(int done, int tooLate, int ignored) {
        Made plus(Made other) {
            return new Made(done + other.done, tooLate + other.tooLate, ignored + other.ignored);
        }
    }

    /** Too late: the line stays open until the bank answers that it was debited. */
    Made stop(DebitBatch batch, Map<Integer, Boolean> answers) {
        LocalDate today = day.join();
        book.lock(batch.batchNo());
        asking.askToStop(batch.batchNo());
        List<DebitLine> stopped = new ArrayList<>();
        int late = 0;
        for (DebitLine line : book.lines(batch.batchNo(), answers.keySet())) {
            if (DebitLineState.LIFE.next(line.state(), Step.STOP_CONFIRMED).isEmpty()) {
                continue;
            }
            if (answers.get(line.lineNo())) {
                stopped.add(line.after(Step.STOP_CONFIRMED, DebitResult.STOPPED, null));
            } else {
                late++;
            }
        }
        book.keep(stopped, today);
        if (!stopped.isEmpty()) {
            outbox.handOver(new DebitStopped(id(), no(batch), batch.bank(), stopped.size(), open(batch)));
        }
        return new Made(stopped.size(), late, answers.size() - stopped.size() - late);
    }

    Made reverse(DebitBatch batch, Map<Integer, Boolean> answers) {
        LocalDate today = day.join();
        book.lock(batch.batchNo());
        List<DebitLine> reversed = new ArrayList<>();
        List<DebitLine> late = new ArrayList<>();
        for (DebitLine line : book.lines(batch.batchNo(), answers.keySet())) {
            if (line.state() == DebitLineState.REVERSING) {
                if (answers.get(line.lineNo())) {
                    reversed.add(line.after(Step.REVERSAL_CONFIRMED, DebitResult.OK, line.bankCode()));
                } else {
                    late.add(line);
                }
            }
        }
        book.keep(reversed, today);
        booking.bookUnreversed(batch, late, today);
        if (!reversed.isEmpty() || !late.isEmpty()) {
            Fen total = reversed.stream().map(DebitLine::amount).reduce(Fen.ZERO, Fen::plus);
            outbox.handOver(
                    new DebitReversed(id(), no(batch), batch.bank(), reversed.size(), total, late.size(), open(batch)));
        }
        return new Made(reversed.size(), late.size(), answers.size() - reversed.size() - late.size());
    }

    private int open(DebitBatch batch) {
        return book.find(batch.batchNo()).orElseThrow().open();
    }

    private static String id() {
        return Uuid7.next().toString();
    }

    private static String no(DebitBatch batch) {
        return Long.toString(batch.batchNo());
    }
}
