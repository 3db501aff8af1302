package cn.liangxian.collection.debit;

import cn.liangxian.collection.DebitHandoff.DebitFailuresListed;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Township;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * The day after each debit tells every township what failed, also when nothing did. A line whose bank answered later is
 * told on the morning after its answer.
 */
@ApplicationScoped
@Clause("bachu-2022/第二十八条(2)")
class ListingFailures implements DailyWork {

    private final Jdbi jdbi;
    private final Policy policy;
    private final Outbox outbox;

    ListingFailures(Jdbi jdbi, Policy policy, Outbox outbox) {
        this.jdbi = jdbi;
        this.policy = policy;
        this.outbox = outbox;
    }

    private record Failed(int lines, int people, Fen total) {
        private static final Failed NOTHING = new Failed(0, 0, Fen.ZERO);
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        LocalDate debited = date.minusDays(1);
        if (policy.debit().isEmpty()) {
            return;
        }
        Map<String, Failed> failed = list(date);
        boolean sent =
                jdbi.withHandle(h -> h.createQuery("select exists (select 1 from debit_batch where debit_on = ?)")
                        .bind(0, debited)
                        .mapTo(Boolean.class)
                        .one());
        for (Township township : policy.jurisdiction().townships(date)) {
            Failed its = failed.getOrDefault(township.code(), Failed.NOTHING);
            if (sent || its.lines() > 0) {
                outbox.handOver(
                        new DebitFailuresListed(debited, township.code(), its.lines(), its.people(), its.total()));
            }
        }
    }

    private Map<String, Failed> list(LocalDate date) {
        return jdbi.withHandle(h -> h
                .createQuery(
                        """
                        with listed as (update debit_line l set listed_on = :date from untold_failure u
                            where (l.batch_no, l.line_no) = (u.batch_no, u.line_no)
                            returning l.batch_no, l.township, l.claim_no, l.amount, l.result),
                        work as (insert into failed_debit
                            select c.claim_no, c.village, count(*), max(l.batch_no),
                                (array_agg(l.result order by l.batch_no desc))[1], c.state = 'PAID', false
                            from listed l join claim c using (claim_no)
                            group by c.claim_no, c.village, c.state order by c.claim_no
                            on conflict (claim_no) do update set
                                attempts = failed_debit.attempts + excluded.attempts,
                                batch_no = greatest(failed_debit.batch_no, excluded.batch_no),
                                reason = case when excluded.batch_no > failed_debit.batch_no then excluded.reason
                                    else failed_debit.reason end,
                                closed = excluded.closed)
                        select l.township, count(*) as lines, count(distinct c.person_key) as people, sum(l.amount) as total
                        from listed l join claim c using (claim_no) group by l.township""")
                .bind("date", date)
                .map((row, context) -> Map.entry(
                        row.getString("township"),
                        new Failed(row.getInt("lines"), row.getInt("people"), Fen.of(row.getLong("total")))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public boolean windsUp() {
        return true;
    }
}
