package cn.liangxian.audit.register;

import cn.liangxian.handoff.Department;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

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
            where o.obligation_id = any(?)""";

    private final Handle handle;

    RegisterStore(Handle handle) {
        this.handle = handle;
    }

    /** An entry with the fulfilment that the arrivals amount to; null while they do not. */
    record Candidate(Entry entry, Fulfilment earliest) {}

    /** An entry as it is to be kept, and the next day on which the calendar moves it; null when none does. */
    record Kept(Entry entry, LocalDate movesOn) {}

    /** A step of the ladder that was reached for an obligation. */
    record Step(Entry entry, Pace.Planned planned, LocalDate on, List<Department> to) {}

    /** Which of the periods the calendar begins now; of the others it has asked before. */
    Set<String> begun(Collection<String> periods, LocalDate on) {
        return new HashSet<>(handle.createQuery(
                        """
                        insert into calendar_period (period, begun_on) select unnest(?::text[]), ?
                        on conflict do nothing returning period""")
                .bind(0, periods.toArray(String[]::new))
                .bind(1, on)
                .mapTo(String.class)
                .list());
    }

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

    /** Those of the obligations for which something has arrived. */
    Set<String> arrivedFor(Collection<String> ids) {
        return new HashSet<>(handle.createQuery(
                        """
                        select id from unnest(?::text[]) id
                        where exists (select from arrival a where a.obligation_id = id)""")
                .bind(0, ids.toArray(String[]::new))
                .mapTo(String.class)
                .list());
    }

    /**
     * Enters what is not there yet, as it stands, or was opened by a later event; an id may come once. What the calendar asks
     * for again, because a later notice is in force, and still runs gets the due date of that notice. Returns the ids that
     * changed, each with whether it had been there.
     */
    Map<String, Boolean> opened(Collection<Kept> openings) {
        Map<String, Boolean> changed = new HashMap<>();
        if (openings.isEmpty()) {
            return changed;
        }
        handle.createQuery(
                        """
                        insert into obligation as o (obligation_id, handoff, owner, receiver, area, scope, clause, assumed,
                            needed, opened, due, started_by, residents, causes, standing, missed_on, moves_on)
                        select id, handoff, owner, receiver, area, scope, clause, assumed, needed, opened, due, started_by,
                            residents, coalesce(string_to_array(causes, E'\\n'), '{}'), standing, missed_on, moves_on
                        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::jsonb[], ?::text[],
                            ?::boolean[], ?::int[], ?::date[], ?::date[], ?::text[], ?::int[], ?::text[], ?::text[],
                            ?::date[], ?::date[])
                            as n (id, handoff, owner, receiver, area, scope, clause, assumed, needed, opened, due, started_by,
                                residents, causes, standing, missed_on, moves_on)
                        on conflict (obligation_id) do update set opened = least(o.opened, excluded.opened),
                            due = excluded.due, needed = excluded.needed, started_by = excluded.started_by,
                            causes = excluded.causes, residents = excluded.residents
                            where (excluded.started_by <> '' and
                                   (excluded.opened, excluded.started_by) < (o.opened, o.started_by))
                               or (excluded.started_by = '' and o.started_by = '' and excluded.due <> o.due
                                   and o.standing in ('EXPECTED', 'OPEN', 'DUE_SOON'))
                        returning obligation_id, xmax <> 0 as restated""")
                .bind(0, texts(openings, k -> k.entry().obligation().obligationId()))
                .bind(1, texts(openings, k -> k.entry().obligation().handoff()))
                .bind(2, texts(openings, k -> k.entry().obligation().owner().name()))
                .bind(3, texts(openings, k -> k.entry().obligation().receiver().name()))
                .bind(4, texts(openings, k -> k.entry().obligation().area()))
                .bind(
                        5,
                        texts(
                                openings,
                                k -> Register.json(k.entry().obligation().scope())))
                .bind(6, texts(openings, k -> k.entry().obligation().clause()))
                .bind(7, texts(openings, k -> k.entry().obligation().assumed()))
                .bind(8, texts(openings, k -> k.entry().needed()))
                .bind(9, texts(openings, k -> k.entry().obligation().opened()))
                .bind(10, texts(openings, k -> k.entry().obligation().due()))
                .bind(11, texts(openings, k -> k.entry().startedBy()))
                .bind(12, texts(openings, k -> k.entry().obligation().residents()))
                .bind(13, texts(openings, k -> joined(k.entry().causes())))
                .bind(14, texts(openings, k -> k.entry().standing()))
                .bind(15, texts(openings, k -> k.entry().missedOn()))
                .bind(16, texts(openings, Kept::movesOn))
                .map((row, context) -> changed.put(row.getString(1), row.getBoolean(2)))
                .list();
        return changed;
    }

    /** Says what the arrivals of each amount to. */
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

    Optional<Entry> entry(String id) {
        return handle.createQuery("select * from obligation where obligation_id = ?")
                .bind(0, id)
                .map(Register::entry)
                .findOne();
    }

    /** Gives, page by page, the entries that the day moves; they may be written meanwhile. */
    void moving(LocalDate today, int page, Consumer<List<Entry>> reader) {
        try (ResultIterator<Entry> moving = handle.createQuery("select * from obligation where moves_on <= ?")
                .bind(0, today)
                .setFetchSize(page)
                .map(Register::entry)
                .iterator()) {
            Pages.each(moving, page, reader);
        }
    }

    /** Adds to what happened. */
    void happened(Collection<Fact> facts) {
        handle.createUpdate(
                        """
                        insert into obligation_fact (obligation_id, happening, on_date, due, event_id)
                        select * from unnest(?::text[], ?::text[], ?::date[], ?::date[], ?::text[])""")
                .bind(0, texts(facts, Fact::obligationId))
                .bind(1, texts(facts, Fact::happening))
                .bind(2, texts(facts, Fact::on))
                .bind(3, texts(facts, Fact::due))
                .bind(4, texts(facts, Fact::eventId))
                .execute();
    }

    void moved(Collection<Kept> entries) {
        handle.createUpdate(
                        """
                        update obligation o
                        set standing = n.standing, missed_on = n.missed_on, met_on = n.met_on, met_by = n.met_by,
                            manner = n.manner, moves_on = n.moves_on
                        from unnest(?::text[], ?::text[], ?::date[], ?::date[], ?::text[], ?::text[], ?::date[])
                            as n (id, standing, missed_on, met_on, met_by, manner, moves_on)
                        where o.obligation_id = n.id""")
                .bind(0, texts(entries, k -> k.entry().obligation().obligationId()))
                .bind(1, texts(entries, k -> k.entry().standing()))
                .bind(2, texts(entries, k -> k.entry().missedOn()))
                .bind(3, texts(entries, k -> met(k, Fulfilment::on)))
                .bind(4, texts(entries, k -> met(k, Fulfilment::eventId)))
                .bind(5, texts(entries, k -> met(k, Fulfilment::manner)))
                .bind(6, texts(entries, Kept::movesOn))
                .execute();
    }

    /** Keeps the steps that were not taken before, and says which. */
    List<Step> taken(List<Step> steps) {
        if (steps.isEmpty()) {
            return steps;
        }
        Set<String> fresh = new HashSet<>(handle.createQuery(
                        """
                        insert into escalation (obligation_id, step, on_date, addressees)
                        select id, step, on_date, string_to_array(addressees, ',')
                        from unnest(?::text[], ?::text[], ?::date[], ?::text[]) as n (id, step, on_date, addressees)
                        on conflict do nothing returning obligation_id || E'\\n' || step""")
                .bind(0, texts(steps, s -> s.entry().obligation().obligationId()))
                .bind(1, texts(steps, s -> s.planned().step().name()))
                .bind(2, texts(steps, Step::on))
                .bind(3, texts(steps, s -> s.to().stream().map(Enum::name).collect(Collectors.joining(","))))
                .mapTo(String.class)
                .list());
        return steps.stream()
                .filter(s -> fresh.contains(s.entry().obligation().obligationId()
                        + '\n'
                        + s.planned().step().name()))
                .toList();
    }

    private static Object met(Kept kept, Function<Fulfilment, Object> part) {
        return kept.entry().met() == null ? null : part.apply(kept.entry().met());
    }

    private static String joined(List<String> causes) {
        return causes.isEmpty() ? null : String.join("\n", causes);
    }

    private static <T> String[] texts(Collection<T> rows, Function<T, Object> column) {
        return rows.stream()
                .map(row -> {
                    Object value = column.apply(row);
                    return value == null ? null : value.toString();
                })
                .toArray(String[]::new);
    }
}
