package cn.liangxian.audit.inspection;

import cn.liangxian.audit.CashRiskHandoff.Answerable;
import cn.liangxian.audit.CashRiskHandoff.Breach;
import cn.liangxian.audit.CashRiskHandoff.InspectionHeld;
import cn.liangxian.audit.CashRiskHandoff.InspectionsCompleted;
import cn.liangxian.audit.CashRiskHandoff.Origin;
import cn.liangxian.audit.violation.Violations;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.CashRiskTerms;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** 每年对乡（镇）、村（社区）社会保险费现金缴费开展不少于两次的专项检查: each is entered and counted by township and calendar year. */
@ApplicationScoped
@Clause("bachu-2022/第四十一条(3)")
class Inspecting {

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final BusinessDay day;
    private final Violations violations;
    private final Optional<CashRiskTerms> terms;

    Inspecting(Jdbi jdbi, Outbox outbox, BusinessDay day, Violations violations, Policy policy) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.day = day;
        this.violations = violations;
        this.terms = policy.cashRisk();
    }

    /** What an inspection found wrong, and of whom an answer is asked. */
    record Found(Breach breach, Answerable answerable) {}

    /** In an open transaction; held on the open business date. What was found is referred to discipline inspection. */
    InspectionHeld enter(
            String township, List<String> villages, List<Department> departments, List<Found> found, String by) {
        String id = Uuid7.next().toString();
        LocalDate today = day.today();
        int number = jdbi.withHandle(h -> {
            int held = heldBefore(h, township, today);
            h.createUpdate("insert into inspection values (?, ?, ?, ?, ?, ?, ?)")
                    .bind(0, id)
                    .bind(1, township)
                    .bind(2, held + 1)
                    .bind(3, today)
                    .bindArray(
                            4,
                            String.class,
                            departments.stream().map(Enum::name).toArray())
                    .bindArray(5, String.class, villages.toArray())
                    .bind(6, by)
                    .execute();
            return held + 1;
        });
        InspectionHeld inspection =
                new InspectionHeld(id, township, villages, number, departments, found.size(), today);
        outbox.handOver(inspection);
        if (terms.isPresent() && number == terms.get().inspections()) {
            outbox.handOver(new InspectionsCompleted(township, number, today));
        }
        found.forEach(
                one -> violations.refer(Origin.INSPECTION, id, one.breach(), one.answerable(), township, List.of(by)));
        return inspection;
    }

    private static int heldBefore(Handle h, String township, LocalDate today) {
        h.createQuery("select pg_advisory_xact_lock(hashtextextended(?, 70))::text")
                .bind(0, township)
                .mapTo(String.class)
                .one();
        return h.createQuery("select count(*) from inspection where township = ? and held_on >= ?")
                .bind(0, township)
                .bind(1, today.withDayOfYear(1))
                .mapTo(Integer.class)
                .one();
    }
}
