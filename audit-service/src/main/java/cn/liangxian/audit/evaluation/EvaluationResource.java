package cn.liangxian.audit.evaluation;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.audit.AuditHandoff.EvaluationReported;
import cn.liangxian.desk.Words;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.InForce;
import cn.liangxian.rest.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** The evaluation of all units: the last report, or a new one when the government asks for it before the planned day. */
@Path("/evaluation")
public class EvaluationResource {

    private final ReportingEvaluation reporting;
    private final BusinessDay day;
    private final Caller caller;
    private final InForce force;
    private final Words words;

    EvaluationResource(ReportingEvaluation reporting, BusinessDay day, Caller caller, InForce force, Words words) {
        this.reporting = reporting;
        this.day = day;
        this.caller = caller;
        this.force = force;
        this.words = words;
    }

    @GET
    public EvaluationReported last() {
        caller.mustBe(TAX, COUNTY_GOVERNMENT, AUDIT_BUREAU);
        caller.mustCoverCounty();
        return reporting.last().orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, words.text("noEvaluation")));
    }

    /** Reports as of the open business date; once a date, so that no key is needed. */
    @POST
    public EvaluationReported report() {
        mustReport();
        force.mustHold();
        return reporting.report(day.today());
    }

    void mustReport() {
        caller.mustBe(TAX);
        caller.mustCoverCounty();
    }
}
