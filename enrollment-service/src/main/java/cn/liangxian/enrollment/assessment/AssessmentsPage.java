package cn.liangxian.enrollment.assessment;

import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.enrollment.desk.EnrollmentPages;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.SpecialCase;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Payments in special cases 特殊情形缴费核定: what waits for the agency, and whether and how much may be paid, one by one. */
@Path("/desk/assessments")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class AssessmentsPage {

    private static final int ROWS = 200;
    private final Desk desk;
    private final Policy policy;
    private final BusinessDay day;
    private final AssessmentResource assessments;

    AssessmentsPage(Desk desk, Policy policy, BusinessDay day, AssessmentResource assessments) {
        this.desk = desk;
        this.policy = policy;
        this.day = day;
        this.assessments = assessments;
    }

    /** What the agency may say. */
    public enum Answer {
        YES,
        NO
    }

    /**
     * A request that waits.
     *
     * @param tier wished, in fen; null where none is
     * @param earlier whether the agency has to state the amount, as of an earlier year
     */
    public record Row(
            String id,
            String requestedOn,
            String until,
            boolean untilAssumed,
            boolean late,
            String person,
            String kind,
            int feeYear,
            Long tier,
            String documents,
            String clause,
            boolean earlier) {}

    @GET
    @Operation(hidden = true)
    @Transactional
    public TemplateInstance page(
            @QueryParam("after") @DefaultValue("00000000-0000-0000-0000-000000000000") UUID after) {
        TemplateInstance page = desk.page("enrollment/assessments", EnrollmentPages.ASSESSMENTS);
        List<AssessmentCase> found = assessments.waiting(after, ROWS);
        return page.data("rows", found.stream().map(this::row).toList())
                .data("next", found.size() == ROWS ? found.get(ROWS - 1).assessmentId() : null);
    }

    @POST
    @Path("/outcome")
    @Operation(hidden = true)
    public Response assess(
            @FormParam("id") UUID id,
            @FormParam("outcome") Answer outcome,
            @FormParam("amount") String amount,
            @FormParam("reason") String reason) {
        if (id == null || outcome == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null).at(null, "outcome", Text.MISSING);
        }
        assessments.assess(
                "desk-" + id + "-" + outcome + "-" + amount,
                id,
                new AssessmentResource.Outcome(outcome == Answer.YES, Typed.yuan(amount), Typed.text(reason)));
        return Response.seeOther(URI.create("/desk/assessments")).build();
    }

    private Row row(AssessmentCase each) {
        LocalDate until = each.waitsUntil();
        return new Row(
                each.assessmentId().toString(),
                each.requestedOn().toString(),
                until == null ? "" : until.toString(),
                each.untilAssumed(),
                until != null
                        && day.last().filter(today -> today.isAfter(until)).isPresent(),
                each.personKey(),
                policy.specialCase(each.kind())
                        .map((SpecialCase special) -> desk.language().of(special.zh(), special.en()))
                        .orElse(each.kind()),
                each.feeYear(),
                each.tier() == null ? null : each.tier().amount(),
                each.documents().stream()
                        .map(AssessmentCase.Document::name)
                        .collect(Collectors.joining(desk.word("and"))),
                each.clause().substring(each.clause().indexOf('/') + 1),
                each.feeYear() != policy.feeYear());
    }
}
