package cn.liangxian.collection.refund;

import cn.liangxian.collection.claim.Claim;
import cn.liangxian.collection.payment.Payment.Outcome;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** What residents paid themselves, as far as it can go back. Money paid on behalf goes back to its payer another way. */
@ApplicationScoped
class RefundablePayments {

    private static final String SELECT =
            """
            select p.*, gone.fen as gone from payment p cross join lateral (
                select coalesce(sum(r.amount), 0) as fen from refund r where r.payment_id = p.payment_id) gone
            """;

    private final Jdbi jdbi;

    RefundablePayments(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A payment that a resident made.
     *
     * @param paidOn the day of payment
     * @param gone what of it went back already
     */
    record Refundable(
            UUID paymentId,
            long claimNumber,
            String personKey,
            Insurance insurance,
            int feeYear,
            Outcome outcome,
            Fen amount,
            String channel,
            String village,
            LocalDate paidOn,
            Fen gone) {

        /** What of it can still go back. */
        Fen left() {
            return amount.minus(gone);
        }
    }

    Optional<Refundable> find(UUID paymentId, String area) {
        return jdbi.withHandle(
                h -> h.createQuery(SELECT + "where p.payment_id = ? and p.payer = 'SELF' and starts_with(p.village, ?)")
                        .bind(0, paymentId)
                        .bind(1, area)
                        .map(RefundablePayments::read)
                        .findOne());
    }

    /** The resident's latest payment for the claim of which something is left. */
    Optional<Refundable> latestFor(Claim claim) {
        return jdbi.withHandle(h -> h.createQuery(
                        SELECT
                                + """
                                where p.person_key = ? and p.claim_no = ? and p.payer = 'SELF' and p.outcome = 'PAID'
                                    and p.amount > gone.fen
                                order by p.paid_on desc, p.payment_id desc limit 1""")
                .bind(0, claim.personKey())
                .bind(1, claim.number())
                .map(RefundablePayments::read)
                .findOne());
    }

    private static LocalDate dayOfPayment(ResultSet row) throws SQLException {
        LocalDate debited = row.getObject("debited_on", LocalDate.class);
        return debited == null ? row.getObject("paid_on", LocalDate.class) : debited;
    }

    private static Refundable read(ResultSet row, StatementContext context) throws SQLException {
        return new Refundable(
                row.getObject("payment_id", UUID.class),
                row.getLong("claim_no"),
                row.getString("person_key"),
                Insurance.valueOf(row.getString("insurance")),
                row.getInt("fee_year"),
                Outcome.valueOf(row.getString("outcome")),
                Fen.of(row.getLong("amount")),
                row.getString("channel"),
                row.getString("village"),
                dayOfPayment(row),
                Fen.of(row.getLong("gone")));
    }
}
