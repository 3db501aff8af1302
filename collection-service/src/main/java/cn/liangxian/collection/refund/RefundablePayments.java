package cn.liangxian.collection.refund;

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

    private final Jdbi jdbi;

    RefundablePayments(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A payment that a resident made.
     *
     * @param paidOn the day of payment
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
            LocalDate paidOn) {}

    Optional<Refundable> find(UUID paymentId, String area) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select * from payment where payment_id = ? and payer = 'SELF' and village like ? || '%'")
                .bind(0, paymentId)
                .bind(1, area)
                .map(RefundablePayments::read)
                .findOne());
    }

    /** The resident's latest payment for the claim of which nothing has gone back or is about to. */
    Optional<Refundable> latestFor(long claimNumber) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select p.* from payment p where p.claim_no = ? and p.payer = 'SELF' and p.outcome = 'PAID'
                            and not exists (select 1 from refund_case c
                                where c.payment_id = p.payment_id and c.state <> 'REFUSED')
                        order by p.paid_on desc, p.payment_id desc limit 1""")
                .bind(0, claimNumber)
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
                dayOfPayment(row));
    }
}
