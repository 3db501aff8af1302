package cn.liangxian.collection.debit;

import cn.liangxian.collection.DebitHandoff.GuidanceListed;
import cn.liangxian.collection.claim.Claims;
import cn.liangxian.handoff.Clause;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.DebitTerms;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Lists who is to be guided to another channel, each claim once: who cannot be debited as soon as the township has said
 * so, and from the policy's day on whose debit has failed. The text dates only the second.
 */
@ApplicationScoped
@Clause("bachu-2022/第二十九条")
class Guiding implements DailyWork {

    private static final String NOT_DEBITABLE =
            """
            insert into debit_guidance (claim_no, township, village, reason, listed_on, closed)
            select c.claim_no, c.township, c.village, 'NOT_DEBITABLE', :date, false
            from debit_list l join debit_list_row r using (list_id) join claim c using (claim_no)
            where\s"""
                    + Claims.REGISTERED
                    + "l.state <> 'SUPERSEDED' and not r.debitable and c.state <> 'PAID' on conflict do nothing";

    private static final String FAILED =
            """
            insert into debit_guidance (claim_no, township, village, reason, listed_on, closed)
            select c.claim_no, c.township, c.village, 'FAILED', :date, false from claim c
            join lateral (select state from debit_line where claim_no = c.claim_no order by batch_no desc limit 1) l on true
            where\s"""
                    + Claims.REGISTERED
                    + "c.state <> 'PAID' and l.state = 'FAILED' on conflict do nothing";

    private final Jdbi jdbi;
    private final Policy policy;
    private final Outbox outbox;

    Guiding(Jdbi jdbi, Policy policy, Outbox outbox) {
        this.jdbi = jdbi;
        this.policy = policy;
        this.outbox = outbox;
    }

    @Override
    public int order() {
        return 41;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        policy.debit().ifPresent(terms -> outbox.handOver(list(terms, date)));
    }

    private List<GuidanceListed> list(DebitTerms terms, LocalDate date) {
        return jdbi.withHandle(h -> {
            int listed = h.createUpdate(NOT_DEBITABLE).bind("date", date).execute();
            if (!date.isBefore(terms.guidance())) {
                listed += h.createUpdate(FAILED).bind("date", date).execute();
            }
            if (listed == 0) {
                return List.of();
            }
            return h.createQuery(
                            """
                            select g.township, count(distinct c.person_key) as people,
                                count(*) filter (where g.reason = 'FAILED') as failed,
                                count(*) filter (where g.reason = 'NOT_DEBITABLE') as not_debitable
                            from debit_guidance g join claim c using (claim_no)
                            where g.listed_on = :date group by g.township order by g.township""")
                    .bind("date", date)
                    .map((row, context) -> new GuidanceListed(
                            date,
                            row.getString("township"),
                            row.getInt("people"),
                            row.getInt("failed"),
                            row.getInt("not_debitable")))
                    .list();
        });
    }
}
