package cn.liangxian.collection.attempt;

import cn.liangxian.collection.attempt.Attempt.Kind;
import cn.liangxian.collection.claim.ClaimState;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.DebitTerms;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** All that was tried to get a claim paid, over all channels, read from the books of each. */
@ApplicationScoped
class Attempts {

    /** A payment that a debit or a cash entry made is told by that one. */
    private static final String ALL =
            """
            select b.debit_on as on_date, 'DEBIT' as kind, b.bank as way, l.amount, l.state as outcome,
                coalesce(p.reason, l.result) as reason, l.answered_on as ended_on, 1 as rank, l.batch_no::text as id
            from debit_line l join debit_batch b using (batch_no)
            left join payment p on p.channel = :debit
                and p.voucher = lpad(l.batch_no::text, 10, '0') || lpad(l.line_no::text, 8, '0')
            where l.claim_no = :claim
            union all
            select p.paid_on, case when p.payer <> 'SELF' then 'ON_BEHALF' when p.remittance_id is not null then 'AGENT'
                    else 'CHANNEL' end,
                p.channel, p.amount, p.outcome, p.reason, p.paid_on, 2, p.payment_id::text
            from payment p where p.person_key = :person and p.claim_no = :claim and p.channel <> :debit
                and not exists (select 1 from cash_entry e where e.payment_id = p.payment_id)
            union all
            select e.taken_on, 'CASH', e.channel, e.amount, e.state, null, e.settled_on, 3, e.receipt_no
            from cash_entry e where e.claim_no = :claim
            union all
            select d.made_on, 'CONTACT', null, null, d.outcome, d.note, d.made_on, 4, lpad(d.contact_no::text, 12, '0')
            from debit_contact d where d.claim_no = :claim
            union all
            select g.listed_on, 'GUIDED', null, null, 'LISTED', g.reason, g.listed_on, 5, ''
            from debit_guidance g where g.claim_no = :claim
            union all
            select r.requested_on, 'REFUND', p.channel, r.amount, r.state, coalesce(r.refused_because, r.reason),
                case when r.state in ('MADE', 'REFUSED') then r.waits_since end, 6, r.case_id::text
            from refund_case r join payment p using (payment_id)
            where r.person_key = :person and p.claim_no = :claim
            order by on_date, rank, id""";

    private final Jdbi jdbi;
    private final Policy policy;

    Attempts(Jdbi jdbi, Policy policy) {
        this.jdbi = jdbi;
        this.policy = policy;
    }

    /** A claim as it stands, and all that led there, in order. */
    record Told(
            String personKey,
            Insurance insurance,
            int feeYear,
            ClaimState state,
            Fen due,
            Fen paid,
            List<Attempt> attempts) {}

    Optional<Told> of(String personKey, Insurance insurance, String area) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select c.* from claim c join roster r using (roster_no)
                        where r.state = 'ACCEPTED' and c.person_key = ? and c.insurance = ? and c.fee_year = ?
                            and c.village like ? || '%'""")
                .bind(0, personKey)
                .bind(1, insurance.name())
                .bind(2, policy.feeYear())
                .bind(3, area)
                .map(this::told)
                .findOne());
    }

    private Told told(ResultSet row, StatementContext context) throws SQLException {
        return new Told(
                row.getString("person_key"),
                Insurance.valueOf(row.getString("insurance")),
                row.getInt("fee_year"),
                ClaimState.valueOf(row.getString("state")),
                Fen.of(row.getLong("due")),
                Fen.of(row.getLong("paid_self") + row.getLong("paid_proxy") + row.getLong("paid_sponsor")),
                attempts(row.getLong("claim_no"), row.getString("person_key")));
    }

    private List<Attempt> attempts(long claim, String person) {
        return jdbi.withHandle(h -> h.createQuery(ALL)
                .bind("claim", claim)
                .bind("person", person)
                .bind("debit", policy.debit().map(DebitTerms::channel).orElse(""))
                .map((row, context) -> new Attempt(
                        row.getObject("on_date", LocalDate.class),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("way"),
                        row.getObject("amount") == null ? null : Fen.of(row.getLong("amount")),
                        row.getString("outcome"),
                        row.getString("reason"),
                        row.getObject("ended_on", LocalDate.class)))
                .list());
    }
}
