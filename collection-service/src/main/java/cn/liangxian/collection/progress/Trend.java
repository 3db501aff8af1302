package cn.liangxian.collection.progress;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What each day brought: people who had paid in full with it, and money. */
@ApplicationScoped
class Trend {

    private final Jdbi jdbi;
    private final Policy policy;

    Trend(Jdbi jdbi, Policy policy) {
        this.jdbi = jdbi;
        this.policy = policy;
    }

    /** @param people whose claim was complete on the day; {@code fen} that came in */
    public record Day(LocalDate day, int people, long fen) {}

    List<Day> of(String area, Insurance insurance) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select paid_on, sum(people) as people, sum(fen) as fen from village_taking
                        where fee_year = :year and insurance = :insurance and starts_with(village, :area)
                        group by paid_on order by paid_on""")
                .bind("year", policy.feeYear())
                .bind("insurance", insurance.name())
                .bind("area", area)
                .map((row, context) ->
                        new Day(row.getObject("paid_on", LocalDate.class), row.getInt("people"), row.getLong("fen")))
                .list());
    }
}
