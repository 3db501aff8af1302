package cn.liangxian.audit.day;

import cn.liangxian.audit.AuditHandoff.DayOpened;
import cn.liangxian.audit.policy.ActivatingPolicy;
import cn.liangxian.calendar.YearNotLoadedException;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Jurisdiction;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Opens the business dates of the county, one after the other, without a gap. */
@ApplicationScoped
class OpeningDays {

    private static final long LOCK = 0x1acc2;
    private final Jdbi jdbi;
    private final Outbox outbox;
    private final ActivatingPolicy policies;
    private final Jurisdiction county;

    OpeningDays(Jdbi jdbi, Outbox outbox, ActivatingPolicy policies, Policy policy) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.policies = policies;
        this.county = policy.jurisdiction();
    }

    /** A business date of an area, and whether it is a working day there. */
    record Day(LocalDate date, String area, boolean workday) {}

    /** Opens the date and tells everybody; {@link Problem} when it is not the one after the last. */
    @Transactional(TxType.MANDATORY)
    Day open(LocalDate date) {
        jdbi.useHandle(h -> h.createQuery("select pg_advisory_xact_lock(?)::text")
                .bind(0, LOCK)
                .mapTo(String.class)
                .one());
        LocalDate last = jdbi.withHandle(h -> h.createQuery("select max(date) from calendar_day")
                .mapTo(LocalDate.class)
                .one());
        if (last != null && !date.equals(last.plusDays(1))) {
            LocalDate next = last.plusDays(1);
            throw new Problem(DayProblem.NOT_THE_NEXT, new Text("最近开启的业务日为" + last, "the last is " + last))
                    .at(null, "date", new Text("下一业务日为" + next, next + " is next"));
        }
        Day day = new Day(date, county.code(), workday(date));
        jdbi.useHandle(h -> h.createUpdate("insert into calendar_day (date, area, workday) values (?, ?, ?)")
                .bind(0, day.date())
                .bind(1, day.area())
                .bind(2, day.workday())
                .execute());
        outbox.handOver(new DayOpened(day.date(), day.area(), day.workday(), policies.inForceOn(date)));
        return day;
    }

    List<Day> all() {
        return jdbi.withHandle(h -> h.createQuery("select date, area, workday from calendar_day order by date")
                .map((row, context) -> new Day(row.getObject(1, LocalDate.class), row.getString(2), row.getBoolean(3)))
                .list());
    }

    private boolean workday(LocalDate date) {
        try {
            return county.calendar().isWorkday(date);
        } catch (YearNotLoadedException e) {
            throw new Problem(DayProblem.NO_HOLIDAYS, new Text(e.zh(), e.getMessage()));
        }
    }
}
