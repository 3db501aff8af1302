package cn.liangxian.reconciliation.entitlement;

import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.CopyIn;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.BenefitStart;
import cn.liangxian.policy.Policy;
import cn.liangxian.reconciliation.ReconciliationHandoff.EntitlementRecorded;
import cn.liangxian.reconciliation.balance.BalancingTurn;
import cn.liangxian.reconciliation.redlist.ResolvingRedList;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Records what the agencies booked, with the first day of benefit (yicheng-2024/四(二)-2), once for each passing of a claim. */
@ApplicationScoped
@Clause("yicheng-2024/四(二)-2")
class RecordingEntitlement {

    private static final String ENTITLEMENT =
            "entitlement (person_key, insurance, fee_year, details_id, paid, benefit_from, clause, recorded_on, payments)";

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final BusinessDay businessDay;
    private final Policy policy;
    private final BalancingTurn turn;
    private final ResolvingRedList redList;

    RecordingEntitlement(
            Jdbi jdbi,
            Outbox outbox,
            BusinessDay businessDay,
            Policy policy,
            BalancingTurn turn,
            ResolvingRedList redList) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.businessDay = businessDay;
        this.policy = policy;
        this.turn = turn;
        this.redList = redList;
    }

    /**
     * @param payments how many the claim had when it was passed
     * @param paidOn day of its last payment, which tax may have learned of later
     * @param ownPaymentOn last day on which not public money was paid and kept; null when there is none
     * @param entitledFrom since when an earlier passing entitles, where its money did not go back; null when none does
     * @param recorded these details were booked, or later ones of the claim
     * @param latest no further payment came after this passing
     */
    private record Passed(
            int feeYear,
            long paid,
            int payments,
            LocalDate paidOn,
            LocalDate ownPaymentOn,
            LocalDate entitledFrom,
            boolean recorded,
            boolean latest) {

        /** A further payment begins no new waiting. */
        LocalDate from(BenefitStart start) {
            return entitledFrom != null && entitledFrom.isBefore(start.from()) ? entitledFrom : start.from();
        }
    }

    /** Within a transaction. Refused as a whole when somebody does not stand in the details of this insurance. */
    Booking.Taken record(Booking booking, Insurance insurance) {
        UUID detailsId = booking.details();
        LocalDate today = businessDay.today();
        turn.take();
        Map<String, Passed> passed = passed(detailsId, insurance);
        if (passed.isEmpty()) {
            throw new Problem(EntitlementProblem.DETAILS_UNKNOWN, null);
        }
        Set<String> persons = new LinkedHashSet<>(booking.entitled());
        mustAllBeIn(passed, booking.entitled());
        List<EntitlementRecorded> recorded = new ArrayList<>();
        List<BenefitStart> starts = new ArrayList<>();
        for (String person : persons) {
            Passed claim = passed.get(person);
            if (!claim.recorded()) {
                BenefitStart start =
                        policy.benefitStart(insurance, claim.feeYear(), claim.paidOn(), claim.ownPaymentOn());
                starts.add(start);
                recorded.add(new EntitlementRecorded(
                        person,
                        insurance,
                        claim.feeYear(),
                        Fen.of(claim.paid()),
                        booking.detailsId(),
                        claim.from(start),
                        today,
                        start.assumed()));
            }
        }
        write(detailsId, recorded, starts, passed);
        outbox.handOver(recorded);
        redList.entitled(recorded.stream()
                .filter(one -> passed.get(one.personKey()).latest())
                .toList());
        long open = passed.values().stream().filter(p -> !p.recorded()).count() - recorded.size();
        return new Booking.Taken(
                booking.detailsId(), recorded.size(), persons.size() - recorded.size(), Math.toIntExact(open));
    }

    private Map<String, Passed> passed(UUID detailsId, Insurance insurance) {
        Map<String, Passed> passed = new HashMap<>();
        jdbi.useHandle(h -> h.createQuery(
                        """
                        select d.person_key, d.fee_year, d.paid, d.payments, d.payments = claim.payments as latest,
                               coalesce(n.payments >= d.payments, false) as recorded,
                               case when not exists (
                                   select from entitlement_correction k
                                   where (k.person_key, k.insurance, k.fee_year) = (d.person_key, d.insurance, d.fee_year)
                                     and k.told_on > n.completed_on and k.paid_in_all = 0) then n.benefit_from end as entitled_from,
                               days.paid_on, days.own_payment_on
                        from details_claim d
                        join claim on (claim.person_key, claim.insurance, claim.fee_year)
                            = (d.person_key, d.insurance, d.fee_year)
                        left join entitled n on (n.person_key, n.insurance, n.fee_year)
                            = (d.person_key, d.insurance, d.fee_year)
                        cross join lateral (
                            select max(coalesce(c.debited_on, c.day)) filter (where c.day <= d.completed_on) as paid_on,
                                   max(coalesce(c.debited_on, c.day)) filter (
                                       where c.channel <> :proxy and not exists (
                                           select from collected r where r.kind = 'REFUND' and r.payment_id = c.id)
                                   ) as own_payment_on
                            from collected c
                            where c.kind = 'PAID' and c.person_key = d.person_key and c.insurance = d.insurance
                              and c.fee_year = d.fee_year) days
                        where d.details_id = :details and d.insurance = :insurance""")
                .bind("details", detailsId)
                .bind("insurance", insurance)
                .bind("proxy", Payer.PROXY)
                .map((row, context) -> Map.entry(
                        row.getString("person_key"),
                        new Passed(
                                row.getInt("fee_year"),
                                row.getLong("paid"),
                                row.getInt("payments"),
                                row.getObject("paid_on", LocalDate.class),
                                row.getObject("own_payment_on", LocalDate.class),
                                row.getObject("entitled_from", LocalDate.class),
                                row.getBoolean("recorded"),
                                row.getBoolean("latest"))))
                .forEach(entry -> passed.put(entry.getKey(), entry.getValue())));
        return passed;
    }

    private static void mustAllBeIn(Map<String, Passed> passed, List<String> persons) {
        Problem problem = new Problem(EntitlementProblem.NOT_IN_DETAILS, new Text("本次均未登记", "nothing was recorded"));
        for (int i = 0; i < persons.size(); i++) {
            if (!passed.containsKey(persons.get(i))) {
                problem.at(i + 1, "entitled", new Text("不在该明细内", "not in these details"));
            }
        }
        if (!problem.violations().isEmpty()) {
            throw problem;
        }
    }

    private void write(
            UUID detailsId, List<EntitlementRecorded> recorded, List<BenefitStart> starts, Map<String, Passed> passed) {
        if (recorded.isEmpty()) {
            return;
        }
        jdbi.useHandle(h -> {
            try (CopyIn copy = new CopyIn(h, ENTITLEMENT)) {
                for (int i = 0; i < recorded.size(); i++) {
                    EntitlementRecorded one = recorded.get(i);
                    copy.put(one.personKey())
                            .put(one.insurance())
                            .put(one.feeYear())
                            .put(detailsId)
                            .put(one.paid().amount())
                            .put(one.benefitFrom())
                            .put(starts.get(i).clause())
                            .put(one.recordedOn())
                            .put(passed.get(one.personKey()).payments())
                            .endRow();
                }
                copy.finish();
            }
        });
    }
}
