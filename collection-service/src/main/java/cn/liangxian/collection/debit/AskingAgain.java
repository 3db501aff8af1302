package cn.liangxian.collection.debit;

import cn.liangxian.collection.debit.DebitLineState.Step;
import cn.liangxian.handoff.Clause;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Every morning: a line that the bank did not answer in time is unknown and asked for again, never sent again; a line
 * whose claim was paid by another channel is to be stopped.
 */
@ApplicationScoped
@Clause("bachu-2022/第二十八条(1)")
class AskingAgain implements DailyWork {

    /** Of a line l, its claim c and batch b: nothing of the claim is left for the debit, and it was left when it was sent. */
    static final String PAID_OTHERWISE =
            """
            (l.state = 'STOPPING' or c.state = 'PAID' or c.paid_self > 0 and exists (select 1 from payment p
                where p.person_key = c.person_key and p.claim_no = c.claim_no and p.payer = 'SELF'
                    and p.outcome = 'PAID' and p.paid_on >= b.debit_on))""";

    private final Jdbi jdbi;
    private final Policy policy;

    AskingAgain(Jdbi jdbi, Policy policy) {
        this.jdbi = jdbi;
        this.policy = policy;
    }

    /** What a bank is asked about a line. */
    enum Ask {
        /** What became of it. */
        ANSWER,
        /** 1123: to stop it. */
        STOP,
        /** 1021: to give back what it debited. */
        REVERSE
    }

    record Question(long batchNo, int lineNo, String voucher, LocalDate debitOn, int asked, Ask ask) {}

    private static Ask ask(DebitLineState state, boolean stop) {
        return state == DebitLineState.REVERSING ? Ask.REVERSE : stop ? Ask.STOP : Ask.ANSWER;
    }

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
                askToStop(h, state, null);
                h.createUpdate(
                                """
                                update debit_line l set state = :unknown from open_debit o join debit_batch b using (batch_no)
                                where (l.batch_no, l.line_no) = (o.batch_no, o.line_no) and l.state = :state
                                    and b.answer_by < :date""")
                        .bind(
                                "unknown",
                                DebitLineState.LIFE.after(state, Step.NOT_KNOWN).name())
                        .bind("state", state.name())
                        .bind("date", date)
                        .execute();
            }
            h.execute(
                    """
                    update debit_line l set asked = asked + 1 from open_debit o
                    where (l.batch_no, l.line_no) = (o.batch_no, o.line_no) and l.state <> 'SENT'""");
        });
    }

    /** Lines of a batch whose claims were paid otherwise since the morning; in the running transaction. */
    void askToStop(long batchNo) {
        jdbi.useHandle(h -> {
            askToStop(h, DebitLineState.SENT, batchNo);
            askToStop(h, DebitLineState.UNKNOWN, batchNo);
        });
    }

    private static void askToStop(Handle h, DebitLineState state, Long batchNo) {
        h.createUpdate(
                        """
                        update debit_line l set state = :stopping
                        from open_debit o join claim c using (claim_no) join debit_batch b using (batch_no)
                        where (l.batch_no, l.line_no) = (o.batch_no, o.line_no) and l.state = :state
                            and o.batch_no = coalesce(:batch, o.batch_no) and\s"""
                                + PAID_OTHERWISE)
                .bind(
                        "stopping",
                        DebitLineState.LIFE.after(state, Step.STOP_ASKED).name())
                .bind("state", state.name())
                .bind("batch", batchNo)
                .execute();
    }

    /** Those of the questions that ask this; what a bank has not answered holds up neither a stop nor a reversal. */
    List<Question> questions(String bank, Ask ask, int limit) {
        return questions(
                bank,
                0,
                0,
                limit,
                switch (ask) {
                    case REVERSE -> "l.state = 'REVERSING'";
                    case STOP -> "l.state <> 'REVERSING' and " + PAID_OTHERWISE;
                    case ANSWER -> "l.state <> 'REVERSING' and not " + PAID_OTHERWISE;
                });
    }

    /** What the bank has to say of its lines, the longest asked first, after this line of a batch. */
    List<Question> questions(String bank, long afterBatch, int afterLine, int limit) {
        return questions(bank, afterBatch, afterLine, limit, "true");
    }

    private List<Question> questions(String bank, long afterBatch, int afterLine, int limit, String which) {
        return jdbi.withHandle(h -> h.createQuery("""
                        select l.*, b.debit_on,\s"""
                        + PAID_OTHERWISE
                        + """
                         as stop from open_debit o join debit_line l using (batch_no, line_no)
                        join debit_batch b using (batch_no) join claim c on c.claim_no = o.claim_no
                        where b.bank = ? and (o.batch_no, o.line_no) > (?, ?) and (l.state <> 'SENT' or\s"""
                        + PAID_OTHERWISE
                        + ") and "
                        + which
                        + " order by o.batch_no, o.line_no limit ?")
                .bind(0, bank)
                .bind(1, afterBatch)
                .bind(2, afterLine)
                .bind(3, limit)
                .map((row, context) -> {
                    DebitLine line = DebitBook.line(row, context);
                    return new Question(
                            line.batchNo(),
                            line.lineNo(),
                            line.voucher(),
                            row.getObject("debit_on", LocalDate.class),
                            row.getInt("asked"),
                            ask(line.state(), row.getBoolean("stop")));
                })
                .list());
    }

    @Override
    public boolean windsUp() {
        return true;
    }
}
