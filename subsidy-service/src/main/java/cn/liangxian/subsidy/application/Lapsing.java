package cn.liangxian.subsidy.application;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Sex;
import cn.liangxian.subsidy.SubsidyHandoff.LapseReason;
import cn.liangxian.subsidy.SubsidyHandoff.ProxyLapsed;
import cn.liangxian.subsidy.SubsidyHandoff.Purpose;
import cn.liangxian.subsidy.ledger.Account;
import cn.liangxian.subsidy.ledger.Entry;
import cn.liangxian.subsidy.ledger.Ledger;
import cn.liangxian.subsidy.roster.Beneficiary;
import cn.liangxian.subsidy.roster.StatusReported;
import cn.liangxian.subsidy.roster.Statuses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds lines that were applied for and no longer hold: a refund left the claim unpaid, or the status behind a payment on
 * behalf or a grant had ended before the run. Finance is told what was paid already and what will not be needed; a subsidy or grant
 * that was paid is booked as to be recovered, while a payment on behalf comes back by way of the claim that it paid: tax
 * takes it off and returns it.
 */
@ApplicationScoped
@Clause("yicheng-2024/四(三)3a")
public class Lapsing {

    private final Jdbi jdbi;
    private final Entitlements entitlements;
    private final Outbox outbox;
    private final BusinessDay day;
    private final Ledger ledger;

    Lapsing(Jdbi jdbi, Entitlements entitlements, Outbox outbox, BusinessDay day, Ledger ledger) {
        this.jdbi = jdbi;
        this.entitlements = entitlements;
        this.outbox = outbox;
        this.day = day;
        this.ledger = ledger;
    }

    private record Line(
            UUID id,
            String applicationId,
            Insurance insurance,
            int feeYear,
            Purpose purpose,
            String rule,
            Fen amount,
            boolean paid,
            LocalDate runDate) {}

    /** What followed the completion of a claim lapses when the claim is no longer complete. In an open transaction. */
    public void refunded(String personKey, Insurance insurance, int feeYear) {
        jdbi.useHandle(h -> {
            if (!complete(h, personKey, insurance, feeYear)) {
                lines(h, personKey).stream()
                        .filter(line -> line.insurance() == insurance
                                && line.feeYear() == feeYear
                                && line.purpose() != Purpose.PROXY)
                        .forEach(line -> lapse(h, personKey, line, LapseReason.REFUNDED));
            }
        });
    }

    void statusReported(@Observes StatusReported reported) {
        jdbi.useHandle(h -> {
            for (Line line : lines(h, reported.personKey())) {
                boolean byStatus = line.purpose() == Purpose.PROXY || line.purpose() == Purpose.GRANT;
                if (byStatus && !stillGiven(h, reported.personKey(), line)) {
                    lapse(h, reported.personKey(), line, LapseReason.STATUS_ENDED);
                }
            }
        });
    }

    private static boolean complete(Handle h, String personKey, Insurance insurance, int feeYear) {
        return h.createQuery(
                        """
                        select coalesce(sum(c.amount) - coalesce((select sum(r.amount) from refund r where r.person_key = :person
                            and r.insurance = :insurance and r.fee_year = :year and r.of_claim), 0) >= max(c.due), false)
                        from contribution c where c.person_key = :person and c.insurance = :insurance
                            and c.fee_year = :year""")
                .bind("person", personKey)
                .bind("insurance", insurance.name())
                .bind("year", feeYear)
                .mapTo(Boolean.class)
                .one();
    }

    private static List<Line> lines(Handle h, String personKey) {
        return h.createQuery(
                        """
                        select l.*, a.run_date, l.number <= p.handled and (l.purpose <> 'PROXY' or exists (
                            select from proxy_payment y where y.proxy_id = l.line_id)) as paid
                        from application_line l
                        join application a using (application_id) join application_progress p using (application_id)
                        where l.person_key = ? and l.lapsed_on is null order by l.line_id for update of l""")
                .bind(0, personKey)
                .map((row, context) -> new Line(
                        row.getObject("line_id", UUID.class),
                        row.getString("application_id"),
                        Insurance.valueOf(row.getString("insurance")),
                        row.getInt("fee_year"),
                        Purpose.valueOf(row.getString("purpose")),
                        row.getString("rule"),
                        Fen.of(row.getLong("amount")),
                        row.getBoolean("paid"),
                        row.getObject("run_date", LocalDate.class)))
                .list();
    }

    /**
     * By all that is known now, as on the date of the run. What was paid also holds if another rule would go before its own
     * today: a status that began gives a better claim and takes no claim away.
     */
    private boolean stillGiven(Handle h, String personKey, Line line) {
        return candidate(h, personKey, line)
                .map(candidate -> (line.paid() ? candidate.withAnyOfTheStatuses(line.runDate()) : Stream.of(candidate))
                        .anyMatch(one -> given(one, line).stream()
                                .anyMatch(wanted -> wanted.purpose() == line.purpose()
                                        && Candidate.isOf(wanted.rule(), line.rule()))))
                .orElse(true);
    }

    private List<Wanted> given(Candidate candidate, Line line) {
        return line.purpose() == Purpose.PROXY
                ? entitlements.onBehalf(candidate, line.runDate())
                : entitlements.afterCompletion(candidate, line.runDate());
    }

    private static Optional<Candidate> candidate(Handle h, String personKey, Line line) {
        return h.createQuery(
                        """
                        select b.*, (select json_agg(json_build_object('category', category, 'from', valid_from,
                            'until', valid_until) order by event_id)::text from identity_change i
                            where i.person_key = b.person_key) as reported,
                            coalesce((select c.tier from contribution c where c.person_key = b.person_key
                                and c.insurance = b.insurance and c.fee_year = b.fee_year
                                order by c.paid_on desc, c.payment_id desc limit 1), b.due) as chosen
                        from beneficiary b where b.person_key = :person and b.insurance = :insurance
                            and b.fee_year = :year""")
                .bind("person", personKey)
                .bind("insurance", line.insurance().name())
                .bind("year", line.feeYear())
                .map((row, context) -> new Candidate(
                        new Beneficiary(
                                personKey,
                                line.insurance(),
                                line.feeYear(),
                                row.getObject("birth", LocalDate.class),
                                Sex.valueOf(row.getString("sex")),
                                Statuses.merge(row.getString("statuses"), row.getString("reported")),
                                row.getObject("wife_birth", LocalDate.class)),
                        Fen.of(row.getLong("chosen")),
                        line.amount(),
                        Map.of()))
                .findOne();
    }

    private void lapse(Handle h, String personKey, Line line, LapseReason reason) {
        LocalDate today = day.today();
        h.execute(
                "update application_line set lapsed_on = ?, lapsed_because = ? where line_id = ?",
                today,
                reason.name(),
                line.id());
        if (line.paid() && line.purpose() != Purpose.PROXY) {
            ledger.book(Entry.move(
                    Entry.Kind.LAPSED,
                    new Entry.Book(line.purpose().name(), line.insurance(), UUID.fromString(line.applicationId())),
                    line.id(),
                    line.purpose() == Purpose.GRANT ? Account.PERSON : Account.FUND,
                    Account.TO_RECOVER,
                    line.amount(),
                    personKey,
                    today));
        }
        outbox.handOver(new ProxyLapsed(
                line.id().toString(),
                line.applicationId(),
                personKey,
                line.insurance(),
                line.feeYear(),
                line.purpose(),
                line.amount(),
                line.paid(),
                reason,
                today));
    }
}
