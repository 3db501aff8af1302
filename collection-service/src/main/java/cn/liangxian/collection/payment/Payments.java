package cn.liangxian.collection.payment;

import cn.liangxian.collection.claim.Claim;
import cn.liangxian.collection.claim.Claims;
import cn.liangxian.collection.payment.Payment.Origin;
import cn.liangxian.collection.payment.Payment.Outcome;
import cn.liangxian.messaging.CopyIn;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.messaging.Outbox;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The payments: entered with the standing of their claims and handed over, in one transaction. */
@ApplicationScoped
public class Payments {

    private static final String COLUMNS =
            """
            payment_id, claim_no, person_key, insurance, fee_year, outcome, amount, due, paid_in_all, tier, payer, funder,
            channel, voucher, township, village, paid_on, debited_on, reason, remittance_id, clause, inputs, policy_version""";

    private static final String UNIQUE_VIOLATION = "23505";

    private final Jdbi jdbi;
    private final Claims claims;
    private final Outbox outbox;
    private final Event<Payment> surplus;

    /** @param surplus tells of money that was not owed, in the running transaction */
    Payments(Jdbi jdbi, Claims claims, Outbox outbox, Event<Payment> surplus) {
        this.surplus = surplus;
        this.jdbi = jdbi;
        this.claims = claims;
        this.outbox = outbox;
    }

    /**
     * Enters payments for locked claims; several for one claim in their order.
     *
     * @return false when a voucher is known already; nothing is entered then, and the transaction must be given up unless
     *     there was only one
     */
    public boolean enter(List<Payment> payments) {
        if (payments.isEmpty()) {
            return true;
        }
        if (!enterUntold(payments)) {
            return false;
        }
        outbox.handOver(payments.stream().map(Payment::handoff).toList());
        payments.stream()
                .filter(payment -> payment.outcome() == Outcome.SURPLUS)
                .forEach(surplus::fire);
        return true;
    }

    /** As {@link #enter}; the caller hands over. */
    public boolean enterUntold(List<Payment> payments) {
        if (!inserted(payments)) {
            return false;
        }
        Map<Long, Claim> standing = new LinkedHashMap<>();
        for (Payment payment : payments) {
            if (payment.outcome() == Outcome.PAID) {
                standing.put(payment.claim().number(), payment.claim());
            }
        }
        claims.keep(standing.values());
        return true;
    }

    /** False when a voucher is known. */
    private boolean inserted(List<Payment> payments) {
        if (payments.size() == 1) {
            return insert(payments.get(0)) == 1;
        }
        return jdbi.withHandle(h -> {
            try (CopyIn copy = new CopyIn(h, "payment (" + COLUMNS + ")")) {
                for (Payment payment : payments) {
                    for (Object column : columns(payment)) {
                        copy.put(column);
                    }
                    copy.endRow();
                }
                copy.finish();
                return true;
            } catch (CopyIn.Refused e) {
                if (UNIQUE_VIOLATION.equals(e.state())) {
                    return false;
                }
                throw e;
            }
        });
    }

    private int insert(Payment payment) {
        return jdbi.withHandle(h -> h.execute(
                "insert into payment (" + COLUMNS
                        + """
                        ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                        on conflict (channel, voucher) do nothing""",
                columns(payment)));
    }

    private static Object[] columns(Payment payment) {
        Claim claim = payment.claim();
        return new Object[] {
            payment.id(),
            claim.number(),
            claim.personKey(),
            claim.insurance().name(),
            claim.feeYear(),
            payment.outcome().name(),
            payment.amount().amount(),
            claim.due().amount(),
            claim.paid().amount(),
            claim.tier() == null ? null : claim.tier().amount(),
            payment.payer().name(),
            payment.funder(),
            payment.origin().channel(),
            payment.origin().voucher(),
            claim.township(),
            claim.village(),
            payment.paidOn(),
            payment.debitedOn(),
            payment.reason() == null ? null : payment.reason().name(),
            payment.remittance(),
            payment.ground().clause(),
            payment.ground().inputs(),
            payment.ground().policyVersion()
        };
    }

    /** The payment that bears the voucher, as it was answered. */
    Optional<Contribution> by(Origin origin) {
        return jdbi.withHandle(h -> h.createQuery("select * from payment where channel = ? and voucher = ?")
                .bind(0, origin.channel())
                .bind(1, origin.voucher())
                .map(Contribution::read)
                .findOne());
    }

    /** Why the payment had its amount; empty when there is none, or not in the area. */
    Optional<Explanation> explain(UUID paymentId, String area) {
        return jdbi.withHandle(
                h -> h.createQuery("select * from payment where payment_id = ? and village like ? || '%'")
                        .bind(0, paymentId)
                        .bind(1, area)
                        .map((row, context) -> new Explanation(
                                Contribution.read(row, context),
                                row.getString("payer"),
                                row.getString("funder"),
                                inputs(row.getString("inputs"))))
                        .findOne());
    }

    private static JsonNode inputs(String json) {
        try {
            return HandoffJson.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database keeps JSON only", e);
        }
    }

    /** Those of the vouchers that are known in the channel. */
    public Set<String> known(String channel, Collection<String> vouchers) {
        return jdbi.withHandle(
                h -> h.createQuery("select voucher from payment where channel = :channel and voucher = any (:vouchers)")
                        .bind("channel", channel)
                        .bindArray("vouchers", String.class, List.copyOf(vouchers))
                        .mapTo(String.class)
                        .set());
    }
}
