package cn.liangxian.subsidy.application;

import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What a run lacks, and the state in which it waits for it. */
record Missing(RunState state, String what) {

    private static final String LINES =
            """
            select 'enrollment: roster ' || r.roster_id || ' has ' || r.lines || ' lines, here are ' || l.here
            from roster r
            cross join lateral (select count(*) as here from roster_line l where l.roster_id = r.roster_id) l
            where r.accepted and r.received_on < :before and l.here < r.lines
            order by r.roster_id limit 1""";

    /** Tax sums every business date per insurance, also when there was no payment. */
    private static final String PAYMENTS =
            """
            select 'collection: ' || i.insurance || ' payments of ' || d.date || ': '
                || coalesce(s.payments || ' of ' || s.paid || ' fen', 'not summed yet')
                || ', here are ' || coalesce(c.payments, 0) || ' of ' || coalesce(c.paid, 0) || ' fen'
                || case when s.refunded <> coalesce(r.refunded, 0) then ', refunds ' || s.refunded || ' fen, here are '
                    || coalesce(r.refunded, 0) || ' fen' else '' end
            from business_day d
            cross join (values ('PENSION'), ('MEDICAL')) i (insurance)
            left join day_sum s on s.date = d.date and s.insurance = i.insurance
            left join (select paid_on, insurance, count(*) as payments, sum(amount) as paid
                       from contribution where paid_on < :before group by paid_on, insurance) c
                on c.paid_on = d.date and c.insurance = i.insurance
            left join (select made_on, insurance, sum(amount) as refunded
                       from refund where made_on < :before group by made_on, insurance) r
                on r.made_on = d.date and r.insurance = i.insurance
            where d.date < :before
              and (s.date is null or s.payments <> coalesce(c.payments, 0) or s.paid <> coalesce(c.paid, 0)
                  or s.refunded <> coalesce(r.refunded, 0))
            order by d.date limit 1""";

    /** What is missing of the facts of the days before; empty when a run of that date can be performed. */
    static Optional<Missing> before(Handle h, LocalDate date) {
        return find(h, LINES, date)
                .map(what -> new Missing(RunState.WAITING_FOR_LINES, what))
                .or(() -> find(h, PAYMENTS, date).map(what -> new Missing(RunState.WAITING_FOR_PAYMENTS, what)));
    }

    private static Optional<String> find(Handle h, String query, LocalDate before) {
        return h.createQuery(query).bind("before", before).mapTo(String.class).findOne();
    }
}
