package cn.liangxian.reconciliation.balance;

import cn.liangxian.handoff.Insurance;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Reads where the days stand. */
@ApplicationScoped
class DayPositions {

    private final Jdbi jdbi;

    DayPositions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Both insurances of the date; empty when nothing is known of it. */
    Map<Insurance, DayPosition> of(LocalDate date) {
        Map<Insurance, DayPosition> positions = new EnumMap<>(Insurance.class);
        jdbi.useHandle(h -> h.createQuery("select * from day_position where day = :day")
                .bind("day", date)
                .map((row, context) -> position(row))
                .forEach(p -> positions.put(p.insurance(), p)));
        return positions;
    }

    /** Days that the treasury reported and that are not balanced, in order. */
    List<LocalDate> waiting() {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select distinct day from treasury_day t where not exists (
                            select 1 from balance b where b.day = t.day and b.insurance = t.insurance) order by day""")
                .mapTo(LocalDate.class)
                .list());
    }

    private static DayPosition position(ResultSet row) throws SQLException {
        return new DayPosition(
                row.getObject("day", LocalDate.class),
                Insurance.valueOf(row.getString("insurance")),
                DayState.valueOf(row.getString("state")),
                row.getLong("collected"),
                row.getBoolean("summed"),
                treasury(row),
                standing(row));
    }

    private static DayPosition.Treasury treasury(ResultSet row) throws SQLException {
        int version = row.getInt("treasury_version");
        return row.wasNull()
                ? null
                : new DayPosition.Treasury(
                        version,
                        row.getString("account"),
                        row.getLong("treasury"),
                        row.getObject("received_on", LocalDate.class));
    }

    private static DayPosition.Standing standing(ResultSet row) throws SQLException {
        int version = row.getInt("balance_version");
        return row.wasNull()
                ? null
                : new DayPosition.Standing(
                        version, row.getInt("balanced_treasury_version"), row.getLong("balanced_collected"));
    }
}
