package cn.liangxian.audit.supervision;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * 对社会保险基金的收支情况、现金缴费等事项纳入日常监督: what went in and out of each insurance on a day, and the cash of each township, as
 * it was handed over on that day; nobody adds it up for the supervisors.
 */
@ApplicationScoped
@Clause("bachu-2022/第四十一条(1)")
class DailySheets {

    private static final String FUNDS =
            """
            select p ->> 'insurance' as insurance,
                coalesce(sum(amount) filter (where topic in
                    ('collection-contribution-paid-v1', 'collection-contribution-surplus-v1')), 0) as collected,
                coalesce(sum(amount) filter (where topic = 'collection-refund-listed-v1'), 0) as refunded,
                coalesce(sum(amount) filter (where topic = 'reconciliation-treasury-day-received-v1'), 0) as treasury,
                coalesce(sum(amount) filter (where topic = 'subsidy-funds-appropriated-v1'), 0) as appropriated,
                coalesce(sum(amount) filter (where topic = 'subsidy-funds-swept-v1'), 0) as swept
            from (select topic, p, coalesce(p ->> 'amount', p ->> 'total')::bigint as amount
                  from (select topic, payload_json(payload) as p from event
                        where business_date = :date and topic = any(:topics) offset 0) read) e
            where p ->> 'insurance' is not null group by 1""";

    /** Of all entries up to the day, those that were taken or ended on it or are still held are read, and no other. */
    private static final String CASH =
            """
            with entry as (
                select t.day as taken_on, s.day as settled_on, r.day as returned_on,
                    payload_json(t.payload) as p, payload_json(s.payload) ->> 'paid' as paid
                from (select subject, business_date as day, payload from event
                        where topic = 'collection-cash-taken-v1' and business_date <= :date) t
                    left join (select subject, business_date as day, payload from event
                        where topic = 'collection-cash-settled-v1' and business_date <= :date) s using (subject)
                    left join (select subject, business_date as day from event
                        where topic = 'collection-cash-returned-v1' and business_date <= :date) r using (subject)
                where t.day = :date or coalesce(s.day, r.day, :date) = :date offset 0),
            amounts as (
                select *, p ->> 'township' as township, (p ->> 'amount')::bigint as amount from entry)
            select township,
                coalesce(sum(amount) filter (where taken_on = :date), 0) as taken,
                coalesce(sum(paid::bigint) filter (where settled_on = :date), 0) as paid,
                coalesce(sum(amount) filter (where returned_on = :date), 0) as returned,
                coalesce(sum(amount) filter (where settled_on is null and returned_on is null), 0) as held,
                count(*) filter (where settled_on is null and returned_on is null) as entries
            from amounts group by 1 order by 1""";

    private static final String[] TOPICS = {
        "collection-contribution-paid-v1",
        "collection-contribution-surplus-v1",
        "collection-refund-listed-v1",
        "reconciliation-treasury-day-received-v1",
        "subsidy-funds-appropriated-v1",
        "subsidy-funds-swept-v1"
    };

    private final Jdbi jdbi;

    DailySheets(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param treasury what the treasury stated on the day, of the days before */
    public record Funds(Insurance insurance, Fen collected, Fen refunded, Fen treasury, Fen appropriated, Fen swept) {}

    /**
     * @param returned to the residents, since nothing was owed any more
     * @param held at the end of the day, in so many {@code entries} of the ledger, and not paid in yet
     */
    public record Cash(String township, Fen taken, Fen paid, Fen returned, Fen held, int entries) {}

    /** A day; townships without cash on it are left out. */
    public record Sheet(LocalDate date, List<Funds> funds, List<Cash> cash) {}

    Sheet of(LocalDate date) {
        return jdbi.withHandle(h -> new Sheet(
                date,
                h
                        .createQuery(FUNDS)
                        .bind("date", date)
                        .bindArray("topics", String.class, (Object[]) TOPICS)
                        .map((row, context) -> new Funds(
                                Insurance.valueOf(row.getString("insurance")),
                                Fen.of(row.getLong("collected")),
                                Fen.of(row.getLong("refunded")),
                                Fen.of(row.getLong("treasury")),
                                Fen.of(row.getLong("appropriated")),
                                Fen.of(row.getLong("swept"))))
                        .list()
                        .stream()
                        .sorted((a, b) -> a.insurance().compareTo(b.insurance()))
                        .toList(),
                h.createQuery(CASH)
                        .bind("date", date)
                        .map((row, context) -> new Cash(
                                row.getString("township"),
                                Fen.of(row.getLong("taken")),
                                Fen.of(row.getLong("paid")),
                                Fen.of(row.getLong("returned")),
                                Fen.of(row.getLong("held")),
                                row.getInt("entries")))
                        .list()));
    }
}
