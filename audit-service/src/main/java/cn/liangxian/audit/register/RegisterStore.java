package cn.liangxian.audit.register;

import cn.liangxian.audit.AuditHandoff.Obligation;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.CopyIn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.StatementContext;

/** The register in the database. Everything is set-based: one statement for a whole batch. */
final class RegisterStore {

    private static final String BY_EARLIEST_PART =
            """
            select o.*, f.business_date as f_on, f.event_id as f_by, f.manner as f_manner,
                e.business_date as e_on, e.event_id as e_by, e.manner as e_manner
            from obligation o
            left join lateral (
                select business_date, event_id, manner
                from (select distinct on (part) business_date, event_id, manner from arrival a
                      where a.obligation_id = o.obligation_id
                        and (o.handoff <> all(?) or a.business_date >= o.opened)
                      order by part, business_date, event_id) first_of_part
                order by business_date, event_id offset o.needed - 1 limit 1) f on true
            left join lateral (
                select business_date, event_id, manner from arrival a
                where a.obligation_id = o.obligation_id and o.handoff = any(?) and a.business_date < o.opened
                order by business_date, event_id limit 1) e on true
            where o.obligation_id = any(?)""";

    private final Handle handle;

    RegisterStore(Handle handle) {
        this.handle = handle;
    }

    /** An entry, and whether anything had arrived for it. */
    record Awaited(Entry entry, boolean arrived) {}

    /** An entry with the fulfilment that the arrivals amount to, and the first that came too early; null where there is none. */
    record Candidate(Entry entry, Fulfilment earliest, Fulfilment early) {}

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

    /** What has arrived for the obligations. */
    List<Arrival> arrivals(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : handle.createQuery(
                                """
                                select obligation_id, part, business_date, event_id, manner from arrival
                                where obligation_id = any(?)""")
                        .bind(0, ids.toArray(String[]::new))
                        .map(RegisterStore::arrival)
                        .list();
    }

    /** Which of the arrivals of single parts were kept before. */
    Set<Arrival> kept(Collection<Arrival> arrivals) {
        return arrivals.isEmpty()
                ? Set.of()
                : handle.createQuery(
                                """
                                select obligation_id, part, business_date, event_id, manner
                                from arrival join unnest(?::text[], ?::text[], ?::date[], ?::text[])
                                    as n (obligation_id, part, business_date, event_id)
                                    using (obligation_id, part, business_date, event_id)""")
                        .bind(0, texts(arrivals, Arrival::obligationId))
                        .bind(1, texts(arrivals, Arrival::part))
                        .bind(2, texts(arrivals, a -> a.fulfilment().on()))
                        .bind(3, texts(arrivals, a -> a.fulfilment().eventId()))
                        .map(RegisterStore::arrival)
                        .set();
    }

