package cn.liangxian.audit.register;

import cn.liangxian.audit.AuditHandoff.Punctuality;
import cn.liangxian.handoff.Department;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** How punctual departments, areas and handoffs are, counted from the register. */
@ApplicationScoped
public class Punctualities {

    private static final String COUNTS =
            """
            count(*) filter (where standing = 'MET_ON_TIME') as on_time,
            count(*) filter (where standing = 'MET_LATE') as late,
            count(*) filter (where standing = 'MISSED') as missed,
            count(*) filter (where standing in ('EXPECTED', 'OPEN', 'DUE_SOON')) as open
            """;

    private final Jdbi jdbi;

    Punctualities(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Obligations by where they stand: {@code late} ones were met, {@code missed} ones not yet. */
    public record Count(int onTime, int late, int missed, int open) {
        Count plus(Count other) {
            return new Count(onTime + other.onTime, late + other.late, missed + other.missed, open + other.open);
        }
    }

    /** One line for each department in each area. */
    public List<Punctuality> ofAllUnits() {
        return jdbi.withHandle(h -> h.createQuery(
                        "select owner, area, " + COUNTS + " from obligation group by owner, area order by owner, area")
                .map((row, context) -> new Punctuality(
                        Department.valueOf(row.getString("owner")),
                        row.getString("area"),
                        row.getInt("on_time"),
                        row.getInt("late"),
                        row.getInt("missed")))
                .list());
    }

    /** By the key of the handoff. */
    public Map<String, Count> byHandoff() {
        Map<String, Count> counts = new LinkedHashMap<>();
        jdbi.useHandle(h -> h.createQuery(
                        "select handoff, " + COUNTS + " from obligation group by handoff order by handoff")
                .map((row, context) -> counts.put(
                        row.getString("handoff"),
                        new Count(row.getInt("on_time"), row.getInt("late"), row.getInt("missed"), row.getInt("open"))))
                .list());
        return counts;
    }

    /** All together. */
    public static Count all(Map<String, Count> counts) {
        return counts.values().stream().reduce(new Count(0, 0, 0, 0), Count::plus);
    }
}
