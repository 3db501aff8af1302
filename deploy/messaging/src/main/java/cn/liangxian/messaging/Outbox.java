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
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Where outgoing handoffs are written, in the transaction of the work that they report. Without an open transaction a
 * hand-over fails. The relay publishes them in the order in which they were written.
 */
@ApplicationScoped
public class Outbox {

    /** From so many on, COPY is worth its further round trips. */
    private static final int WORTH_A_COPY = 50;

    private static final String COLUMNS =
            "outbox (id, aggregatetype, aggregateid, type, payload, business_date, correlation, causation)";

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
        List<Row> rows = handoffs.stream().map(Row::of).toList();
        jdbi.useHandle(h -> {
            if (rows.size() < WORTH_A_COPY) {
                insert(h, rows, today);
            } else {
                copy(h, rows, today);
            }
        });
        bell.ringAfterCommit();
    }

    private record Row(UUID id, String topic, String subject, byte[] payload, String correlation, String causation) {
        static Row of(Following following) {
            Handoff handoff = following.handoff();
            Envelope cause = following.cause();
            UUID id = Uuid7.next();
            return new Row(
                    id,
                    Handoff.termsOf(handoff.getClass()).topic(),
                    handoff.subject(),
                    json(handoff),
                    cause == null ? id.toString() : cause.correlation(),
                    cause == null ? null : cause.id());
        }
    }

    private static void insert(Handle h, List<Row> rows, LocalDate today) {
        PreparedBatch batch = h.prepareBatch("insert into " + COLUMNS + " values (?, ?, ?, ?, ?, ?, ?, ?)");
        for (Row row : rows) {
            batch.add(
                    row.id(),
                    row.topic(),
                    row.subject(),
                    row.topic(),
                    row.payload(),
                    today,
                    row.correlation(),
                    row.causation());
        }
        batch.execute();
    }

    private static void copy(Handle h, List<Row> rows, LocalDate today) {
        try (CopyIn copy = new CopyIn(h, COLUMNS)) {
            for (Row row : rows) {
                copy.put(row.id())
                        .put(row.topic())
                        .put(row.subject())
                        .put(row.topic())
                        .put(row.payload())
                        .put(today)
                        .put(row.correlation())
                        .put(row.causation())
                        .endRow();
            }
            copy.finish();
        }
    }

    static byte[] json(Handoff handoff) {
        try {
            return HandoffJson.MAPPER.writeValueAsBytes(handoff);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(handoff.getClass() + " cannot be written as JSON", e);
        }
    }
}
