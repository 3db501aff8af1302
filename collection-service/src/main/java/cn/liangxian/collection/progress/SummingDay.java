package cn.liangxian.collection.progress;

import cn.liangxian.collection.CollectionHandoff.DaySummed;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/** When a date opens, the takings of the date before are summed per insurance, also when there were none. */
@ApplicationScoped
class SummingDay implements DailyWork {

    private final Jdbi jdbi;
    private final Outbox outbox;

    SummingDay(Jdbi jdbi, Outbox outbox) {
        this.jdbi = jdbi;
        this.outbox = outbox;
    }

    /** After {@link cn.liangxian.collection.day.CollectingDay}: nobody can pay on the date before any more. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        for (Insurance insurance : Insurance.values()) {
            outbox.handOver(sum(date.minusDays(1), insurance));
        }
    }

    private DaySummed sum(LocalDate day, Insurance insurance) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select count(*) filter (where outcome = 'PAID') as payments,
                            coalesce(sum(amount) filter (where outcome = 'PAID'), 0) as paid,
                            coalesce(sum(amount) filter (where outcome = 'SURPLUS'), 0) as surplus,
                            (select coalesce(sum(amount), 0) from refund
                                where made_on = :day and insurance = :insurance) as refunded
                        from payment where paid_on = :day and insurance = :insurance""")
                .bind("day", day)
                .bind("insurance", insurance.name())
                .map((row, context) -> new DaySummed(
                        day,
                        insurance,
                        row.getInt("payments"),
                        Fen.of(row.getLong("paid")),
                        Fen.of(row.getLong("surplus")),
                        Fen.of(row.getLong("refunded"))))
                .one());
    }

    @Override
    public boolean windsUp() {
        return true;
    }
}
