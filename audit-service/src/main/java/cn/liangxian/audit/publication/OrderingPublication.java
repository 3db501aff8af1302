package cn.liangxian.audit.publication;

import cn.liangxian.audit.PublicationHandoff.PublicationOrdered;
import cn.liangxian.audit.objection.AnsweringObjections;
import cn.liangxian.collection.CollectionHandoff.PaymentRosterProvided;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Envelope;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.messaging.MalformedEvent;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.messaging.RawEvent;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * When tax provides the payment roster of a township, the township is told to publish it within the publication stage
 * (各镇（街道）安排进行公示). A corrected roster replaces the one before and answers the objection that led to it.
 */
@ApplicationScoped
@Clause("yicheng-2024/四(五)")
public class OrderingPublication {

    private static final String STAGE = "publish";
    private final Jdbi jdbi;
    private final Outbox outbox;
    private final Policy policy;
    private final AnsweringObjections answering;

    OrderingPublication(Jdbi jdbi, Outbox outbox, Policy policy, AnsweringObjections answering) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.policy = policy;
        this.answering = answering;
    }

    /** Takes the payment rosters among the events, in the transaction of their receipt. */
    public void take(Collection<RawEvent> events) {
        for (RawEvent event : events) {
            if (event.topic().equals(PaymentRosterProvided.TOPIC)) {
                order(read(event), event.envelope());
            }
        }
    }

    private void order(PaymentRosterProvided roster, Envelope cause) {
        Stage stage = policy.campaign().stage(STAGE);
        int entered = jdbi.withHandle(h -> h.createUpdate(
                        """
                        insert into publication (publication_id, township, people, lines, ordered_on, from_date, until_date,
                            digest, version, replaces, last_number)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .bind(0, roster.paymentRosterId())
                .bind(1, roster.township())
                .bind(2, roster.people())
                .bind(3, roster.lines())
                .bind(4, cause.businessDate())
                .bind(5, stage.from())
                .bind(6, stage.to())
                .bind(7, roster.digest())
                .bind(8, roster.version())
                .bind(9, roster.replaces())
                .bind(10, roster.lastNumber())
                .execute());
        if (entered == 0) {
            return;
        }
        PublicationOrdered ordered = new PublicationOrdered(
                roster.paymentRosterId(),
                roster.township(),
                roster.people(),
                stage.from(),
                stage.to(),
                roster.digest(),
                roster.version(),
                roster.replaces());
        outbox.handOverFollowing(List.of(new Outbox.Following(ordered, cause)));
        if (roster.correction() != null) {
            answering.corrected(roster.paymentRosterId(), roster.correction(), cause);
        }
    }

    private static PaymentRosterProvided read(RawEvent event) {
        try {
            return HandoffJson.MAPPER.readValue(event.payload(), PaymentRosterProvided.class);
        } catch (IOException | IllegalArgumentException e) {
            throw new MalformedEvent("payload is not a PaymentRosterProvided: " + e.getMessage(), e);
        }
    }
}
