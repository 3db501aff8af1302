package cn.liangxian.reconciliation.details;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.reconciliation.ReconciliationHandoff.PaidClaim;
import cn.liangxian.reconciliation.ReconciliationHandoff.PaymentDetailsPassed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Passes completed claims to the agencies once all their money stands in the treasury (回传, yicheng-2024/五(四)-d). Each
 * claim is passed once; a payment that does not match its treasury entry keeps its claim back.
 */
@ApplicationScoped
@Clause("yicheng-2024/五(四)-d")
public class PassingDetails {

    /** The schedule on whose days details are passed (按周); without it they are passed as soon as a day is balanced. */
    static final String CADENCE = "payment-details";

    /** So that one handoff stays far below the broker's limit of 1 MB. */
    static final int MOST_CLAIMS = 500;

    /** Claims that a balance of this day may have made ready: paid on it, or with a voucher that the treasury booked on it. */
    private static final String OF_DAY =
            """
            with touched as (
                select person_key, insurance, fee_year from collected
                where kind = 'PAID' and day = :day and insurance = :insurance
                union
                select p.person_key, p.insurance, p.fee_year
                from booked b join collected p using (insurance, channel, voucher)
                where b.day = :day and b.insurance = :insurance and p.kind = 'PAID')""";

    private static final String OF_ALL =
            """
            with touched as (
                select person_key, insurance, fee_year from claim where complete and insurance = :insurance)""";

    private static final String READY =
            """

            select c.person_key, c.fee_year, c.township, c.paid, c.last_paid_on
            from touched join claim c using (person_key, insurance, fee_year)
            where c.complete
              and not exists (select 1 from details_claim d
                  where (d.person_key, d.insurance, d.fee_year) = (c.person_key, c.insurance, c.fee_year))
              and not exists (select 1 from payment_not_in_treasury p
                  where (p.person_key, p.insurance, p.fee_year) = (c.person_key, c.insurance, c.fee_year))
            order by c.fee_year, c.person_key""";

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final BusinessDay businessDay;
    private final Policy policy;

    PassingDetails(Jdbi jdbi, Outbox outbox, BusinessDay businessDay, Policy policy) {
        this.policy = policy;
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.businessDay = businessDay;
    }

    private record Ready(int feeYear, PaidClaim claim) {}

    /** After a balance of this day was written, in its transaction. */
    @Transactional(TxType.MANDATORY)
    public void after(LocalDate day, Insurance insurance) {
        if (!policy.schedules().containsKey(CADENCE)) {
            pass(day, insurance, OF_DAY);
        }
    }

    /** Everything that is ready, where the policy has days for it. */
    @Transactional(TxType.MANDATORY)
    void all(LocalDate day) {
        for (Insurance insurance : Insurance.values()) {
            pass(day, insurance, OF_ALL);
        }
    }

    private void pass(LocalDate day, Insurance insurance, String touched) {
        Map<Integer, List<PaidClaim>> byFeeYear = ready(day, insurance, touched).stream()
                .collect(Collectors.groupingBy(
                        Ready::feeYear, TreeMap::new, Collectors.mapping(Ready::claim, Collectors.toList())));
        byFeeYear.forEach((feeYear, claims) -> {
            for (int from = 0; from < claims.size(); from += MOST_CLAIMS) {
                pass(day, insurance, feeYear, claims.subList(from, Math.min(from + MOST_CLAIMS, claims.size())));
            }
        });
    }

    private List<Ready> ready(LocalDate day, Insurance insurance, String touched) {
        return jdbi.withHandle(h -> h.createQuery(touched + READY)
                .bindMap(touched.equals(OF_DAY) ? Map.of("day", day) : Map.of())
                .bind("insurance", insurance)
                .map((row, context) -> new Ready(
                        row.getInt("fee_year"),
                        new PaidClaim(
                                row.getString("person_key"),
                                row.getString("township"),
                                Fen.of(row.getLong("paid")),
                                row.getObject("last_paid_on", LocalDate.class))))
                .list());
    }

    private void pass(LocalDate day, Insurance insurance, int feeYear, List<PaidClaim> claims) {
        UUID id = Uuid7.next();
        Fen total = claims.stream().map(PaidClaim::paid).reduce(Fen.ZERO, Fen::plus);
        PaymentDetailsPassed passed =
                new PaymentDetailsPassed(id.toString(), day, insurance, feeYear, total, List.copyOf(claims));
        jdbi.useHandle(h -> {
            h.createUpdate(
                            """
                            insert into details (details_id, day, passed_on, insurance, fee_year, total, claims)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .bind(0, id)
                    .bind(1, day)
                    .bind(2, businessDay.today())
                    .bind(3, insurance)
                    .bind(4, feeYear)
                    .bind(5, total.amount())
                    .bind(6, claims.size())
                    .execute();
            PreparedBatch batch = h.prepareBatch(
                    """
                    insert into details_claim (person_key, insurance, fee_year, details_id, township, paid, completed_on)
                    values (:personKey, :insurance, :feeYear, :id, :township, :paid, :completedOn)""");
            for (PaidClaim claim : claims) {
                batch.bind("personKey", claim.personKey())
                        .bind("insurance", insurance)
                        .bind("feeYear", feeYear)
                        .bind("id", id)
                        .bind("township", claim.township())
                        .bind("paid", claim.paid().amount())
                        .bind("completedOn", claim.completedOn())
                        .add();
            }
            batch.execute();
        });
        outbox.handOver(passed);
    }
}
