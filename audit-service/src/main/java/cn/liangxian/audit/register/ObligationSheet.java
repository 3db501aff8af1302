package cn.liangxian.audit.register;

import cn.liangxian.desk.Typed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** A page of the register as a desk wants it: one state, by due date, what is done last first. */
@ApplicationScoped
class ObligationSheet {

    static final int ROWS = 50;
    private final Jdbi jdbi;
    private final Reading reading;

    ObligationSheet(Jdbi jdbi, Reading reading) {
        this.jdbi = jdbi;
        this.reading = reading;
    }

    /**
     * What to show.
     *
     * @param handoff key of one kind of handoff, null for all; {@code from} and {@code until} bound the due date, or null
     * @param after the {@code next} of the page before; null for the first
     */
    record Wish(
            Sight sight,
            DeskScope scope,
            DeskState state,
            String handoff,
            LocalDate from,
            LocalDate until,
            String after) {}

    /** A page; {@code next} is null on the last. */
    record Page(List<Shown> rows, String next) {}

    Page page(Wish wish) {
        boolean backwards = wish.state() == DeskState.DONE;
        Map<String, Object> bound = bound(wish);
        StringBuilder sql = new StringBuilder("select * from obligation where standing = any(:standings) and ");
        where(sql, wish);
        bound.put("standings", wish.state().standings().stream().map(Enum::name).toArray(String[]::new));
        if (wish.after() != null && !wish.after().isEmpty()) {
            sql.append(" and (due, obligation_id) ")
                    .append(backwards ? "<" : ">")
                    .append(" (:afterDue, :afterId)");
            int slash = wish.after().indexOf('/');
            bound.put("afterDue", Typed.date(wish.after().substring(0, Math.max(0, slash))));
            bound.put("afterId", wish.after().substring(slash + 1));
        }
        String direction = backwards ? " desc" : "";
        sql.append(" order by due").append(direction).append(", obligation_id").append(direction);
        return jdbi.withHandle(h -> {
            List<Entry> found = wish.sight()
                    .bind(h.createQuery(sql + " limit :limit"))
                    .bindMap(bound)
                    .bind("limit", ROWS + 1)
                    .map(Register::entry)
                    .list();
            boolean more = found.size() > ROWS;
            List<Entry> page = more ? found.subList(0, ROWS) : found;
            String next = more
                    ? page.get(ROWS - 1).obligation().due() + "/"
                            + page.get(ROWS - 1).obligation().obligationId()
                    : null;
            return new Page(reading.shown(h, page), next);
        });
    }

    /** How many there are in each state of the register. */
    Map<DeskState, Integer> counts(Wish wish) {
        StringBuilder sql = new StringBuilder("select standing, count(*) as n from obligation where ");
        where(sql, wish);
        Map<Standing, Integer> standings = new EnumMap<>(Standing.class);
        jdbi.useHandle(h -> wish.sight()
                .bind(h.createQuery(sql + " group by standing"))
                .bindMap(bound(wish))
                .map((row, context) -> standings.put(Standing.valueOf(row.getString("standing")), row.getInt("n")))
                .list());
        Map<DeskState, Integer> counts = new EnumMap<>(DeskState.class);
        for (DeskState state : DeskState.values()) {
            counts.put(
                    state,
                    state.standings().stream()
                            .mapToInt(standing -> standings.getOrDefault(standing, 0))
                            .sum());
        }
        return counts;
    }

    private static void where(StringBuilder sql, Wish wish) {
        sql.append(wish.sight().condition()).append(" and ").append(wish.scope().condition());
        if (wish.handoff() != null) {
            sql.append(" and handoff = :handoff");
        }
        if (wish.from() != null) {
            sql.append(" and due >= :from");
        }
        if (wish.until() != null) {
            sql.append(" and due <= :until");
        }
    }

    private static Map<String, Object> bound(Wish wish) {
        Map<String, Object> bound = new HashMap<>();
        if (wish.handoff() != null) {
            bound.put("handoff", wish.handoff());
        }
        if (wish.from() != null) {
            bound.put("from", wish.from());
        }
        if (wish.until() != null) {
            bound.put("until", wish.until());
        }
        return bound;
    }
}
