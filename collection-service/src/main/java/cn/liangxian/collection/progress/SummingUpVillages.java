package cn.liangxian.collection.progress;

import cn.liangxian.messaging.DailyWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/**
 * When a date opens, makes one row of what was added about a village or a channel since: the database adds a row or more with every
 * payment, and readers sum them up.
 */
@ApplicationScoped
class SummingUpVillages implements DailyWork {

    private static final String STANDINGS =
            """
            with gone as (delete from village_standing returning *)
            insert into village_standing
            select township, village, insurance, fee_year, sum(people), sum(people_paid), sum(due), sum(paid)
            from gone group by township, village, insurance, fee_year""";

    /** Days on which something was added: of the others there is one row already. */
    private static final String TAKINGS =
            """
            with gone as (delete from village_taking where paid_on in (
                    select paid_on from village_taking group by paid_on, village, insurance, fee_year having count(*) > 1)
                returning *)
            insert into village_taking
            select paid_on, village, insurance, fee_year, sum(people), sum(fen)
            from gone group by paid_on, village, insurance, fee_year""";

    private static final String CHANNELS =
            """
            with gone as (delete from channel_taking where (channel, village, insurance, fee_year) in (
                    select channel, village, insurance, fee_year from channel_taking
                    group by channel, village, insurance, fee_year having count(*) > 1)
                returning *)
            insert into channel_taking
            select channel, village, insurance, fee_year, sum(people), sum(fen)
            from gone group by channel, village, insurance, fee_year""";

    private final Jdbi jdbi;

    SummingUpVillages(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        jdbi.useHandle(h -> {
            h.execute(STANDINGS);
            h.execute(TAKINGS);
            h.execute(CHANNELS);
        });
    }

    @Override
    public boolean windsUp() {
        return true;
    }
}
