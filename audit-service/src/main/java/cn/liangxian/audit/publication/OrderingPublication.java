package cn.liangxian.audit.publication;

import cn.liangxian.audit.AuditHandoff.PublicationOrdered;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Stage;
import cn.liangxian.policy.Township;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * On the day after the campaign tax gives each township its payment roster for publication (yicheng-2024/四(五)). A payment
 * of the campaign that becomes known only later follows in a supplement on the next day of the publication stage.
 */
@ApplicationScoped
class OrderingPublication implements DailyWork {

    private static final String STAGE = "publish";
    private final Jdbi jdbi;
    private final Outbox outbox;
    private final Policy policy;

    OrderingPublication(Jdbi jdbi, Outbox outbox, Policy policy) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.policy = policy;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        Stage stage = policy.campaign().stages().get(STAGE);
        LocalDate first = policy.campaign().end().plusDays(1);
        if (stage == null || date.isBefore(first) || date.isAfter(stage.to())) {
            return;
        }
        for (Township township : policy.jurisdiction().townships()) {
            jdbi.useHandle(h -> order(h, township.code(), date, stage));
        }
    }

    private void order(Handle h, String township, LocalDate date, Stage stage) {
        boolean ordered = h.createQuery("select exists (select from publication where township = ?)")
                .bind(0, township)
                .mapTo(Boolean.class)
                .one();
        LocalDate until = policy.campaign().end();
        if (ordered && !PublishedLines.anyWaiting(h, township, until)) {
            return;
        }
        String id = Uuid7.next().toString();
        PublishedLines.Sum sum = PublishedLines.sum(h, township, until);
        h.createUpdate("insert into publication values (?, ?, ?, ?, ?, ?, ?, ?)")
                .bind(0, id)
                .bind(1, township)
                .bind(2, sum.people())
                .bind(3, sum.lines())
                .bind(4, date)
                .bind(5, stage.from())
                .bind(6, stage.to())
                .bind(7, sum.digest())
                .execute();
        PublishedLines.freeze(h, id, township, until);
        outbox.handOver(new PublicationOrdered(id, township, sum.people(), stage.from(), stage.to(), sum.digest()));
    }
}
