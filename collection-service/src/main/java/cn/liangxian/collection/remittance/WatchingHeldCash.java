package cn.liangxian.collection.remittance;

import cn.liangxian.collection.CollectorHandoff.CashRetained;
import cn.liangxian.collection.remittance.RemittanceResource.Declaration;
import cn.liangxian.collection.remittance.RemittanceResource.Line;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.HoldingLimit;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * 严禁出现滞留资金: what an agent hands in bears the dates of its receipts. They show how long the cash was held and how much
 * of it at once; more than the policy allows of either is told to the township and the audit bureau.
 */
@ApplicationScoped
@Clause("yicheng-2024/六(二)-b")
class WatchingHeldCash {

    /** The most is held on a day on which something was taken: of each such day all that was handed in later than it. */
    private static final String MOST_HELD =
            """
            select coalesce(max(held), 0) from (
                select sum(r.amount) as held
                from (select distinct received_on as day from entrusted_receipt where remittance_id = :remittance) d
                join entrusted_receipt r on r.village = :village and r.agent = :agent
                    and r.received_on <= d.day and r.remitted_on > d.day
                group by d.day) days""";

    private final Jdbi jdbi;
    private final Policy policy;
    private final Outbox outbox;

    WatchingHeldCash(Jdbi jdbi, Policy policy, Outbox outbox) {
        this.jdbi = jdbi;
        this.policy = policy;
        this.outbox = outbox;
    }

    /** In the transaction of the remittance; a line whose cash goes back to the payer was held, too. */
    void remitted(UUID remittance, Declaration declaration, LocalDate today) {
        Fen held = jdbi.withHandle(h -> {
            enter(h, remittance, declaration, today);
            return Fen.of(h.createQuery(MOST_HELD)
                    .bind("remittance", remittance)
                    .bind("village", declaration.village())
                    .bind("agent", declaration.agent())
                    .mapTo(Long.class)
                    .one());
        });
        LocalDate since = declaration.lines().stream()
                .map(Line::receivedOn)
                .min(LocalDate::compareTo)
                .orElse(today);
        int days = (int) ChronoUnit.DAYS.between(since, today);
        policy.holdingLimit()
                .filter(limit -> days > limit.days() || held.compareTo(limit.amount()) > 0)
                .ifPresent(
                        limit -> outbox.handOver(retained(remittance, declaration, today, since, days, held, limit)));
    }

    private static void enter(Handle h, UUID remittance, Declaration declaration, LocalDate today) {
        PreparedBatch receipts = h.prepareBatch(
                "insert into entrusted_receipt values (?, ?, ?, ?, ?, ?, ?) on conflict (receipt_no) do nothing");
        for (Line line : declaration.lines()) {
            receipts.add(
                    line.receiptNo(),
                    remittance,
                    declaration.village(),
                    declaration.agent(),
                    line.receivedOn(),
                    today,
                    line.amount().amount());
        }
        receipts.execute();
    }

    private static CashRetained retained(
            UUID remittance,
            Declaration declaration,
            LocalDate today,
            LocalDate since,
            int days,
            Fen held,
            HoldingLimit limit) {
        String village = declaration.village();
        return new CashRetained(
                remittance.toString(),
                village.substring(0, Math.min(9, village.length())),
                village,
                declaration.agent(),
                since,
                today,
                days,
                held,
                limit.days(),
                limit.amount(),
                limit.assumed());
    }
}