    /** Keeps what arrived; none of it has arrived before. */
    void arrived(Collection<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return;
        }
        try (CopyIn copy = new CopyIn(handle, "arrival (obligation_id, part, business_date, event_id, manner)")) {
            for (Arrival arrival : arrivals) {
                copy.put(arrival.obligationId())
                        .put(arrival.part())
                        .put(arrival.fulfilment().on())
                        .put(arrival.fulfilment().eventId())
                        .put(arrival.fulfilment().manner())
                        .endRow();
            }
            copy.finish();
        }
    }

    /** Those of the obligations for which something has arrived. */
    Set<String> arrivedFor(Collection<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : handle.createQuery(
                                """
                        select id from unnest(?::text[]) id
                        where exists (select from arrival a where a.obligation_id = id)""")
                        .bind(0, ids.toArray(String[]::new))
                        .mapTo(String.class)
                        .set();
    }

    /** Those of the obligations that are entered. */
    Set<String> known(Collection<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : handle.createQuery("select obligation_id from obligation where obligation_id = any(?)")
                        .bind(0, ids.toArray(String[]::new))
                        .mapTo(String.class)
                        .set();
    }

    /** Enters what is not there yet. */
    void entered(Collection<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        try (CopyIn copy = new CopyIn(
                handle,
                "obligation (obligation_id, handoff, owner, receiver, area, scope, clause, assumed, needed, opened, due,"
                        + " started_by, residents, named, causes, standing, missed_on)")) {
            for (Entry entry : entries) {
                Obligation o = entry.obligation();
                copy.put(o.obligationId())
                        .put(o.handoff())
                        .put(o.owner())
                        .put(o.receiver())
                        .put(o.area())
                        .put(Register.json(o.scope()))
                        .put(o.clause())
                        .put(o.assumed())
                        .put(entry.needed())
                        .put(o.opened())
                        .put(o.due())
                        .put(entry.startedBy())
                        .put(o.residents())
                        .put(o.residents())
                        .put(array(entry.causes()))
                        .put(entry.standing())
                        .put(entry.missedOn())
                        .endRow();
            }
            copy.finish();
        }
    }

    /**
     * What is there already was opened by a later event than one of these; or the calendar asks for it again, because a later
     * notice is in force, and it still runs: then it gets the due date of that notice. Returns the ids that changed.
     */
    Set<String> reopened(Collection<Entry> entries) {
        if (entries.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(handle.createQuery(
                        """
                        update obligation o set opened = least(o.opened, n.opened), due = n.due, needed = n.needed,
                            started_by = n.started_by, causes = n.causes::text[], residents = n.residents,
                            named = n.residents
                        from unnest(?::text[], ?::int[], ?::date[], ?::date[], ?::text[], ?::int[], ?::text[])
                            as n (id, needed, opened, due, started_by, residents, causes)
                        where o.obligation_id = n.id
                          and (n.started_by <> '' and (n.opened, n.started_by) < (o.opened, o.started_by)
                               or n.started_by = '' and o.started_by = '' and n.due <> o.due
                                  and o.standing in ('EXPECTED', 'OPEN', 'DUE_SOON'))
                        returning o.obligation_id""")
                .bind(0, texts(entries, e -> e.obligation().obligationId()))
                .bind(1, texts(entries, Entry::needed))
                .bind(2, texts(entries, e -> e.obligation().opened()))
                .bind(3, texts(entries, e -> e.obligation().due()))
                .bind(4, texts(entries, Entry::startedBy))
                .bind(5, texts(entries, e -> e.obligation().residents()))
                .bind(6, texts(entries, e -> array(e.causes())))
                .mapTo(String.class)
                .list());
    }

    /** Those of the obligations that are entered, and whether anything has arrived for them. */
    List<Awaited> awaited(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : handle.createQuery(
                                """
                                select o.*, exists (select from arrival a where a.obligation_id = o.obligation_id) as arrived
                                from obligation o where obligation_id = any(?)""")
                        .bind(0, ids.toArray(String[]::new))
                        .map((row, context) -> new Awaited(Register.entry(row, context), row.getBoolean("arrived")))
                        .list();
    }

    /**
     * Says what the arrivals of each amount to.
     *
     * @param windows handoffs that may not come before the day on which their obligation opens
     */
    List<Candidate> candidates(Collection<String> ids, Set<String> windows) {
        return handle.createQuery(BY_EARLIEST_PART)
                .bind(0, windows.toArray(String[]::new))
                .bind(1, windows.toArray(String[]::new))
                .bind(2, ids.toArray(String[]::new))
                .map((row, context) ->
                        new Candidate(Register.entry(row, context), fulfilment(row, "f_"), fulfilment(row, "e_")))
                .list();
    }

    private static Fulfilment fulfilment(ResultSet row, String prefix) throws SQLException {
        LocalDate on = row.getObject(prefix + "on", LocalDate.class);
        return on == null ? null : new Fulfilment(on, row.getString(prefix + "by"), row.getString(prefix + "manner"));
    }

    Optional<Entry> entry(String id) {
        return handle.createQuery("select * from obligation where obligation_id = ?")
                .bind(0, id)
                .map(Register::entry)
                .findOne();
    }

    /** The days on which anything is due. They are few: each is found from the one before it by the index. */
    List<LocalDate> dueDays() {
        return handle.createQuery(
                        """
                        with recursive day (due) as (
                            select min(due) from obligation
                            union all
                            select (select min(o.due) from obligation o where o.due > day.due) from day where due is not null)
                        select due from day where due is not null""")
                .mapTo(LocalDate.class)
                .list();
    }

    /**
     * Gives, page by page, the entries that wait and are due on one of the days, or that open after {@code since} and by
     * {@code today}; they may be written meanwhile.
     *
     * @param since null for all before
     */
    void waiting(Collection<LocalDate> due, LocalDate since, LocalDate today, int page, Consumer<List<Entry>> reader) {
        try (ResultIterator<Entry> waiting = handle.createQuery(
                        """
                        select * from obligation
                        where due = any(?::date[]) and standing in ('OPEN', 'DUE_SOON', 'MISSED')
                        union all
                        select * from obligation
                        where started_by = '' and opened > coalesce(?, date '-infinity') and opened <= ?
                          and standing = 'EXPECTED'""")
                .bind(0, texts(due, day -> day))
                .bind(1, since)
                .bind(2, today)
                .setFetchSize(page)
                .map(Register::entry)
                .iterator()) {
            Pages.each(waiting, page, reader);
        }
    }

    /** Adds to what happened. */
    void happened(Collection<Fact> facts) {
        try (CopyIn copy = new CopyIn(handle, "obligation_fact (obligation_id, happening, on_date, due, event_id)")) {
            for (Fact fact : facts) {
                copy.put(fact.obligationId())
                        .put(fact.happening())
                        .put(fact.on())
                        .put(fact.due())
                        .put(fact.eventId())
                        .endRow();
            }
            copy.finish();
        }
    }

    void moved(Collection<Entry> entries) {
        handle.createUpdate(
                        """
                        update obligation o
                        set standing = n.standing, missed_on = n.missed_on, met_on = n.met_on, met_by = n.met_by,
                            manner = n.manner, early_on = n.early_on
                        from unnest(?::text[], ?::text[], ?::date[], ?::date[], ?::text[], ?::text[], ?::date[])
                            as n (id, standing, missed_on, met_on, met_by, manner, early_on)
                        where o.obligation_id = n.id""")
                .bind(0, texts(entries, e -> e.obligation().obligationId()))
                .bind(1, texts(entries, Entry::standing))
                .bind(2, texts(entries, Entry::missedOn))
                .bind(3, texts(entries, e -> met(e, Fulfilment::on)))
                .bind(4, texts(entries, e -> met(e, Fulfilment::eventId)))
                .bind(5, texts(entries, e -> met(e, Fulfilment::manner)))
                .bind(6, texts(entries, Entry::earlyOn))
                .execute();
    }

    /** Keeps the steps that were not taken before, and says which. */
    List<Step> taken(List<Step> steps) {
        if (steps.isEmpty()) {
            return steps;
        }
        Set<Taken> before = handle.createQuery(
                        "select obligation_id, step from escalation where obligation_id = any(?)")
                .bind(
                        0,
                        steps.stream()
                                .map(s -> s.entry().obligation().obligationId())
                                .toArray(String[]::new))
                .map((row, context) -> new Taken(row.getString(1), row.getString(2)))
                .set();
        List<Step> fresh = steps.stream()
                .filter(s -> !before.contains(new Taken(
                        s.entry().obligation().obligationId(),
                        s.planned().step().name())))
                .toList();
        try (CopyIn copy = new CopyIn(handle, "escalation (obligation_id, step, on_date, addressees)")) {
            for (Step step : fresh) {
                copy.put(step.entry().obligation().obligationId())
                        .put(step.planned().step().name())
                        .put(step.on())
                        .put(array(step.to().stream().map(Enum::name).toList()))
                        .endRow();
            }
            copy.finish();
        }
        return fresh;
    }

    private record Taken(String obligationId, String step) {}

    private static Arrival arrival(ResultSet row, StatementContext context) throws SQLException {
        return new Arrival(
                row.getString(1),
                row.getString(2),
                new Fulfilment(row.getObject(3, LocalDate.class), row.getString(4), row.getString(5)));
    }

    private static Object met(Entry entry, Function<Fulfilment, Object> part) {
        return entry.met() == null ? null : part.apply(entry.met());
    }

    /** As PostgreSQL writes an array of texts. */
    private static String array(List<String> texts) {
        return texts.stream()
                .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
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
