package cn.liangxian.audit.claim;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.RefundListed;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.messaging.MalformedEvent;
import cn.liangxian.messaging.RawEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * The claims that are paid in full, as the payments say: what the balance of a day asks for, and what has been reached of the
 * target. Whose money went back is not among them, until the claim is paid again.
 */
@ApplicationScoped
public class SettledClaims {

    private final Jdbi jdbi;

    SettledClaims(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Takes the payments among the events that complete their claim, in the transaction of their receipt. Returns the days
     * on which they did.
     */
    public Set<SettledDay> take(Collection<RawEvent> events) {
        List<ContributionPaid> completing = new ArrayList<>();
        List<Turn> completed = new ArrayList<>();
        List<Turn> turns = new ArrayList<>();
        for (RawEvent event : events) {
            if (event.topic().equals(ContributionPaid.TOPIC)) {
                ContributionPaid paid = read(event, ContributionPaid.class);
                if (paid.complete()) {
                    completing.add(paid);
                    completed.add(Turn.of(event, paid));
                }
            } else if (event.topic().equals(RefundListed.TOPIC)) {
                RefundListed refund = read(event, RefundListed.class);
                // of a surplus nothing had been paid for a claim
                if (refund.paidInAll() != null && refund.feeYear() != null) {
                    turns.add(Turn.of(event, refund));
                }
            }
        }
        if (!completing.isEmpty()) {
            Set<Claim> first = enter(completing);
            // payments of a person come in order: the first that completes a claim is that which the claim was entered
            // with
            completed.stream().filter(turn -> !first.remove(turn.claim())).forEach(turns::add);
        }
        keep(turns);
        return completing.stream()
                .map(paid -> new SettledDay(paid.paidOn(), paid.insurance()))
                .collect(Collectors.toSet());
    }

    /** How many claims were settled on each of the days, as far as it is known. */
    public Map<SettledDay, Integer> known(Collection<SettledDay> days) {
        if (days.isEmpty()) {
            return Map.of();
        }
        List<SettledDay> asked = List.copyOf(days);
        Map<SettledDay, Integer> known = new HashMap<>();
        jdbi.useHandle(h -> h.createQuery(
                        """
                        select c.on_date, c.insurance, count(*)
                        from (select settled_on as on_date, insurance from settled_claim
                              union all select on_date, insurance from claim_turn where complete) c
                        where (c.on_date, c.insurance) in (select * from unnest(?::date[], ?::text[]))
                        group by c.on_date, c.insurance""")
                .bind(0, asked.stream().map(d -> d.date().toString()).toArray(String[]::new))
                .bind(1, asked.stream().map(d -> d.insurance().name()).toArray(String[]::new))
                .map((row, context) -> known.put(
                        new SettledDay(row.getObject(1, LocalDate.class), Insurance.valueOf(row.getString(2))),
                        row.getInt(3)))
                .list());
        return known;
    }

    private record Claim(String personKey, String insurance, int feeYear) {}

    /** A claim was paid in full, or its money went back. */
    private record Turn(Claim claim, String eventId, LocalDate on, boolean complete) {

        static Turn of(RawEvent event, ContributionPaid paid) {
            Claim claim = new Claim(paid.personKey(), paid.insurance().name(), paid.feeYear());
            return new Turn(claim, event.envelope().id(), paid.paidOn(), true);
        }

        static Turn of(RawEvent event, RefundListed refund) {
            Claim claim = new Claim(refund.personKey(), refund.insurance().name(), refund.feeYear());
            return new Turn(claim, event.envelope().id(), refund.madeOn(), false);
        }
    }

    private void keep(List<Turn> turns) {
        if (turns.isEmpty()) {
            return;
        }
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        insert into claim_turn (person_key, insurance, fee_year, event_id, on_date, complete)
                        select * from unnest(?::text[], ?::text[], ?::int[], ?::text[], ?::date[], ?::boolean[])
                        on conflict do nothing""")
                .bind(0, fields(turns, turn -> turn.claim().personKey()))
                .bind(1, fields(turns, turn -> turn.claim().insurance()))
                .bind(2, fields(turns, turn -> Integer.toString(turn.claim().feeYear())))
                .bind(3, fields(turns, Turn::eventId))
                .bind(4, fields(turns, turn -> turn.on().toString()))
                .bind(5, fields(turns, turn -> Boolean.toString(turn.complete())))
                .execute());
    }

    private static String[] fields(List<Turn> turns, Function<Turn, String> field) {
        return turns.stream().map(field).toArray(String[]::new);
    }

    /** Those that were not entered before. */
    private Set<Claim> enter(List<ContributionPaid> completing) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        insert into settled_claim (person_key, insurance, fee_year, township, village, settled_on)
                        select * from unnest(?::text[], ?::text[], ?::int[], ?::text[], ?::text[], ?::date[])
                        on conflict do nothing returning person_key, insurance, fee_year""")
                .bind(0, texts(completing, ContributionPaid::personKey))
                .bind(1, texts(completing, p -> p.insurance().name()))
                .bind(2, texts(completing, p -> Integer.toString(p.feeYear())))
                .bind(3, texts(completing, ContributionPaid::township))
                .bind(4, texts(completing, ContributionPaid::village))
                .bind(5, texts(completing, p -> p.paidOn().toString()))
                .map((row, context) -> new Claim(row.getString(1), row.getString(2), row.getInt(3)))
                .collect(Collectors.toCollection(HashSet::new)));
    }

    private static String[] texts(List<ContributionPaid> payments, Function<ContributionPaid, String> field) {
        return payments.stream().map(field).toArray(String[]::new);
    }

    private static <T> T read(RawEvent event, Class<T> type) {
        try {
            return HandoffJson.MAPPER.readValue(event.payload(), type);
        } catch (IOException | IllegalArgumentException e) {
            throw new MalformedEvent("payload is not a " + type.getSimpleName() + ": " + e.getMessage(), e);
        }
    }
}
