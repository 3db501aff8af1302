package cn.liangxian.audit.inspection;

import cn.liangxian.audit.CashRiskHandoff.Answerable;
import cn.liangxian.audit.CashRiskHandoff.Breach;
import cn.liangxian.audit.CashRiskHandoff.Handling;
import cn.liangxian.audit.CashRiskHandoff.Origin;
import cn.liangxian.handoff.Department;
import cn.liangxian.policy.Until;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The inspections in the database, with what came of them. */
@ApplicationScoped
class Inspections {

    private static final String COMPLETION = "audit-inspections-completed";

    private final Jdbi jdbi;

    Inspections(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param number in the township in the calendar year of {@code on}; {@code wrong} that was found */
    record Held(
            String inspectionId,
            String township,
            int number,
            LocalDate on,
            List<Department> departments,
            List<String> villages,
            int wrong) {}

    /** What was found and referred; {@code handling} is null until it was dealt with. */
    record Wrong(Breach breach, Answerable answerable, Handling handling) {}

    /** At most {@code limit} before the id {@code before}, the last first; all from the last on where it is empty. */
    List<Held> of(String area, String before, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select i.*, (select count(*) from violation v
                            where v.origin = :origin and v.origin_id = i.inspection_id) as wrong
                        from inspection i where starts_with(township, :area)
                            and (:before = '' or inspection_id < :before)
                        order by inspection_id desc limit :limit""")
                .bind("area", area)
                .bind("before", before)
                .bind("origin", Origin.INSPECTION.name())
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
    }

    Optional<Held> find(String id) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select i.*, (select count(*) from violation v
                            where v.origin = :origin and v.origin_id = i.inspection_id) as wrong
                        from inspection i where inspection_id = :id""")
                .bind("id", id)
                .bind("origin", Origin.INSPECTION.name())
                .map((row, context) -> read(row))
                .findOne());
    }

    List<Wrong> found(String inspection) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select v.breach, v.answerable, d.handling
                        from violation v left join violation_decision d using (violation_id)
                        where v.origin = ? and v.origin_id = ? order by v.violation_id""")
                .bind(0, Origin.INSPECTION.name())
                .bind(1, inspection)
                .map((row, context) -> new Wrong(
                        Breach.valueOf(row.getString(1)),
                        Answerable.valueOf(row.getString(2)),
                        row.getString(3) == null ? null : Handling.valueOf(row.getString(3))))
                .list());
    }

    /** How many each township has had in the calendar year of the day. */
    Map<String, Integer> inTheYearOf(LocalDate day) {
        return jdbi.withHandle(h -> h
                .createQuery("select township, count(*) as n from inspection where held_on >= ? group by township")
                .bind(0, day.withDayOfYear(1))
                .map((row, context) -> Map.entry(row.getString("township"), row.getInt("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Until when each of the townships is owed those of the year of the day, as the register says. */
    Map<String, Until> owed(Collection<String> townships, LocalDate day) {
        return jdbi.withHandle(h -> h
                .createQuery("select area, due, assumed from obligation where obligation_id = any(?)")
                .bindArray(
                        0,
                        String.class,
                        townships.stream()
                                .map(township -> COMPLETION + ":" + township + ":" + day.getYear())
                                .toArray())
                .map((row, context) -> Map.entry(
                        row.getString("area"),
                        new Until(row.getObject("due", LocalDate.class), row.getBoolean("assumed"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Held read(ResultSet row) throws SQLException {
        return new Held(
                row.getString("inspection_id"),
                row.getString("township"),
                row.getInt("number"),
                row.getObject("held_on", LocalDate.class),
                Arrays.stream((String[]) row.getArray("departments").getArray())
                        .map(Department::valueOf)
                        .toList(),
                List.of((String[]) row.getArray("villages").getArray()),
                row.getInt("wrong"));
    }
}
