package cn.liangxian.collection.refund;

import cn.liangxian.collection.CollectionHandoff.RefundListed;
import cn.liangxian.collection.day.CollectingDay;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Pays a surplus back to where it came from, once and in full. */
@ApplicationScoped
class Refunding {

    private static final String SELECT =
            """
            select p.*, r.refund_id, r.voucher as refund_voucher, r.made_on
            from payment p left join refund r using (payment_id) where p.outcome = 'SURPLUS' and\s""";

    private final Jdbi jdbi;
    private final CollectingDay day;
    private final Outbox outbox;
    private final Caller caller;

    Refunding(Jdbi jdbi, CollectingDay day, Outbox outbox, Caller caller) {
        this.jdbi = jdbi;
        this.day = day;
        this.outbox = outbox;
        this.caller = caller;
    }

    /** @param voucher that of the refund; null for the refund's own id */
    Surplus refund(UUID paymentId, String voucher) {
        LocalDate today = day.join();
        Surplus surplus = find(paymentId);
        if (!surplus.township().startsWith(caller.area())) {
            throw new Problem(RefundProblem.NO_SURPLUS, null);
        }
        if (surplus.state() == RefundState.REFUNDED) {
            return surplus;
        }
        UUID refundId = Uuid7.next();
        String own = voucher == null || voucher.isBlank() ? refundId.toString() : voucher;
        int inserted = jdbi.withHandle(h -> h.createUpdate(
                        """
                        insert into refund (refund_id, payment_id, insurance, amount, channel, voucher, reason, made_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .bind(0, refundId)
                .bind(1, paymentId)
                .bind(2, surplus.insurance().name())
                .bind(3, surplus.amount().amount())
                .bind(4, surplus.channel())
                .bind(5, own)
                .bind(6, surplus.reason())
                .bind(7, today)
                .execute());
        if (inserted == 0) {
            // another request was faster, or the voucher is that of another refund
            Surplus now = find(paymentId);
            if (now.state() == RefundState.REFUNDED) {
                return now;
            }
            throw new Problem(RefundProblem.VOUCHER_TAKEN, null).at(null, "voucher", "belongs to another refund");
        }
        outbox.handOver(new RefundListed(
                refundId.toString(),
                surplus.paymentId(),
                surplus.personKey(),
                surplus.insurance(),
                surplus.amount(),
                surplus.reason(),
                surplus.channel(),
                own,
                today));
        return find(paymentId);
    }

    /** At most {@code limit}, the oldest first, after the payment {@code beyond}. */
    List<Surplus> list(RefundState state, String area, UUID beyond, int limit) {
        String refunded =
                switch (state) {
                    case OPEN -> "r.refund_id is null";
                    case REFUNDED -> "r.refund_id is not null";
                };
        return jdbi.withHandle(h -> h.createQuery(
                        SELECT
                                + refunded
                                + " and p.township like :area || '%' and p.payment_id > :beyond order by p.payment_id limit :limit")
                .bind("area", area)
                .bind("beyond", beyond)
                .bind("limit", limit)
                .map(Refunding::read)
                .list());
    }

    private Surplus find(UUID paymentId) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + "p.payment_id = ?")
                .bind(0, paymentId)
                .map(Refunding::read)
                .findOne()
                .orElseThrow(() -> new Problem(RefundProblem.NO_SURPLUS, null)));
    }

    private static Surplus read(ResultSet row, StatementContext context) throws SQLException {
        String refundId = row.getString("refund_id");
        return new Surplus(
                row.getString("payment_id"),
                row.getString("person_key"),
                Insurance.valueOf(row.getString("insurance")),
                Fen.of(row.getLong("amount")),
                row.getString("reason"),
                row.getString("channel"),
                row.getString("voucher"),
                row.getString("township"),
                row.getObject("paid_on", LocalDate.class),
                refundId == null
                        ? RefundState.OPEN
                        : RefundState.LIFE.after(RefundState.OPEN, RefundState.Step.PAID_BACK),
                refundId,
                row.getString("refund_voucher"),
                row.getObject("made_on", LocalDate.class));
    }
}
