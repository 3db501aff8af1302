package cn.liangxian.collection.debit;

import cn.liangxian.messaging.DailyWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/** When a date opens, makes one row of what was counted about the lines of a batch since. */
@ApplicationScoped
class SummingUpDebitDays implements DailyWork {

    /** Batches of which something was counted: of the others there is one row of a kind already. */
    private static final String COUNTS =
            """
            with gone as (delete from debit_day_count where batch_no in (
                    select batch_no from debit_day_count group by batch_no, township, state, result having count(*) > 1)
                returning *)
            insert into debit_day_count
            select batch_no, township, state, result, sum(lines)
            from gone group by batch_no, township, state, result having sum(lines) <> 0""";

    private final Jdbi jdbi;

    SummingUpDebitDays(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        jdbi.useHandle(h -> h.execute(COUNTS));
    }

    @Override
    public boolean windsUp() {
        return true;
    }
}
