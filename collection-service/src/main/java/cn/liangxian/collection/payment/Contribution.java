package cn.liangxian.collection.payment;

import cn.liangxian.collection.payment.Payment.Outcome;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The answer to a payment: taken for the claim, or registered as a surplus that is refunded.
 *
 * @param due what the claim amounts to; {@code paidInAll} what has been paid for it with this payment
 * @param clause the clauses by which the amount was right, of the policy {@code policyVersion}
 */
public record Contribution(
        String paymentId,
        String personKey,
        Insurance insurance,
        int feeYear,
        Outcome state,
        Fen amount,
        Fen due,
        Fen paidInAll,
        boolean complete,
        Fen tier,
        String channel,
        String voucher,
        LocalDate paidOn,
        String reason,
        String clause,
        String policyVersion) {

    static Contribution of(Payment payment) {
        return new Contribution(
                payment.id().toString(),
                payment.claim().personKey(),
                payment.claim().insurance(),
                payment.claim().feeYear(),
                payment.outcome(),
                payment.amount(),
                payment.claim().due(),
                payment.claim().paid(),
                payment.claim().settled(),
                payment.claim().tier(),
                payment.origin().channel(),
                payment.origin().voucher(),
                payment.paidOn(),
                payment.reason() == null ? null : payment.reason().name(),
                payment.ground().clause(),
                payment.ground().policyVersion());
    }

    static Contribution read(ResultSet row, StatementContext context) throws SQLException {
        long tier = row.getLong("tier");
        Fen chosen = row.wasNull() ? null : Fen.of(tier);
        return new Contribution(
                row.getString("payment_id"),
                row.getString("person_key"),
                Insurance.valueOf(row.getString("insurance")),
                row.getInt("fee_year"),
                Outcome.valueOf(row.getString("outcome")),
                Fen.of(row.getLong("amount")),
                Fen.of(row.getLong("due")),
                Fen.of(row.getLong("paid_in_all")),
                row.getLong("due") == row.getLong("paid_in_all"),
                chosen,
                row.getString("channel"),
                row.getString("voucher"),
                row.getObject("paid_on", LocalDate.class),
                row.getString("reason"),
                row.getString("clause"),
                row.getString("policy_version"));
    }
}
