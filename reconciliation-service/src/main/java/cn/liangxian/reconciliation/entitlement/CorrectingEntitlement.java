package cn.liangxian.reconciliation.entitlement;

import cn.liangxian.collection.RefundHandoff.EntitlementToCorrect;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Inbox;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.messaging.Received;
import cn.liangxian.reconciliation.ReconciliationHandoff.EntitlementCorrected;
import cn.liangxian.reconciliation.balance.BalancingTurn;
import cn.liangxian.rest.Problem;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Jdbi;

/** Hears which entitlements stand on money that went back, and keeps them open until the agency has corrected them. */
@ApplicationScoped
@Clause({"yicheng-2024/五(三)-f", "yicheng-2024/五(二)-d"})
class CorrectingEntitlement {

    private final Inbox inbox;
    private final Jdbi jdbi;
    private final BusinessDay day;
    private final Outbox outbox;
    private final BalancingTurn turn;

    CorrectingEntitlement(Inbox inbox, Jdbi jdbi, BusinessDay day, Outbox outbox, BalancingTurn turn) {
        this.inbox = inbox;
        this.jdbi = jdbi;
        this.day = day;
        this.outbox = outbox;
        this.turn = turn;
    }

    @Incoming(EntitlementToCorrect.TOPIC)
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.each(records, EntitlementToCorrect.class, this::keep);
    }

    void keep(Received<EntitlementToCorrect> received) {
        EntitlementToCorrect told = received.handoff();
        jdbi.useHandle(h -> h.execute(
                "insert into entitlement_correction values (?, ?, ?, ?, ?, ?) on conflict (case_id) do nothing",
                told.caseId(),
                told.personKey(),
                told.insurance().name(),
                told.feeYear(),
                told.paidInAll().amount(),
                told.on()));
    }

    /** What waits for the agency of the insurance, the oldest first, beyond the case; empty for all. */
    List<Correction> waiting(Insurance insurance, String after, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select * from entitlement_correction where insurance = :insurance and corrected_on is null
                            and (:after = '' or (told_on, case_id) >
                                (select told_on, case_id from entitlement_correction where case_id = :after))
                        order by told_on, case_id limit :limit""")
                .bind("insurance", insurance.name())
                .bind("after", after)
                .bind("limit", limit)
                .map(Correction::read)
                .list());
    }

    /** In an open transaction. */
    Correction correct(String caseId, Insurance insurance, String by) {
        LocalDate today = day.today();
        turn.take();
        Correction corrected = jdbi.withHandle(h -> h.createQuery(
                        """
                        update entitlement_correction set corrected_on = :today, corrected_by = :by
                        where case_id = :case and insurance = :insurance and corrected_on is null returning *""")
                .bind("today", today)
                .bind("by", by)
                .bind("case", caseId)
                .bind("insurance", insurance.name())
                .map(Correction::read)
                .findOne()
                .orElseThrow(() -> new Problem(EntitlementProblem.NO_CORRECTION, null)));
        outbox.handOver(new EntitlementCorrected(
                caseId, corrected.personKey(), insurance, corrected.feeYear(), corrected.paidInAll(), today));
        return corrected;
    }
}
