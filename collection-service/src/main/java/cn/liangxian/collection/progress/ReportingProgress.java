package cn.liangxian.collection.progress;

import cn.liangxian.collection.CollectionHandoff.ProgressReported;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** On the days of the policy's schedule "progress", tells each township how far it had come on the evening before. */
@ApplicationScoped
class ReportingProgress implements DailyWork {

    private static final String SCHEDULE = "progress";
    private final Jdbi jdbi;
    private final Policy policy;
    private final Outbox outbox;

    ReportingProgress(Jdbi jdbi, Policy policy, Outbox outbox) {
        this.jdbi = jdbi;
        this.policy = policy;
        this.outbox = outbox;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        Schedule schedule = policy.schedules().get(SCHEDULE);
        if (schedule != null && schedule.runsOn(date)) {
            outbox.handOver(reports(date));
        }
    }

    private List<ProgressReported> reports(LocalDate asOf) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select c.township, c.insurance, count(*) as people, count(*) filter (where c.state = 'PAID') as people_paid,
                            sum(c.due) as due, sum(c.paid_self + c.paid_proxy + c.paid_sponsor) as paid
                        from claim c join roster r using (roster_no)
                        where r.state = 'ACCEPTED' and c.fee_year = ?
                        group by c.township, c.insurance order by c.township, c.insurance""")
                .bind(0, policy.feeYear())
                .map((row, context) -> new ProgressReported(
                        row.getString("township"),
                        asOf,
                        Insurance.valueOf(row.getString("insurance")),
                        row.getInt("people"),
                        row.getInt("people_paid"),
                        Fen.of(row.getLong("due")),
                        Fen.of(row.getLong("paid"))))
                .list());
    }
}
