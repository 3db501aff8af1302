package cn.liangxian.reconciliation.balance;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.reconciliation.ReconciliationHandoff.Difference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What a test looks at: the balances as they stand. */
@ApplicationScoped
public class Books {

    private final Jdbi jdbi;
    private final DayPositions positions;
    private final Differences differences;

    Books(Jdbi jdbi, DayPositions positions, Differences differences) {
        this.jdbi = jdbi;
        this.positions = positions;
        this.differences = differences;
    }

    /** The standing version of a day; sums in fen. */
    public record Balance(int version, long collected, long treasury, List<Difference> differences) {

        /** Everything but the version, which depends on what was known when. */
        public Balance whateverTheVersion() {
            return new Balance(0, collected, treasury, differences);
        }

        public List<String> kinds() {
            return differences.stream().map(d -> d.kind() + " " + d.voucher()).toList();
        }
    }

    public DayState state(LocalDate date, Insurance insurance) {
        DayPosition position = positions.of(date).get(insurance);
        return position == null ? DayState.WAITING_FOR_TREASURY : position.state();
    }

    public Balance of(LocalDate date, Insurance insurance) {
        return version(
                date, insurance, positions.of(date).get(insurance).balance().version());
    }

    public Balance version(LocalDate date, Insurance insurance, int version) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select collected, treasury from balance where day = ? and insurance = ? and version = ?")
                .bind(0, date)
                .bind(1, insurance)
                .bind(2, version)
                .map((row, context) -> new Balance(
                        version, row.getLong(1), row.getLong(2), differences.named(date, insurance, version)))
                .one());
    }

    /** Whether the voucher's difference on the date is open; false also when there is none. */
    public boolean open(LocalDate date, String voucher) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select exists (select 1 from current_difference where day = ? and voucher = ? and open)")
                .bind(0, date)
                .bind(1, voucher)
                .mapTo(Boolean.class)
                .one());
    }

    /** Persons whose claim was passed to the agency, in order. */
    public List<String> passed(String personPrefix) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select person_key || ' ' || insurance || ' ' || paid || ' ' || completed_on from details_claim
                        where starts_with(person_key, ?) order by 1""")
                .bind(0, personPrefix)
                .mapTo(String.class)
                .list());
    }
}
