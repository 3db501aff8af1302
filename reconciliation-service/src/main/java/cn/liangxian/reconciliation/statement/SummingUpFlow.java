package cn.liangxian.reconciliation.statement;

import cn.liangxian.messaging.DailyWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/**
 * When a date opens, makes one row of each sum of {@link MoneyFlow}: the database adds a row or more with everything that
 * is taken in, and readers sum them up.
 */
@ApplicationScoped
class SummingUpFlow implements DailyWork {

    private final Jdbi jdbi;

    SummingUpFlow(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        jdbi.useHandle(h -> {
            h.execute(
                    """
                    with several as (
                        select day, insurance, channel from collected_sum
                        group by day, insurance, channel having count(*) > 1),
                    gone as (
                        delete from collected_sum s using several
                        where (s.day, s.insurance, s.channel) = (several.day, several.insurance, several.channel)
                        returning s.*)
                    insert into collected_sum (day, insurance, channel, fen, refunded)
                    select day, insurance, channel, sum(fen), sum(refunded) from gone
                    group by day, insurance, channel""");
            h.execute(
                    """
                    with gone as (delete from entitled_sum returning *)
                    insert into entitled_sum select insurance, sum(fen) from gone group by insurance""");
        });
    }

    @Override
    public boolean windsUp() {
        return true;
    }
}
