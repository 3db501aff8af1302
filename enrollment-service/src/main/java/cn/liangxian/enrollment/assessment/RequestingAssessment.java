package cn.liangxian.enrollment.assessment;

import cn.liangxian.enrollment.SpecialCaseHandoff.AssessmentRequested;
import cn.liangxian.enrollment.assessment.AssessmentResource.Request;
import cn.liangxian.enrollment.person.IdNumber;
import cn.liangxian.enrollment.person.Person;
import cn.liangxian.enrollment.person.Persons;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.SpecialCase;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Takes in that somebody wants to pay in a special case (政策性补缴、中断补缴、新生儿、集中征缴期外), in the caller's transaction. */
@ApplicationScoped
@Clause("yicheng-2024/四(三)3b")
class RequestingAssessment {

    private final Jdbi jdbi;
    private final Policy policy;
    private final BusinessDay day;
    private final Outbox outbox;

    RequestingAssessment(Jdbi jdbi, Policy policy, BusinessDay day, Outbox outbox) {
        this.jdbi = jdbi;
        this.policy = policy;
        this.day = day;
        this.outbox = outbox;
    }

    /** @param area what the caller may see: somebody of another area is unknown */
    AssessmentCase request(Request request, String area, String by) {
        SpecialCase special = policy.specialCase(request.kind())
                .orElseThrow(() -> new Problem(AssessmentProblem.CASE_UNKNOWN, Text.value(request.kind())));
        if (!special.insurances().contains(request.insurance())) {
            throw new Problem(AssessmentProblem.OTHER_INSURANCE, named(special));
        }
        int year = request.feeYear() == null ? policy.feeYear() : request.feeYear();
        if (special.earlierYears() ? year >= policy.feeYear() : year != policy.feeYear()) {
            throw new Problem(
                            AssessmentProblem.FEE_YEAR,
                            new Text(special.zh() + "，" + year + "年度", special.en() + " for " + year))
                    .at(null, "feeYear", Text.value(year));
        }
        LocalDate today = day.today();
        return jdbi.withHandle(h -> {
            Person person = person(h, request.idNumber(), area);
            if (!special.earlierYears()) {
                mustBeNeeded(h, request, person, special, today);
            }
            UUID id = Uuid7.next();
            if (!AssessmentCases.enter(h, id, person, request, year, special.clause(), today, by)) {
                throw new Problem(AssessmentProblem.WAITING, null);
            }
            outbox.handOver(new AssessmentRequested(
                    id.toString(), person.key().toString(), request.insurance(), year, request.kind(), today));
            return AssessmentCases.find(h, id, area, policy).orElseThrow();
        });
    }

    private static Person person(Handle h, String idNumber, String area) {
        IdNumber.Reading reading = IdNumber.read(idNumber);
        if (reading.fault() != null) {
            throw new Problem(AssessmentProblem.PERSON_UNKNOWN, null);
        }
        return Persons.lockByNumber(h, reading.number().value())
                .filter(found -> found.village().startsWith(area))
                .orElseThrow(() -> new Problem(AssessmentProblem.PERSON_UNKNOWN, null));
    }

    private static Text named(SpecialCase special) {
        return new Text(special.zh(), special.en()).with(Text.value(special.clause()));
    }

    /** Who can pay like everybody else is not kept waiting. */
    private void mustBeNeeded(Handle h, Request request, Person person, SpecialCase special, LocalDate today) {
        boolean needed = policy.assessmentNeeded(
                        request.insurance(), person.facts(Persons.identities(h, person.key())), today)
                .isPresent();
        if (!needed) {
            throw new Problem(AssessmentProblem.NOT_NEEDED, named(special));
        }
    }
}
