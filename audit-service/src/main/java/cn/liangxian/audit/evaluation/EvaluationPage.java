package cn.liangxian.audit.evaluation;

import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The last evaluation 考核评估 as a page; tax may report one before the planned day. */
@Path("/desk/evaluation")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class EvaluationPage {

    private final Desk desk;
    private final Caller caller;
    private final ReportingEvaluation reporting;
    private final EvaluationResource evaluations;
    private final BusinessDay day;

    EvaluationPage(
            Desk desk, Caller caller, ReportingEvaluation reporting, EvaluationResource evaluations, BusinessDay day) {
        this.desk = desk;
        this.caller = caller;
        this.reporting = reporting;
        this.evaluations = evaluations;
        this.day = day;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance page() {
        return desk.countyPage("audit/evaluation", AuditPages.EVALUATION)
                .data(
                        "report",
                        reporting
                                .last()
                                .map(each -> EvaluationSheet.of(each, desk))
                                .orElse(null))
                .data("today", day.last().map(LocalDate::toString).orElse(""))
                .data("reports", caller.department() == Department.TAX);
    }

    /** @param on the day that the page showed: what is pressed on a page of yesterday reports nothing today */
    @POST
    @Path("/report")
    @Operation(hidden = true)
    public Response report(@FormParam("on") String on) {
        evaluations.mustReport();
        if (!day.today().equals(Typed.date(on))) {
            throw new Problem(AnyRequestProblem.MALFORMED, Text.today(day.today()));
        }
        evaluations.report();
        return Response.seeOther(URI.create("/desk/evaluation")).build();
    }
}
