package cn.liangxian.audit.register;

import cn.liangxian.audit.claim.SettledClaims;
import cn.liangxian.audit.claim.SettledDay;
import cn.liangxian.handoff.Envelope;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.messaging.MalformedEvent;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.messaging.RawEvent;
import cn.liangxian.messaging.Received;
import cn.liangxian.policy.Policy;
import cn.liangxian.reconciliation.ReconciliationHandoff.DayBalanced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps the deadline register: opens obligations from the calendar ({@link AskingByCalendar}) and from handoffs, meets them
 * by events, and misses them when a day after the due date opens.
 */
@ApplicationScoped
public class Registering implements DailyWork {

    private final Jdbi jdbi;
    private final Rulebook rulebook;
    private final Outbox outbox;
    private final BusinessDay day;
    private final SettledClaims claims;
    private final Balances balances;
    private final Bookkeeping books;

    Registering(
            Jdbi jdbi,
            Rulebook rulebook,
            Outbox outbox,
            BusinessDay day,
            SettledClaims claims,
            Balances balances,
            Policy policy) {
        this.jdbi = jdbi;
        this.rulebook = rulebook;
        this.outbox = outbox;
        this.day = day;
        this.claims = claims;
        this.balances = balances;
        this.books = new Bookkeeping(rulebook, new Pace(policy.escalation()));
    }

    /** Before all other daily work: publication and evaluation read the register of the day. */
    @Override
    public int order() {
        return AskingByCalendar.ORDER + 1;
    }

    /**
     * Takes new events into the register; those of topics that no deadline is about are not even read.
     *
     * @param settled days on which claims turned out to be settled: what was balanced for them is looked at once more
     */
    public void take(Collection<RawEvent> events, Set<SettledDay> settled) {
        List<Received<Handoff>> read = new ArrayList<>();
        for (RawEvent event : events) {
            Class<? extends Handoff> type = rulebook.type(event.topic());
            if (type != null) {
                read.add(new Received<>(read(event.payload(), type), event.envelope()));
            }
        }
        if (rulebook.topics().contains(DayBalanced.TOPIC)) {
            read.addAll(balances.of(settled));
        }
        if (read.isEmpty()) {
            return;
        }
        Map<SettledDay, Integer> known = claims.known(balances.daysOf(read));
        LocalDate today = day.last().orElse(null);
        List<Told> told = jdbi.withHandle(h -> books.take(
                h, read, (date, insurance) -> known.getOrDefault(new SettledDay(date, insurance), 0), today));
        Map<String, Envelope> causes =
                read.stream().collect(Collectors.toMap(r -> r.envelope().id(), Received::envelope, (a, b) -> a));
        outbox.handOverFollowing(told.stream()
                .map(t -> new Outbox.Following(t.handoff(), t.eventId() == null ? null : causes.get(t.eventId())))
                .toList());
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        jdbi.useHandle(h -> books.move(h, before(h, date), date, this::handOver));
    }

    private static LocalDate before(Handle h, LocalDate date) {
        return h.createQuery("select max(date) from business_day where date < ?")
                .bind(0, date)
                .mapTo(LocalDate.class)
                .one();
    }

    /** What was opened while a policy was in force runs on without it. */
    @Override
    public boolean windsUp() {
        return true;
    }

    /** Opens what the calendar asks for on the date. */
    void begin(LocalDate date) {
        jdbi.useHandle(h -> books.begin(h, date, this::handOver));
    }

    /** The entry of this id; none of it changes until the transaction ends. */
    @Transactional(TxType.MANDATORY)
    public Optional<Entry> held(String obligationId) {
        return jdbi.withHandle(h -> {
            Bookkeeping.oneAtATime(h);
            return new RegisterStore(h).entry(obligationId);
        });
    }

    /** Waives or voids an obligation, in the transaction of the decision. */
    @Transactional(TxType.MANDATORY)
    public void excuse(String obligationId, Excuse excuse) {
        handOver(jdbi.withHandle(h -> books.excuse(h, obligationId, excuse)));
    }

    private void handOver(List<Told> told) {
        outbox.handOver(told.stream().map(Told::handoff).toList());
    }

    private static Handoff read(byte[] payload, Class<? extends Handoff> type) {
        if (payload == null) {
            throw new MalformedEvent("event has no payload");
        }
        try {
            return HandoffJson.MAPPER.readValue(payload, type);
        } catch (IOException e) {
            throw new MalformedEvent("payload is not a " + type.getSimpleName() + ": " + e.getMessage(), e);
        }
    }
}
