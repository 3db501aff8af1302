package cn.liangxian.reconciliation.redlist;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The chain payment - treasury - details - booking of one claim, link by link, as far as it holds. */
@ApplicationScoped
public class RedListEvidence {

    private static final String PAID =
            """
            select p.kind, p.id, p.day, p.channel, p.voucher, p.fen,
                   (select max(b.balanced_on) from current_balance b
                    where b.day = p.day and b.insurance = p.insurance) as balanced_on,
                   coalesce((select sum(d.fen) from difference d join current_balance using (day, insurance, version)
                    where d.insurance = p.insurance and d.channel = p.channel and d.voucher = p.voucher), 0) as differs
            from collected p
            where p.person_key = :person and p.insurance = :insurance and p.fee_year = :year and p.kind = 'PAID'
               or p.kind = 'REFUND' and p.payment_id in (
                   select id from collected c where c.kind = 'PAID'
                       and c.person_key = :person and c.insurance = :insurance and c.fee_year = :year)
            order by p.day, p.id""";

    private static final String PASSED =
            """
            select d.details_id, s.passed_on, d.paid, d.completed_on, e.recorded_on, e.benefit_from, e.clause
            from details_claim d join details s using (details_id)
            left join entitlement e on (e.person_key, e.insurance, e.fee_year, e.payments)
                = (d.person_key, d.insurance, d.fee_year, d.payments)
            where d.person_key = :person and d.insurance = :insurance and d.fee_year = :year
            order by d.payments""";

    private final Jdbi jdbi;

    RedListEvidence(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Money of the claim: PAID, or REFUND, which is negative.
     *
     * @param balancedOn null while its day is not balanced
     * @param differs treasury less tax over all days of the voucher; below zero the treasury lacks money
     */
    public record Paid(
            String kind,
            String id,
            LocalDate date,
            String channel,
            String voucher,
            Fen amount,
            LocalDate balancedOn,
            Fen differs) {}

    /** A passing to the agency; {@code recordedOn}, {@code benefitFrom} and its {@code clause} null until it is booked. */
    public record Passed(
            String detailsId,
            LocalDate passedOn,
            Fen paid,
            LocalDate completedOn,
            LocalDate recordedOn,
            LocalDate benefitFrom,
            String clause) {}

    /** Oldest first, each. */
    public record Chain(List<Paid> paid, List<Passed> passed) {}

    Chain of(String person, Insurance insurance, int feeYear) {
        return jdbi.withHandle(h -> new Chain(
                bound(h.createQuery(PAID), person, insurance, feeYear)
                        .map((row, context) -> new Paid(
                                row.getString("kind"),
                                row.getString("id"),
                                row.getObject("day", LocalDate.class),
                                row.getString("channel"),
                                row.getString("voucher"),
                                Fen.of(row.getLong("fen")),
                                row.getObject("balanced_on", LocalDate.class),
                                Fen.of(row.getLong("differs"))))
                        .list(),
                bound(h.createQuery(PASSED), person, insurance, feeYear)
                        .map((row, context) -> new Passed(
                                row.getString("details_id"),
                                row.getObject("passed_on", LocalDate.class),
                                Fen.of(row.getLong("paid")),
                                row.getObject("completed_on", LocalDate.class),
                                row.getObject("recorded_on", LocalDate.class),
                                row.getObject("benefit_from", LocalDate.class),
                                row.getString("clause")))
                        .list()));
    }

    private static Query bound(Query query, String person, Insurance insurance, int feeYear) {
        return query.bind("person", person).bind("insurance", insurance).bind("year", feeYear);
    }
}
