package cn.liangxian.audit.accountability;

import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;

import cn.liangxian.audit.AccountabilityHandoff.Charge;
import cn.liangxian.audit.accountability.Accountability.Report;
import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.audit.register.LateSheet;
import cn.liangxian.audit.register.Sight;
import cn.liangxian.desk.Desk;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.rest.Caller;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Reports 问责报告 by which units are called to account: on which the three agree, and which the county government passes on. */
@Path("/desk/accountability")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class AccountabilityPage {

    private static final int ROWS = 100;
    private final Desk desk;
    private final Caller caller;
    private final AccountabilityResource resource;
    private final LateSheet late;
    private final BusinessDay day;

    AccountabilityPage(Desk desk, Caller caller, AccountabilityResource resource, LateSheet late, BusinessDay day) {
        this.desk = desk;
        this.caller = caller;
        this.resource = resource;
        this.late = late;
        this.day = day;
    }

    /** A report; {@code late} when it was to be passed on before today. */
    public record Row(
            String id,
            String draftedOn,
            String units,
            int charges,
            String agreed,
            String reportedOn,
            String until,
            boolean untilAssumed,
            boolean late,
            String transferredOn,
            String state,
            String look) {}

    /** Something that is on record, by its id. */
    public record Evidence(String id, String what) {}

    /** What a unit is charged with. */
    public record Charged(String unit, String failing, List<Evidence> obligations, List<String> events) {}

    /** A step of the report; {@code on} empty where it is one of several days. */
    public record Step(String on, String what) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("before") @DefaultValue("") String before) {
        TemplateInstance page = desk.page("audit/accountability", AuditPages.ACCOUNTABILITY);
        List<Report> found = resource.page(before, ROWS + 1);
        return page.data("rows", found.stream().limit(ROWS).map(this::row).toList())
                .data("drafts", Accountability.THREE.contains(caller.department()))
                .data("next", found.size() > ROWS ? found.get(ROWS - 1).reportId() : null);
    }

    /** One report with its charges, and the form of whoever has to act on it, for the drawer. */
    @GET
    @Path("/one")
    @Operation(hidden = true)
    public TemplateInstance one(@QueryParam("id") @DefaultValue("") String id) {
        Report one = resource.report(id);
        return desk.below("audit/accused", AuditPages.ACCOUNTABILITY, desk.word("reportOf") + " " + one.draftedOn())
                .data("row", row(one))
                .data("charges", one.charges().stream().map(this::charged).toList())
                .data("steps", steps(one))
                .data("replays", Sight.oversees(caller.department()))
                .data(
                        "agrees",
                        one.reportedOn() == null
                                && Accountability.THREE.contains(caller.department())
                                && !one.agreed().contains(caller.department()))
                .data("transfers", passable(one))
                .data("key", UUID.randomUUID());
    }

    /** Agrees, as one of the three. */
    @POST
    @Path("/agreement")
    @Operation(hidden = true)
    public Response agree(@FormParam("id") @DefaultValue("") String id, @FormParam("key") String key) {
        resource.agree(key, id);
        return back();
    }

    /** Passes it on to discipline inspection. */
    @POST
    @Path("/transfer")
    @Operation(hidden = true)
    public Response transfer(@FormParam("id") @DefaultValue("") String id, @FormParam("key") String key) {
        resource.transfer(key, id);
        return back();
    }

    private boolean passable(Report report) {
        return report.reportedOn() != null
                && report.transferredOn() == null
                && caller.department() == COUNTY_GOVERNMENT;
    }

    private Row row(Report each) {
        LocalDate until = each.transferUntil();
        boolean overdue = until != null
                && day.last().filter(today -> today.isAfter(until)).isPresent();
        String state = each.transferredOn() != null
                ? "transferred"
                : overdue ? "late" : each.reportedOn() != null ? "reported" : "drafted";
        return new Row(
                each.reportId(),
                each.draftedOn().toString(),
                each.charges().stream().map(this::unit).distinct().collect(Collectors.joining(desk.word("and"))),
                each.charges().size(),
                each.agreed().stream().map(desk::named).collect(Collectors.joining(desk.word("and"))),
                text(each.reportedOn()),
                text(until),
                each.untilAssumed(),
                overdue,
                text(each.transferredOn()),
                desk.word("report_" + state),
                switch (state) {
                    case "transferred" -> "done";
                    case "late" -> "late";
                    case "reported" -> "near";
                    default -> "wait";
                });
    }

    private Charged charged(Charge each) {
        return new Charged(
                unit(each),
                desk.word("failing_" + each.failing()),
                each.obligations().stream()
                        .map(id -> new Evidence(id, late.named(id)))
                        .toList(),
                each.events());
    }

    private String unit(Charge charge) {
        return desk.named(charge.department()) + " · " + desk.place(charge.area());
    }

    private List<Step> steps(Report one) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(one.draftedOn().toString(), desk.word("report_drafted")));
        steps.add(new Step(
                "",
                desk.word("agreedBy") + " "
                        + one.agreed().stream().map(desk::named).collect(Collectors.joining(desk.word("and")))));
        if (one.reportedOn() != null) {
            steps.add(new Step(one.reportedOn().toString(), desk.word("report_reported")));
        }
        if (one.transferredOn() != null) {
            steps.add(new Step(one.transferredOn().toString(), desk.word("report_transferred")));
        }
        return steps;
    }

    private static String text(LocalDate date) {
        return date == null ? "" : date.toString();
    }

    private static Response back() {
        return Response.seeOther(URI.create("/desk/accountability")).build();
    }
}
