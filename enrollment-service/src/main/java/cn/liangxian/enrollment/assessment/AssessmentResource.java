package cn.liangxian.enrollment.assessment;

import static cn.liangxian.handoff.Department.CHANNEL;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.enrollment.assessment.AssessmentCase.Document;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jdbi.v3.core.Jdbi;

/** Special cases: residents ask over a channel, their village or the agency's counter, and the agency assesses. */
@Path("/assessments")
@Blocking
public class AssessmentResource {

    private final RequestingAssessment requesting;
    private final MakingAssessment making;
    private final Jdbi jdbi;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Policy policy;

    AssessmentResource(
            RequestingAssessment requesting,
            MakingAssessment making,
            Jdbi jdbi,
            Idempotency idempotency,
            Caller caller,
            Policy policy) {
        this.requesting = requesting;
        this.making = making;
        this.jdbi = jdbi;
        this.idempotency = idempotency;
        this.caller = caller;
        this.policy = policy;
    }

    /**
     * @param kind code of the special case in the policy
     * @param feeYear null for that of the policy
     * @param tier the pension tier wished, in fen; null when none is
     */
    public record Request(
            @NotBlank @Size(max = 40) String idNumber,
            @NotNull Insurance insurance,
            @NotBlank @Size(max = 40) String kind,
            @Min(2000) @Max(2100) Integer feeYear,
            Fen tier,
            @Size(max = 20) List<@NotNull Document> documents) {

        public Request {
            documents = documents == null ? List.of() : List.copyOf(documents);
        }

        @Override
        public String toString() {
            return "Request[masked, " + insurance + ", " + kind + "]";
        }
    }

    /** @param amount for an earlier fee year, in fen; {@code reason} when the answer is no */
    public record Outcome(boolean positive, Fen amount, @Size(max = 300) String reason) {}

    private record Asked(UUID id, Outcome outcome) {}

    @POST
    @ResponseStatus(201)
    public AssessmentCase request(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Request request) {
        caller.mustBe(CHANNEL, VILLAGE, MEDICAL_INSURANCE, SOCIAL_INSURANCE);
        String area = caller.area();
        String by = caller.name();
        return idempotency.once(
                "assessment", key, request, AssessmentCase.class, () -> requesting.request(request, area, by));
    }

    /** What waits for the calling agency, the oldest first; {@code after} is the last id of the page before. */
    @GET
    @Transactional
    public List<AssessmentCase> waiting(
            @QueryParam("after") @DefaultValue("00000000-0000-0000-0000-000000000000") UUID after,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(2_000) int limit) {
        Insurance insurance = insuranceOf(caller.department());
        return jdbi.withHandle(h -> AssessmentCases.waiting(h, insurance, caller.area(), after, limit, policy));
    }

    @GET
    @Path("/{id}")
    @Transactional
    public AssessmentCase find(@PathParam("id") UUID id) {
        caller.mustBe(CHANNEL, VILLAGE, MEDICAL_INSURANCE, SOCIAL_INSURANCE);
        return jdbi.withHandle(h -> AssessmentCases.find(h, id, caller.area(), policy))
                .orElseThrow(() -> new Problem(AssessmentProblem.UNKNOWN, null));
    }

    @POST
    @Path("/{id}/outcome")
    @ResponseStatus(201)
    public AssessmentCase assess(
            @HeaderParam("Idempotency-Key") String key, @PathParam("id") UUID id, @Valid @NotNull Outcome outcome) {
        Insurance insurance = insuranceOf(caller.department());
        String area = caller.area();
        String by = caller.name();
        return idempotency.onceOnAnyDate(
                "assessment-outcome",
                key,
                new Asked(id, outcome),
                AssessmentCase.class,
                () -> making.assess(id, outcome, insurance, area, by));
    }

    private static Insurance insuranceOf(Department agency) {
        return switch (agency) {
            case MEDICAL_INSURANCE -> Insurance.MEDICAL;
            case SOCIAL_INSURANCE -> Insurance.PENSION;
            default ->
                throw new Problem(
                        AnyRequestProblem.FORBIDDEN,
                        new Text(agency.zh() + "不办理缴费核定", agency.en() + " does not assess"));
        };
    }
}
