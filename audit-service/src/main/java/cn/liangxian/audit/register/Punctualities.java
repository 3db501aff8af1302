package cn.liangxian.audit.register;

import cn.liangxian.audit.AuditHandoff.Punctuality;
import cn.liangxian.handoff.Department;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** How punctual departments, areas and handoffs are, counted from the register. */
@ApplicationScoped
public class Punctualities {

    private static final String COUNTS =
            """
            count(*) filter (where standing = 'MET_ON_TIME') as on_time,
            count(*) filter (where standing = 'MET_LATE') as late,
            count(*) filter (where standing = 'MISSED') as missed,
            count(*) filter (where standing in ('EXPECTED', 'OPEN', 'DUE_SOON')) as open,
            count(*) filter (where standing in ('MET_ON_TIME', 'MET_LATE') and manner = 'CONFIRMED_ZERO') as zero,
            count(*) filter (where standing = 'WAIVED') as waived,
            count(*) filter (where standing = 'VOID') as voided,
            count(*) filter (where assumed and standing in ('MET_ON_TIME', 'MET_LATE', 'MISSED')) as assumed
            """;

    /** Whose lateness let others open late; of each late obligation the most residents of one that it delayed. */
    private static final String DELAYS =
            """
            select owner, area, sum(heirs) as delayed, sum(days) as days, sum(residents) as residents from (
                select link ->> 'owner' as owner, link ->> 'area' as area, link ->> 'obligationId' as origin,
                    count(*) as heirs, sum((link ->> 'days')::int) as days, max(o.residents) as residents
                from obligation o, jsonb_array_elements(o.inherited) link
                where o.inherited is not null and o.standing <> 'VOID' group by 1, 2, 3) origin
            group by owner, area""";

    /** Who missed most comes first, then who was late most. */
    public static final Comparator<Punctuality> WORST_FIRST = Comparator.comparingInt(Punctuality::missed)
            .thenComparingInt(Punctuality::late)
            .thenComparingInt(Punctuality::onTime)
            .reversed();

    private final Jdbi jdbi;

    Punctualities(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How much of what was due came on time, in percent; a dash where nothing was due. */
    public static String share(Punctuality unit) {
        int settled = unit.onTime() + unit.late() + unit.missed();
        return settled == 0 ? "—" : unit.onTime() * 100 / settled + "%";
    }

    /**
     * Obligations by where they stand: {@code late} ones were met, {@code missed} ones not yet.
     *
     * @param confirmedZero so many of those on time or late were met by confirming that there is nothing
     */
    public record Count(int onTime, int late, int missed, int open, int confirmedZero, int waived, int voided) {
        Count plus(Count other) {
            return new Count(
                    onTime + other.onTime,
                    late + other.late,
                    missed + other.missed,
                    open + other.open,
                    confirmedZero + other.confirmedZero,
                    waived + other.waived,
                    voided + other.voided);
        }
    }

    private record Delays(int delayed, int days, int residents) {}

    /** One line for each department in each area. */
    public List<Punctuality> ofAllUnits() {
        return jdbi.withHandle(h -> {
            Map<String, Delays> delays = delays(h);
            return h.createQuery("select owner, area, " + COUNTS
                            + " from obligation group by owner, area order by owner, area")
                    .map((row, context) -> punctuality(row, delays))
                    .list();
        });
    }

    private static Punctuality punctuality(ResultSet row, Map<String, Delays> delays) throws SQLException {
        String owner = row.getString("owner");
        String area = row.getString("area");
        Delays caused = delays.getOrDefault(owner + '/' + area, new Delays(0, 0, 0));
        return new Punctuality(
                Department.valueOf(owner),
                area,
                row.getInt("on_time"),
                row.getInt("late"),
                row.getInt("missed"),
                row.getInt("zero"),
                row.getInt("waived"),
                caused.delayed(),
                caused.days(),
                caused.residents(),
                row.getInt("assumed"));
    }

    private static Map<String, Delays> delays(Handle h) {
        Map<String, Delays> delays = new HashMap<>();
        h.createQuery(DELAYS)
                .map((row, context) -> delays.put(
                        row.getString("owner") + '/' + row.getString("area"),
                        new Delays(row.getInt("delayed"), row.getInt("days"), row.getInt("residents"))))
                .list();
        return delays;
    }

    /** By the key of the handoff. */
    public Map<String, Count> byHandoff() {
        Map<String, Count> counts = new LinkedHashMap<>();
        jdbi.useHandle(
                h -> h.createQuery("select handoff, " + COUNTS + " from obligation group by handoff order by handoff")
                        .map((row, context) -> counts.put(
                                row.getString("handoff"),
                                new Count(
                                        row.getInt("on_time"),
                                        row.getInt("late"),
                                        row.getInt("missed"),
                                        row.getInt("open"),
                                        row.getInt("zero"),
                                        row.getInt("waived"),
                                        row.getInt("voided"))))
                        .list());
        return counts;
    }

    /** All together. */
    public static Count all(Map<String, Count> counts) {
        return counts.values().stream().reduce(new Count(0, 0, 0, 0, 0, 0, 0), Count::plus);
    }
}
