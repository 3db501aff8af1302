package cn.liangxian.subsidy.sponsorship;

import cn.liangxian.collection.CollectionHandoff.PaymentReturned;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.subsidy.SubsidyHandoff.SponsorshipPaid;
import cn.liangxian.subsidy.claim.Returns;
import cn.liangxian.subsidy.ledger.Account;
import cn.liangxian.subsidy.ledger.Entry;
import cn.liangxian.subsidy.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Takes sponsors' money for rostered persons, and gives it back when collection could not use it. */
@ApplicationScoped
@Clause("yicheng-2024/四(一)医疗-6")
public class Sponsorships {

    private final Jdbi jdbi;
    private final BusinessDay day;
    private final Policy policy;
    private final Ledger ledger;
    private final Outbox outbox;

    Sponsorships(Jdbi jdbi, BusinessDay day, Policy policy, Ledger ledger, Outbox outbox) {
        this.jdbi = jdbi;
        this.day = day;
        this.policy = policy;
        this.ledger = ledger;
        this.outbox = outbox;
    }

    private record Claim(String village, long open) {}

    private record Paid(Insurance insurance, String personKey, Fen amount) {}

    /** @param area the caller's: persons elsewhere are unknown to it */
    @Transactional(Transactional.TxType.MANDATORY)
    SponsorshipResource.Answer take(SponsorshipResource.Request request, String area, String enteredBy) {
        LocalDate today = day.today();
        List<SponsorshipResource.Taken> taken = new ArrayList<>();
        List<SponsorshipResource.Refusal> refused = new ArrayList<>();
        Fen total = Fen.ZERO;
        for (int row = 1; row <= request.lines().size(); row++) {
            SponsorshipResource.Line line = request.lines().get(row - 1);
            Optional<Refused> reason = jdbi.withHandle(h -> reason(h, line, area));
            if (reason.isPresent()) {
                refused.add(reason.get().at(row));
            } else {
                taken.add(new SponsorshipResource.Taken(row, pay(request.sponsor(), line, enteredBy, today)));
                total = total.plus(line.amount());
            }
        }
        return new SponsorshipResource.Answer(taken.size(), total, taken, refused);
    }

    private Optional<Refused> reason(Handle h, SponsorshipResource.Line line, String area) {
        if (!line.amount().isPositive()) {
            return Optional.of(Refused.AMOUNT_NOT_POSITIVE);
        }
        Optional<Claim> claim = claim(h, line);
        if (claim.isEmpty() || !claim.get().village().startsWith(area)) {
            return Optional.of(Refused.PERSON_UNKNOWN);
        }
        if (claim.get().open() <= 0) {
            return Optional.of(Refused.CLAIM_SETTLED);
        }
        return line.amount().amount() > claim.get().open()
                ? Optional.of(Refused.AMOUNT_EXCEEDS_OPEN)
                : Optional.empty();
    }

    private Optional<Claim> claim(Handle h, SponsorshipResource.Line line) {
        return h.createQuery(
                        """
                        select l.village, open_amount(l.person_key, l.insurance, l.fee_year)
                        from roster_line l join roster r on r.roster_id = l.roster_id and r.accepted
                        where l.person_key = ? and l.insurance = ? and l.fee_year = ?
                        order by l.roster_id limit 1""")
                .bind(0, line.personKey())
                .bind(1, line.insurance().name())
                .bind(2, policy.feeYear())
                .map((row, context) -> new Claim(row.getString(1), row.getLong(2)))
                .findOne();
    }

    private UUID pay(String sponsor, SponsorshipResource.Line line, String enteredBy, LocalDate today) {
        UUID id = Uuid7.next();
        jdbi.useHandle(h -> h.execute(
                "insert into sponsorship values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                sponsor,
                line.personKey(),
                line.insurance().name(),
                policy.feeYear(),
                line.amount().amount(),
                enteredBy,
                today));
        ledger.book(Entry.move(
                Entry.Kind.SPONSORED,
                Entry.Book.sponsorship(line.insurance()),
                id,
                Account.SPONSOR,
                Account.PERSON,
                line.amount(),
                line.personKey(),
                today));
        outbox.handOver(new SponsorshipPaid(
                id.toString(), sponsor, line.personKey(), line.insurance(), policy.feeYear(), line.amount(), today));
        return id;
    }

    /** Money of a sponsor that came back goes back to the sponsor, once. */
    public void take(PaymentReturned returned) {
        UUID id = UUID.fromString(returned.reference());
        Paid paid = find(id);
        if (returned.amount().compareTo(paid.amount()) > 0) {
            throw new IllegalArgumentException("sponsorship " + id + " was " + paid.amount()
                    + " yuan, and more is returned: " + returned.amount());
        }
        LocalDate today = day.today();
        if (!Returns.record(jdbi, id, returned, today)) {
            return;
        }
        ledger.book(Entry.move(
                        Entry.Kind.SPONSORSHIP_RETURNED,
                        Entry.Book.sponsorship(paid.insurance()),
                        id,
                        Account.PERSON,
                        Account.SPONSOR,
                        returned.amount(),
                        paid.personKey(),
                        today)
                .correcting(ledger.entryOf(Entry.Kind.SPONSORED, id)));
    }

    private Paid find(UUID id) {
        return jdbi.withHandle(h -> h.createQuery(
                                "select insurance, person_key, amount from sponsorship where sponsorship_id = ?")
                        .bind(0, id)
                        .map((row, context) ->
                                new Paid(Insurance.valueOf(row.getString(1)), row.getString(2), Fen.of(row.getLong(3))))
                        .findOne())
                .orElseThrow(() -> new IllegalArgumentException("no sponsorship " + id + " was paid"));
    }
}
