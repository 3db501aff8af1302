package cn.liangxian.messaging;

import cn.liangxian.handoff.Envelope;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Uuid7;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Where outgoing handoffs are written, in the transaction of the work that they report. Without an open transaction a
 * hand-over fails. The relay publishes them in the order in which they were written.
 */
@ApplicationScoped
public class Outbox {

    private final Jdbi jdbi;
    private final BusinessDay day;
    private final RelayBell bell;

    Outbox(Jdbi jdbi, BusinessDay day, RelayBell bell) {
        this.jdbi = jdbi;
        this.day = day;
        this.bell = bell;
    }

    /** A handoff and the event it follows from, where events are worked together; null when it follows from none. */
    public record Following(Handoff handoff, Envelope cause) {}

    @Transactional(TxType.MANDATORY)
    public void handOver(Handoff handoff) {
        handOver(List.of(handoff));
    }

    @Transactional(TxType.MANDATORY)
    public void handOver(Collection<? extends Handoff> handoffs) {
        Envelope cause = Cause.current();
        write(handoffs.stream().map(handoff -> new Following(handoff, cause)).toList());
    }

    /** Hands over what follows each from its own event of a batch. */
    @Transactional(TxType.MANDATORY)
    public void handOverFollowing(Collection<Following> handoffs) {
        write(handoffs);
    }

    private void write(Collection<Following> handoffs) {
        if (handoffs.isEmpty()) {
            return;
        }
        LocalDate today = day.last().orElse(null);
        jdbi.useHandle(h -> {
            PreparedBatch batch = h.prepareBatch(
                    """
                    insert into outbox (id, aggregatetype, aggregateid, type, payload, business_date, correlation, causation)
                    values (:id, :topic, :subject, :topic, :payload, :today, :correlation, :causation)""");
            for (Following following : handoffs) {
                Handoff handoff = following.handoff();
                Envelope cause = following.cause();
                UUID id = Uuid7.next();
                batch.bind("id", id)
                        .bind("topic", Handoff.termsOf(handoff.getClass()).topic())
                        .bind("subject", handoff.subject())
                        .bind("payload", json(handoff))
                        .bind("today", today)
                        .bind("correlation", cause == null ? id.toString() : cause.correlation())
                        .bind("causation", cause == null ? null : cause.id())
                        .add();
            }
            batch.execute();
        });
        bell.ringAfterCommit();
    }

    static byte[] json(Handoff handoff) {
        try {
            return HandoffJson.MAPPER.writeValueAsBytes(handoff);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(handoff.getClass() + " cannot be written as JSON", e);
        }
    }
}
