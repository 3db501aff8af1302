package cn.liangxian.reconciliation.details;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.CopyIn;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.reconciliation.ReconciliationHandoff.PaidClaim;
import cn.liangxian.reconciliation.ReconciliationHandoff.PaymentDetailsPassed;
import cn.liangxian.reconciliation.balance.NotInTreasury;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * Passes completed claims to the agencies once all their money stands in the treasury (回传, yicheng-2024/五(四)-d). A
 * claim is passed once, and anew when a further payment completed it again; a payment that does not match its treasury
 * entry keeps its claim back.
 */
@ApplicationScoped
@Clause("yicheng-2024/五(四)-d")
public class PassingDetails {

    /** The schedule on whose days details are passed (按周); without it they are passed as soon as a day is balanced. */
    static final String CADENCE = "payment-details";

    /** So that one handoff stays far below the broker's limit of 1 MB. */
    static final int MOST_CLAIMS = 500;

    /**
     * Claims that a balance of this day may have made ready: paid on it, or with a voucher that the treasury booked on it,
     * which then differs from what tax collected on it. The day of the last payment stands with the claim, so that payments
     * are read of claims with several only.
     */
    private static final String OF_DAY =
            """
            with touched as (
                select * from claim where last_paid_on = :day and insurance = :insurance
                union
                select c.* from claim c join collected p using (person_key, insurance, fee_year)
                where c.payments > 1 and p.kind = 'PAID' and p.day = :day and p.insurance = :insurance
                union
                select c.* from difference d join current_balance using (day, insurance, version)
                join collected p using (insurance, channel, voucher)
                join claim c using (person_key, insurance, fee_year)
                where d.day = :day and d.insurance = :insurance and p.kind = 'PAID')""";

    private static final String OF_ALL = "with touched as (select * from claim where insurance = :insurance)";

    private static final String READY =
            """
            ,
            candidate as materialized (
                select c.* from touched c
                where c.complete
                  and not exists (select 1 from details_claim d
                      where (d.person_key, d.insurance, d.fee_year, d.payments)
                          = (c.person_key, c.insurance, c.fee_year, c.payments))),
            """
                    + NotInTreasury.OF_CANDIDATES
                    + """
                    select c.person_key, c.fee_year, c.township, c.paid, c.last_paid_on, c.payments from candidate c
                    where not exists (select 1 from not_in_treasury n
                        where (n.person_key, n.insurance, n.fee_year) = (c.person_key, c.insurance, c.fee_year))
                    order by c.fee_year, c.person_key""";

    private static final String DETAILS = "details (details_id, day, passed_on, insurance, fee_year, total, claims)";
    private static final String CLAIM =
            "details_claim (person_key, insurance, fee_year, details_id, township, paid, completed_on, payments)";

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

    /** @param payments how many the claim had when it was passed, what went back among them */
    private record Ready(int feeYear, PaidClaim claim, int payments) {}

    private record Passed(PaymentDetailsPassed details, List<Ready> claims) {}

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
        Map<Integer, List<Ready>> byFeeYear = ready(day, insurance, touched).stream()
                .collect(Collectors.groupingBy(Ready::feeYear, TreeMap::new, Collectors.toList()));
        List<Passed> passed = new ArrayList<>();
        byFeeYear.forEach((feeYear, claims) -> {
            for (int from = 0; from < claims.size(); from += MOST_CLAIMS) {
                passed.add(passed(
                        day, insurance, feeYear, claims.subList(from, Math.min(from + MOST_CLAIMS, claims.size()))));
            }
        });
        if (!passed.isEmpty()) {
            write(passed);
            outbox.handOver(passed.stream().map(Passed::details).toList());
        }
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
                                row.getObject("last_paid_on", LocalDate.class)),
                        row.getInt("payments")))
                .list());
    }

    private static Passed passed(LocalDate day, Insurance insurance, int feeYear, List<Ready> ready) {
        List<PaidClaim> claims = ready.stream().map(Ready::claim).toList();
        Fen total = claims.stream().map(PaidClaim::paid).reduce(Fen.ZERO, Fen::plus);
        return new Passed(
                new PaymentDetailsPassed(Uuid7.next().toString(), day, insurance, feeYear, total, claims), ready);
    }

    private void write(List<Passed> passed) {
        LocalDate today = businessDay.today();
        jdbi.useHandle(h -> {
            try (CopyIn copy = new CopyIn(h, DETAILS)) {
                for (Passed one : passed) {
                    PaymentDetailsPassed details = one.details();
                    copy.put(details.detailsId())
                            .put(details.date())
                            .put(today)
                            .put(details.insurance())
                            .put(details.feeYear())
                            .put(details.total().amount())
                            .put(details.claims().size())
                            .endRow();
                }
                copy.finish();
            }
            try (CopyIn copy = new CopyIn(h, CLAIM)) {
                for (Passed one : passed) {
                    for (Ready ready : one.claims()) {
                        PaidClaim claim = ready.claim();
                        copy.put(claim.personKey())
                                .put(one.details().insurance())
                                .put(one.details().feeYear())
                                .put(one.details().detailsId())
                                .put(claim.township())
                                .put(claim.paid().amount())
                                .put(claim.completedOn())
                                .put(ready.payments())
                                .endRow();
                    }
                }
                copy.finish();
            }
        });
    }
}
