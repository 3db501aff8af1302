package cn.liangxian.audit.claim;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.messaging.MalformedEvent;
import cn.liangxian.messaging.RawEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * The claims that are paid in full, as the payments say: what the balance of a day asks for, and what has been reached of the
 * target.
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
        for (RawEvent event : events) {
            if (event.topic().equals(ContributionPaid.TOPIC)) {
                ContributionPaid paid = read(event);
                if (paid.complete()) {
                    completing.add(paid);
                }
            }
        }
        if (!completing.isEmpty()) {
            enter(completing);
        }
        return completing.stream()
                .map(paid -> new SettledDay(paid.paidOn(), paid.insurance()))
                .collect(Collectors.toSet());
    }

    /** Those of the days on which a claim was settled, as far as it is known. */
    public Set<SettledDay> known(Collection<SettledDay> days) {
        if (days.isEmpty()) {
            return Set.of();
        }
        List<SettledDay> asked = List.copyOf(days);
        return Set.copyOf(jdbi.withHandle(h -> h.createQuery(
                        """
                        select d.date, d.insurance from unnest(?::date[], ?::text[]) as d (date, insurance)
                        where exists (select from settled_claim c
                                      where c.settled_on = d.date and c.insurance = d.insurance)""")
                .bind(0, asked.stream().map(d -> d.date().toString()).toArray(String[]::new))
                .bind(1, asked.stream().map(d -> d.insurance().name()).toArray(String[]::new))
                .map((row, context) ->
                        new SettledDay(row.getObject(1, LocalDate.class), Insurance.valueOf(row.getString(2))))
                .list()));
    }

    private void enter(List<ContributionPaid> completing) {
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        insert into settled_claim (person_key, insurance, fee_year, township, village, settled_on)
                        select * from unnest(?::text[], ?::text[], ?::int[], ?::text[], ?::text[], ?::date[])
                        on conflict do nothing""")
                .bind(0, texts(completing, ContributionPaid::personKey))
                .bind(1, texts(completing, p -> p.insurance().name()))
                .bind(2, texts(completing, p -> Integer.toString(p.feeYear())))
                .bind(3, texts(completing, ContributionPaid::township))
                .bind(4, texts(completing, ContributionPaid::village))
                .bind(5, texts(completing, p -> p.paidOn().toString()))
                .execute());
    }

    private static String[] texts(List<ContributionPaid> payments, Function<ContributionPaid, String> field) {
        return payments.stream().map(field).toArray(String[]::new);
    }

    private static ContributionPaid read(RawEvent event) {
        try {
            return HandoffJson.MAPPER.readValue(event.payload(), ContributionPaid.class);
        } catch (IOException | IllegalArgumentException e) {
            throw new MalformedEvent("payload is not a ContributionPaid: " + e.getMessage(), e);
        }
    }
}
