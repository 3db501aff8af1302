package cn.liangxian.enrollment.importfailure;

import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.enrollment.EnrollmentHandoff.FailureOutcome;
import cn.liangxian.enrollment.desk.EnrollmentPages;
import cn.liangxian.enrollment.specialgroup.Flaws;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Rows of lists that were not taken 导入异常: each is worked by who listed it until the person was told. */
@Path("/desk/failures")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class FailuresPage {

    private static final int MOST = 500;
    private static final int LONGEST_NOTE = 300;
    private final Desk desk;
    private final Caller caller;
    private final Policy policy;
    private final ImportFailureResource failures;
    private final BusinessDay day;

    FailuresPage(Desk desk, Caller caller, Policy policy, ImportFailureResource failures, BusinessDay day) {
        this.desk = desk;
        this.caller = caller;
        this.policy = policy;
        this.failures = failures;
        this.day = day;
    }

    /** A row that failed; {@code mine} when the department that looks has to work it. */
    public record Row(
            String list,
            int row,
            String failedOn,
            String department,
            String category,
            String area,
            String reasons,
            String outcome,
            String informedOn,
            boolean mine) {}

    /** What may have become of it. */
    public record Choice(String value, String title) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("open") @DefaultValue("true") boolean open,
            @QueryParam("after") @DefaultValue("00000000-0000-0000-0000-000000000000") UUID after,
            @QueryParam("afterRow") @DefaultValue("0") int afterRow) {
        TemplateInstance page = desk.page("enrollment/failures", EnrollmentPages.FAILURES);
        List<ImportFailure> found = failures.list(open, after, afterRow, MOST);
        return page.data("open", open)
                .data("rows", found.stream().map(this::row).toList())
                .data("next", found.size() == MOST ? found.get(MOST - 1) : null)
                .data(
                        "outcomes",
                        Arrays.stream(FailureOutcome.values())
                                .map(each -> new Choice(each.name(), desk.word("failure_" + each)))
                                .toList())
                .data("today", day.last().map(LocalDate::toString).orElse(""));
    }

    /** The department told the person and says what became of it. */
    @POST
    @Path("/close")
    @Operation(hidden = true)
    public Response close(
            @FormParam("list") UUID list,
            @FormParam("row") int row,
            @FormParam("outcome") FailureOutcome outcome,
            @FormParam("informedOn") String informedOn,
            @FormParam("note") String note) {
        failures.mustClose();
        if (list == null || outcome == null || note != null && note.length() > LONGEST_NOTE) {
            throw new Problem(AnyRequestProblem.MALFORMED, desk.text("outcome"));
        }
        failures.close(
                "desk-" + list + "-" + row + "-" + outcome + "-" + informedOn,
                list,
                row,
                new ImportFailureResource.Closure(outcome, Typed.date(informedOn), Typed.text(note)));
        return Response.seeOther(URI.create("/desk/failures")).build();
    }

    private Row row(ImportFailure each) {
        Department department = Department.valueOf(each.department());
        return new Row(
                each.listId(),
                each.row(),
                each.failedOn().toString(),
                desk.named(department),
                policy.category(each.category())
                        .map(category -> desk.language().of(category.zh(), category.en()))
                        .orElse(each.category()),
                desk.place(each.area()),
                Flaws.said(desk, each.reasons()),
                each.outcome() == null ? "" : desk.word("failure_" + each.outcome()),
                each.informedOn() == null ? "" : each.informedOn().toString(),
                each.outcome() == null && department == caller.department());
    }
}
