package cn.liangxian.audit.evaluation;

import cn.liangxian.audit.AuditHandoff.EvaluationReported;
import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Paper;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The last evaluation as a document for the file, in the language of the desk. */
@Path("/desk/evaluation/pdf")
@Blocking
public class EvaluationPdf {

    private final Desk desk;
    private final ReportingEvaluation reporting;
    private final Policy policy;

    EvaluationPdf(Desk desk, ReportingEvaluation reporting, Policy policy) {
        this.desk = desk;
        this.reporting = reporting;
        this.policy = policy;
    }

    @GET
    @Produces("application/pdf")
    @Operation(hidden = true)
    public Response document() {
        desk.page("audit/evaluation", AuditPages.EVALUATION);
        EvaluationReported report =
                reporting.last().orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, desk.text("noEvaluation")));
        return Response.ok(draw(EvaluationSheet.of(report, desk)))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"evaluation-" + report.area() + "-" + report.reportedOn() + ".pdf\"")
                .build();
    }

    private byte[] draw(EvaluationSheet sheet) {
        String place = desk.place(policy.jurisdiction().code()) + " " + policy.feeYear();
        return Paper.report(desk.word("evaluationTitle") + " " + place)
                .centred(desk.word("evaluationTitle"), 16)
                .centred(place + "    " + desk.word("evaluatedOn") + " " + sheet.reportedOn(), 10)
                .centred(desk.word("clausesNamed") + " " + clauses(), 9)
                .table(
                        new float[] {1, 1, 1},
                        words("onTime", "late", "missed"),
                        List.of(texts(sheet.onTime(), sheet.late(), sheet.missed())))
                .heading(desk.word("attainments"))
                .table(
                        new float[] {6, 16, 12, 12, 12, 14, 12, 12},
                        words(
                                "rank",
                                "township",
                                "insurance",
                                "peopleDue",
                                "peoplePaid",
                                "rate",
                                "targetRate",
                                "reached"),
                        sheet.targets().stream().map(this::cells).toList())
                .heading(desk.word("units"))
                .table(
                        new float[] {20, 17, 9, 9, 9, 9, 9, 11, 12, 9},
                        words(
                                "unit",
                                "area",
                                "onTime",
                                "late",
                                "missed",
                                "zeroCount",
                                "waived",
                                "byAssumed",
                                "daysCaused",
                                "share"),
                        sheet.units().stream().map(EvaluationPdf::cells).toList())
                .centred(sheet.id(), 8)
                .bytes();
    }

    private List<String> cells(EvaluationSheet.Target each) {
        String met = each.met().isEmpty() ? "—" : desk.word(each.met().equals("done") ? "met_yes" : "met_no");
        return texts(
                each.rank(),
                each.township(),
                each.insurance(),
                each.people(),
                each.paid(),
                each.rate(),
                each.target() + (each.assumed() ? " " + desk.word("assumed") : ""),
                met);
    }

    private static List<String> cells(EvaluationSheet.Unit each) {
        return texts(
                each.department(),
                each.area(),
                each.onTime(),
                each.late(),
                each.missed(),
                each.zero(),
                each.waived(),
                each.assumed(),
                each.delayDays(),
                each.share());
    }

    private static String clauses() {
        return Arrays.stream(Handoff.termsOf(EvaluationReported.class).clauses())
                .collect(Collectors.joining("  "));
    }

    private List<String> words(String... keys) {
        return Stream.of(keys).map(desk::word).toList();
    }

    private static List<String> texts(Object... values) {
        return Stream.of(values).map(String::valueOf).toList();
    }
}
