package cn.liangxian.audit.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The register in the database. Everything is set-based: one statement for a whole batch. */
final class RegisterStore {

    private static final String BY_EARLIEST_PART =
            """
            select o.*, f.business_date as f_on, f.event_id as f_by, f.manner as f_manner
            from obligation o
            left join lateral (
                select business_date, event_id, manner
                from (select distinct on (part) business_date, event_id, manner from arrival a
                      where a.obligation_id = o.obligation_id order by part, business_date, event_id) first_of_part
                order by business_date, event_id offset o.needed - 1 limit 1) f on true
            where o.obligation_id = any(?) order by o.obligation_id for update of o""";

    private final Handle handle;
    private final String county;

    RegisterStore(Handle handle, String county) {
        this.handle = handle;
        this.county = county;
    }

    /** An entry with the fulfilment that the arrivals amount to; null while they do not. */
    record Candidate(Entry entry, Fulfilment earliest) {}

    void arrived(Collection<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return;
        }
        handle.createUpdate(
                        """
                        insert into arrival (obligation_id, part, business_date, event_id, manner)
                        select * from unnest(?::text[], ?::text[], ?::date[], ?::text[], ?::text[])
                        on conflict do nothing""")
                .bind(0, texts(arrivals, Arrival::obligationId))
                .bind(1, texts(arrivals, Arrival::part))
                .bind(2, texts(arrivals, a -> a.fulfilment().on().toString()))
                .bind(3, texts(arrivals, a -> a.fulfilment().eventId()))
                .bind(4, texts(arrivals, a -> a.fulfilment().manner()))
                .execute();
    }

    /**
     * Enters what is not there yet, or was opened by a later event; an id may come once. Returns the ids that changed, each
     * with whether it had been there.
     */
    Map<String, Boolean> opened(Collection<Opening> openings) {
        Map<String, Boolean> changed = new HashMap<>();
        if (openings.isEmpty()) {
            return changed;
        }
        handle.createQuery(
                        """
                        insert into obligation as o (obligation_id, handoff, owner, receiver, area, scope, clause, assumed,
                            needed, opened, due, started_by, standing)
                        select *, 'EXPECTED' from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::jsonb[],
                            ?::text[], ?::boolean[], ?::int[], ?::date[], ?::date[], ?::text[])
                        on conflict (obligation_id) do update set opened = excluded.opened, due = excluded.due,
                            needed = excluded.needed, started_by = excluded.started_by
                            where excluded.started_by <> '' and
                                  (excluded.opened, excluded.started_by) < (o.opened, o.started_by)
                        returning obligation_id, xmax <> 0 as restated""")
                .bind(0, texts(openings, o -> o.obligation().obligationId()))
                .bind(1, texts(openings, o -> o.obligation().handoff()))
                .bind(2, texts(openings, o -> o.obligation().owner().name()))
                .bind(3, texts(openings, o -> o.obligation().receiver().name()))
                .bind(4, texts(openings, o -> Register.area(o.obligation(), county)))
                .bind(5, texts(openings, o -> Register.json(o.obligation().scope())))
                .bind(6, texts(openings, o -> o.obligation().clause()))
                .bind(7, texts(openings, o -> Boolean.toString(o.obligation().assumed())))
                .bind(8, texts(openings, o -> Integer.toString(o.needed())))
                .bind(9, texts(openings, o -> o.obligation().opened().toString()))
                .bind(10, texts(openings, o -> o.obligation().due().toString()))
                .bind(11, texts(openings, Opening::startedBy))
                .map((row, context) -> changed.put(row.getString(1), row.getBoolean(2)))
                .list();
        return changed;
    }

    /** Locks the entries and says what their arrivals amount to. */
    List<Candidate> candidates(Collection<String> ids) {
        return handle.createQuery(BY_EARLIEST_PART)
                .bind(0, ids.toArray(String[]::new))
                .map((row, context) -> {
                    LocalDate on = row.getObject("f_on", LocalDate.class);
                    Fulfilment earliest =
                            on == null ? null : new Fulfilment(on, row.getString("f_by"), row.getString("f_manner"));
                    return new Candidate(Register.entry(row, context), earliest);
                })
                .list();
    }

    /** Up to so many open entries that the day moves on. */
    List<Entry> moving(LocalDate today, int soonDays, int limit) {
        return handle.createQuery(
                        """
                        select * from obligation
                        where standing in ('EXPECTED', 'OPEN', 'DUE_SOON')
                          and (due < :today or (standing = 'EXPECTED' and opened <= :today)
                               or (standing = 'OPEN' and due <= :near))
                        order by obligation_id limit :limit for update""")
                .bind("today", today)
                .bind("near", today.plusDays(soonDays))
                .bind("limit", limit)
                .map(Register::entry)
                .list();
    }

    void moved(List<Entry> entries, List<Fact> facts) {
        handle.createUpdate(
                        """
                        insert into obligation_fact (obligation_id, happening, on_date, due, event_id)
                        select * from unnest(?::text[], ?::text[], ?::date[], ?::date[], ?::text[])""")
                .bind(0, texts(facts, Fact::obligationId))
                .bind(1, texts(facts, f -> f.happening().name()))
                .bind(2, texts(facts, f -> f.on().toString()))
                .bind(3, texts(facts, f -> f.due().toString()))
                .bind(4, texts(facts, Fact::eventId))
                .execute();
        handle.createUpdate(
                        """
                        update obligation o
                        set standing = n.standing, missed_on = n.missed_on, met_on = n.met_on, met_by = n.met_by, manner = n.manner
                        from unnest(?::text[], ?::text[], ?::date[], ?::date[], ?::text[], ?::text[])
                            as n (id, standing, missed_on, met_on, met_by, manner)
                        where o.obligation_id = n.id""")
                .bind(0, texts(entries, e -> e.obligation().obligationId()))
                .bind(1, texts(entries, e -> e.standing().name()))
                .bind(2, texts(entries, e -> text(e.missedOn())))
                .bind(
                        3,
                        texts(
                                entries,
                                e -> e.met() == null ? null : text(e.met().on())))
                .bind(4, texts(entries, e -> e.met() == null ? null : e.met().eventId()))
                .bind(5, texts(entries, e -> e.met() == null ? null : e.met().manner()))
                .execute();
    }

    private static String text(LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static <T> String[] texts(Collection<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
