package cn.liangxian.collection.day;

import cn.liangxian.messaging.BusinessDay.NoDayOpened;
import cn.liangxian.messaging.DailyWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * The business date whose takings are still open. Whoever takes money joins the date until the transaction ends; opening
 * the next date waits for all of them, so that no payment of a date is missing in the sum of that date.
 */
@ApplicationScoped
public class CollectingDay implements DailyWork {

    private final Jdbi jdbi;

    CollectingDay(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @throws NoDayOpened before the first business date */
    public LocalDate join() {
        return joinIfOpened().orElseThrow(NoDayOpened::new);
    }

    /** Empty before the first business date. */
    public Optional<LocalDate> joinIfOpened() {
        return jdbi.withHandle(h -> Optional.ofNullable(h.createQuery("select join_collecting_day()")
                .mapTo(LocalDate.class)
                .one()));
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        jdbi.useHandle(h -> {
            h.execute("select pg_advisory_xact_lock(82, 1)");
            h.createUpdate(
                            """
                            insert into collecting_day (date) values (?)
                            on conflict (only_row) do update set date = excluded.date""")
                    .bind(0, date)
                    .execute();
        });
    }

    /** Before all work that looks back on the date before. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public boolean windsUp() {
        return true;
    }
}
