package cn.liangxian.reconciliation.collected;

import cn.liangxian.reconciliation.balance.BalancingTurn;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Where each resident's claim stands, worked out anew from all its facts whenever one arrives. */
@ApplicationScoped
class Claims {

    /**
     * Of the last day the payment with the greatest id is the latest, in whatever order they arrive: collection's ids
     * grow. The claim is complete when it says so, and when all that it counts has arrived and none of it went back.
     */
    private static final String REFRESH =
            """
            insert into claim (person_key, insurance, fee_year, township, due, paid, complete, last_paid_on, payments)
            select p.person_key, p.insurance, p.fee_year, latest.township, latest.due, money.paid,
                   latest.due = latest.paid_in_all and money.paid = latest.due, money.last_paid_on,
                   money.payments
            from (select distinct person_key, insurance, fee_year from collected
                  where kind = 'PAID' and id = any (:payments)) p
            cross join lateral (
                select township, due, paid_in_all from collected c
                where c.kind = 'PAID' and c.person_key = p.person_key and c.insurance = p.insurance and c.fee_year = p.fee_year
                order by day desc, id desc limit 1) latest
            cross join lateral (
                select sum(c.fen + coalesce((
                           select sum(r.fen) from collected r where r.kind = 'REFUND' and r.payment_id = c.id), 0)) as paid,
                       max(c.day) as last_paid_on, count(*) as payments
                from collected c
                where c.kind = 'PAID' and c.person_key = p.person_key and c.insurance = p.insurance and c.fee_year = p.fee_year
            ) money
            on conflict (person_key, insurance, fee_year) do update set
                township = excluded.township, due = excluded.due, paid = excluded.paid, complete = excluded.complete,
                last_paid_on = excluded.last_paid_on, payments = excluded.payments""";

    private final Jdbi jdbi;
    private final BalancingTurn turn;

    Claims(Jdbi jdbi, BalancingTurn turn) {
        this.jdbi = jdbi;
        this.turn = turn;
    }

    /** The claims that these payments belong to; a refund of a surplus belongs to none. */
    void refresh(Set<String> payments) {
        // a refund and its payment arrive on two topics: whoever is second must see the other
        turn.take();
        jdbi.useHandle(h -> h.createUpdate(REFRESH)
                .bind("payments", payments.toArray(String[]::new))
                .execute());
    }
}
