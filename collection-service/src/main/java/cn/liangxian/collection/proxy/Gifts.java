package cn.liangxian.collection.proxy;

import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.handoff.Envelope;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** Proxy payments and sponsorships as they arrived, with what became of them. */
@ApplicationScoped
class Gifts {

    private final Jdbi jdbi;

    Gifts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What became of a gift; {@code reason} of what is decided now. */
    record Fate(Gift gift, GiftState state, Fen settled, Fen returned, Gift.Return reason) {}

    /** Enters the gifts as waiting and returns those that were not known. */
    List<Gift> enter(List<Gift> gifts, LocalDate since, LocalDate until) {
        int[] inserted = jdbi.withHandle(h -> {
            PreparedBatch batch = h.prepareBatch(
                    """
                    insert into on_behalf (payer, reference, person_key, insurance, fee_year, amount, funder, clause, state,
                        waits_since, waits_until, event_id, correlation)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""");
            for (Gift gift : gifts) {
                batch.add(
                        gift.payer().name(),
                        gift.reference(),
                        gift.personKey(),
                        gift.insurance().name(),
                        gift.feeYear(),
                        gift.amount().amount(),
                        gift.funder(),
                        gift.clause(),
                        GiftState.LIFE.first().name(),
                        since,
                        until,
                        gift.cause().id(),
                        gift.cause().correlation());
            }
            return batch.execute();
        });
        List<Gift> fresh = new ArrayList<>(gifts.size());
        for (int i = 0; i < inserted.length; i++) {
            if (inserted[i] == 1) {
                fresh.add(gifts.get(i));
            }
        }
        return fresh;
    }

    /** No gift lapses until the transaction ends: one that arrives is seen by what lapses it, or sees it. */
    void noneLapses() {
        jdbi.useHandle(h -> h.execute("select pg_advisory_xact_lock_shared(82, 4)"));
    }

    /** The other side of {@link #noneLapses}. */
    void noneArrives() {
        jdbi.useHandle(h -> h.execute("select pg_advisory_xact_lock(82, 4)"));
    }

    /** The references of proxy payments among the gifts that had lapsed before they arrived. */
    Set<String> lapsedBefore(List<Gift> arrived) {
        return arrived.isEmpty()
                ? Set.of()
                : jdbi.withHandle(h -> h.createQuery("select reference from proxy_lapse where reference = any (?)")
                        .bindArray(
                                0,
                                String.class,
                                arrived.stream().map(Gift::reference).toList())
                        .mapTo(String.class)
                        .set());
    }

    /** To be given back when it arrives. */
    void lapses(String reference, LocalDate on) {
        jdbi.useHandle(h -> h.execute("insert into proxy_lapse values (?, ?) on conflict do nothing", reference, on));
    }

    /** The proxy payment with what became of it, locked. */
    Optional<Fate> lockProxy(String reference) {
        return jdbi.withHandle(
                h -> h.createQuery("select * from on_behalf where payer = 'PROXY' and reference = ? for update")
                        .bind(0, reference)
                        .map((row, context) -> new Fate(
                                read(row, context),
                                GiftState.valueOf(row.getString("state")),
                                Fen.of(row.getLong("settled")),
                                Fen.of(row.getLong("returned")),
                                null))
                        .findOne());
    }

    void decided(List<Fate> fates) {
        if (fates.isEmpty()) {
            return;
        }
        jdbi.useHandle(h -> {
            PreparedBatch batch = h.prepareBatch(
                    """
                    update on_behalf set state = ?, settled = ?, returned = ?, reason = ?
                    where payer = ? and reference = ?""");
            for (Fate fate : fates) {
                batch.add(
                        fate.state().name(),
                        fate.settled().amount(),
                        fate.returned().amount(),
                        fate.reason() == null ? null : fate.reason().name(),
                        fate.gift().payer().name(),
                        fate.gift().reference());
            }
            batch.execute();
        });
    }

    /** Gifts that wait for one of the claims after {@code firstClaim}, below the same plus 2^32; in order of arrival. */
    List<Gift> waitingFor(long firstClaim, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select o.* from on_behalf o where o.state = 'WAITING_FOR_CLAIM' and exists (
                            select 1 from claim c where c.person_key = o.person_key and c.insurance = o.insurance
                            and c.fee_year = o.fee_year
                            and c.claim_no > :first and c.claim_no < :first + (1::bigint << 32))
                        order by o.arrival_no limit :limit for update of o""")
                .bind("first", firstClaim)
                .bind("limit", limit)
                .map(Gifts::read)
                .list());
    }

    /** Gifts that waited long enough; without those just being settled. */
    List<Gift> overdue(LocalDate today, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select * from on_behalf where state = 'WAITING_FOR_CLAIM' and waits_until < ?
                        order by arrival_no limit ? for update skip locked""")
                .bind(0, today)
                .bind(1, limit)
                .map(Gifts::read)
                .list());
    }

    private static Gift read(ResultSet row, StatementContext context) throws SQLException {
        Envelope cause = new Envelope(
                row.getString("event_id"), null, null, null, null, null, row.getString("correlation"), null);
        return new Gift(
                Payer.valueOf(row.getString("payer")),
                row.getString("reference"),
                row.getString("person_key"),
                Insurance.valueOf(row.getString("insurance")),
                row.getInt("fee_year"),
                Fen.of(row.getLong("amount")),
                row.getString("funder"),
                row.getString("clause"),
                row.getObject("waits_since", LocalDate.class),
                cause);
    }
}
