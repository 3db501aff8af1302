package cn.liangxian.collection.debit;

import cn.liangxian.collection.debit.DebitLineState.Step;
import cn.liangxian.handoff.Clause;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Every morning: a line that the bank did not answer in time is unknown and asked for again, never sent again; a line
 * whose claim was paid by another channel is to be stopped.
 */
@ApplicationScoped
@Clause("bachu-2022/第二十八条(1)")
class AskingAgain implements DailyWork {

    private final Jdbi jdbi;
    private final Policy policy;

    AskingAgain(Jdbi jdbi, Policy policy) {
        this.jdbi = jdbi;
        this.policy = policy;
    }

    /** A line that the bank has a question about. {@code stop}: it is asked to stop it, else what became of it. */
    record Question(long batchNo, int lineNo, String voucher, int asked, boolean stop) {}

    @Override
    public int order() {
        return 45;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        if (policy.debit().isEmpty()) {
            return;
        }
        jdbi.useHandle(h -> {
            for (DebitLineState state : List.of(DebitLineState.SENT, DebitLineState.UNKNOWN)) {
                h.createUpdate(
                                """
                                update debit_line l set state = :stopping from claim c
                                where l.state = :state and c.claim_no = l.claim_no and c.state = 'PAID'""")
                        .bind(
                                "stopping",
                                DebitLineState.LIFE
                                        .after(state, Step.STOP_ASKED)
                                        .name())
                        .bind("state", state.name())
                        .execute();
                h.createUpdate(
                                """
                                update debit_line l set state = :unknown from debit_batch b
                                where l.state = :state and b.batch_no = l.batch_no and b.answer_by < :date""")
                        .bind(
                                "unknown",
                                DebitLineState.LIFE.after(state, Step.NOT_KNOWN).name())
                        .bind("state", state.name())
                        .bind("date", date)
                        .execute();
            }
            h.execute("update debit_line set asked = asked + 1 where state in ('UNKNOWN', 'STOPPING')");
        });
    }

    /** What the bank has to say of its lines, the longest asked first. */
    List<Question> questions(String bank, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select l.* from debit_line l join debit_batch b using (batch_no)
                        where b.bank = ? and l.state in ('UNKNOWN', 'STOPPING') order by l.batch_no, l.line_no limit ?""")
                .bind(0, bank)
                .bind(1, limit)
                .map((row, context) -> {
                    DebitLine line = DebitBook.line(row, context);
                    return new Question(
                            line.batchNo(),
                            line.lineNo(),
                            line.voucher(),
                            row.getInt("asked"),
                            line.state() == DebitLineState.STOPPING);
                })
                .list());
    }

    @Override
    public boolean windsUp() {
        return true;
    }
}
