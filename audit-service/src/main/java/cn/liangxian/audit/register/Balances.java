package cn.liangxian.audit.register;

import cn.liangxian.audit.claim.SettledDay;
import cn.liangxian.handoff.Envelope;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.messaging.Received;
import cn.liangxian.reconciliation.ReconciliationHandoff.DayBalanced;
import cn.liangxian.reconciliation.ReconciliationHandoff.TreasuryDayReceived;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * The balances that were taken before the payments of their day: whether a balance asks for payment details depends on those
 * payments, and topics keep no order among each other.
 */
@ApplicationScoped
class Balances {

    private final Jdbi jdbi;

    Balances(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The balances of these days that are in the index. */
    List<Received<Handoff>> of(Collection<SettledDay> days) {
        if (days.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(h -> h.createQuery("select * from event where topic = ? and subject = any(?)")
                .bind(0, DayBalanced.TOPIC)
                .bind(1, days.stream().map(d -> d.date() + "/" + d.insurance()).toArray(String[]::new))
                .map((row, context) -> balance(row))
                .list());
    }

    /** The days that the balances and days of the treasury among the events are about. */
    Set<SettledDay> daysOf(Collection<Received<Handoff>> events) {
        return events.stream().flatMap(event -> dayOf(event.handoff()).stream()).collect(Collectors.toSet());
    }

    private static Optional<SettledDay> dayOf(Handoff handoff) {
        if (handoff instanceof DayBalanced balanced) {
            return Optional.of(new SettledDay(balanced.date(), balanced.insurance()));
        }
        if (handoff instanceof TreasuryDayReceived received) {
            return Optional.of(new SettledDay(received.date(), received.insurance()));
        }
        return Optional.empty();
    }

    private static Received<Handoff> balance(ResultSet row) throws SQLException {
        try {
            return new Received<>(
                    HandoffJson.MAPPER.readValue(row.getBytes("payload"), DayBalanced.class),
                    new Envelope(
                            row.getString("id"),
                            row.getString("source"),
                            row.getString("topic"),
                            row.getString("subject"),
                            row.getTimestamp("time").toInstant(),
                            row.getObject("business_date", LocalDate.class),
                            row.getString("correlation"),
                            row.getString("causation")));
        } catch (IOException e) {
            throw new IllegalStateException("a balance in the index cannot be read", e);
        }
    }
}
