package cn.liangxian.enrollment.assessment;

import cn.liangxian.enrollment.person.Person;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Policy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The requests and what became of them; a resident of another area is not there. */
final class AssessmentCases {

    private static final String OF_AREA =
            """
            select a.* from assessment a join person p using (person_key)
            where starts_with(p.village, :area) and\s""";

    private AssessmentCases() {}

    /** @return false when one for the same person, insurance and fee year waits already */
    static boolean enter(
            Handle h,
            UUID id,
            Person person,
            AssessmentResource.Request request,
            int feeYear,
            String clause,
            LocalDate today,
            String by) {
        return h.createUpdate(
                                """
                                insert into assessment (assessment_id, person_key, insurance, fee_year, kind, tier, documents,
                                    requested_on, requested_by, clause)
                                values (:id, :person, :insurance, :year, :kind, :tier, :documents::jsonb, :today, :by, :clause)
                                on conflict do nothing""")
                        .bind("id", id)
                        .bind("person", person.key())
                        .bind("insurance", request.insurance().name())
                        .bind("year", feeYear)
                        .bind("kind", request.kind())
                        .bind(
                                "tier",
                                request.tier() == null ? null : request.tier().amount())
                        .bind("documents", Documents.write(request.documents()))
                        .bind("today", today)
                        .bind("by", by)
                        .bind("clause", clause)
                        .execute()
                == 1;
    }

    static void assessed(Handle h, AssessmentCase assessed, String by) {
        h.createUpdate(
                        """
                        update assessment set positive = :positive, amount = :amount, reason = :reason,
                            valid_until = :until, assessed_on = :on, assessed_by = :by, assumed = :assumed
                        where assessment_id = :id""")
                .bind("positive", assessed.positive())
                .bind(
                        "amount",
                        assessed.amount() == null ? null : assessed.amount().amount())
                .bind("reason", assessed.reason())
                .bind("until", assessed.validUntil())
                .bind("on", assessed.assessedOn())
                .bind("by", by)
                .bind("assumed", assessed.assumed())
                .bind("id", assessed.assessmentId())
                .execute();
    }

    static Optional<AssessmentCase> find(Handle h, UUID id, String area, Policy policy) {
        return find(h, id, area, "", policy);
    }

    static Optional<AssessmentCase> lock(Handle h, UUID id, String area, Policy policy) {
        return find(h, id, area, " for update of a", policy);
    }

    private static Optional<AssessmentCase> find(Handle h, UUID id, String area, String locking, Policy policy) {
        return h.createQuery(OF_AREA + "a.assessment_id = :id" + locking)
                .bind("area", area)
                .bind("id", id)
                .map((row, context) -> AssessmentCase.read(row, policy))
                .findOne();
    }

    /** Those that wait for the agency, the oldest first. */
    static List<AssessmentCase> waiting(
            Handle h, Insurance insurance, String area, UUID after, int limit, Policy policy) {
        return h.createQuery(OF_AREA
                        + "a.positive is null and a.insurance = :insurance and a.assessment_id > :after"
                        + " order by a.assessment_id limit :limit")
                .bind("area", area)
                .bind("insurance", insurance.name())
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> AssessmentCase.read(row, policy))
                .list();
    }
}
