package cn.liangxian.enrollment.identityreport;

import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.enrollment.ExchangeHandoff.Carrier;
import cn.liangxian.enrollment.desk.EnrollmentPages;
import cn.liangxian.enrollment.identityreport.ReportingIdentityChange.Listed;
import cn.liangxian.enrollment.registration.ChangingIdentity;
import cn.liangxian.enrollment.registration.IdentityChangeResource;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Until;
import cn.liangxian.rest.Caller;
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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Changed statuses 身份变更: a department reports whose changed and when, an agency takes it into the register and passes it on to
 * tax, several at once; by when, the policy says (bachu-2022/第十条(3), 第七条(7)). {@link IdentityReportResource} has the rules.
 */
@Path("/desk/identity-changes")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class IdentityChangesPage {

    private static final String REPORTED = "enrollment-identity-change-reported";
    private static final String PASSED_ON = "enrollment-identity-changed";
    private static final int ROWS = 200;
    private final Desk desk;
    private final Caller caller;
    private final Policy policy;
    private final BusinessDay day;
    private final IdentityReportResource reports;
    private final IdentityChangeResource changes;

    IdentityChangesPage(
            Desk desk,
            Caller caller,
            Policy policy,
            BusinessDay day,
            IdentityReportResource reports,
            IdentityChangeResource changes) {
        this.desk = desk;
        this.caller = caller;
        this.policy = policy;
        this.day = day;
        this.reports = reports;
        this.changes = changes;
    }

    /** Something to choose in a form. */
    public record Choice(String value, String title) {}

    /** A day by which something is wanted; {@code late} when it is or was done after it. */
    public record Wanted(String by, boolean assumed, boolean late) {}

    /** A report; {@code reportBy} and {@code passBy} as the policy sets them for its dates. */
    public record Row(
            String id,
            String department,
            String person,
            String name,
            String idNumber,
            String township,
            String category,
            String period,
            String changedOn,
            String carrier,
            String reportedOn,
            Wanted reportBy,
            String passedOn,
            Wanted passBy) {}

    @GET
    @Operation(hidden = true)
    @Transactional
    public TemplateInstance page(
            @QueryParam("passed") @DefaultValue("false") boolean passed,
            @QueryParam("after") @DefaultValue("00000000-0000-0000-0000-000000000000") UUID after,
            @QueryParam("done") Integer done) {
        TemplateInstance page = desk.page("enrollment/identity-changes", EnrollmentPages.IDENTITY_CHANGES);
        List<Listed> found = reports.listed(passed, after, ROWS);
        boolean agency = reports.passesOn();
        return page.data("passed", passed)
                .data("agency", agency)
                .data("done", done == null ? "" : done.toString())
                .data("key", UUID.randomUUID())
                .data("today", day.last().map(LocalDate::toString).orElse(""))
                .data("categories", categories(agency))
                .data(
                        "carriers",
                        Arrays.stream(Carrier.values())
                                .map(each -> new Choice(each.name(), desk.word("carrier_" + each)))
                                .toList())
                .data("rows", found.stream().map(this::row).toList())
                .data(
                        "next",
                        found.size() == ROWS ? found.get(ROWS - 1).report().reportId() : null);
    }

    /** A department reports one. */
    @POST
    @Operation(hidden = true)
    public Response report(
            @FormParam("idNumber") String idNumber,
            @FormParam("category") String category,
            @FormParam("from") String from,
            @FormParam("until") String until,
            @FormParam("changedOn") String changedOn,
            @FormParam("carrier") Carrier carrier,
            @FormParam("key") String key) {
        reports.mustReport();
        reports.report(
                key,
                new ReportingIdentityChange.Request(
                        Typed.text(idNumber),
                        Typed.text(category),
                        Typed.date(from),
                        Typed.date(until),
                        Typed.date(changedOn),
                        carrier));
        return done(1);
    }

    /** An agency has looked into those chosen. */
    @POST
    @Path("/pass")
    @Operation(hidden = true)
    public Response pass(@FormParam("id") List<UUID> chosen, @FormParam("key") String key) {
        reports.mustPassOn();
        return done(reports.passOn(key, new IdentityReportResource.Passing(chosen))
                .reports()
                .size());
    }

    /** An agency learns of a change at its own counter. */
    @POST
    @Path("/change")
    @Operation(hidden = true)
    public Response change(
            @FormParam("idNumber") String idNumber,
            @FormParam("category") String category,
            @FormParam("from") String from,
            @FormParam("until") String until,
            @FormParam("key") String key) {
        changes.mustChange();
        changes.change(
                key,
                new ChangingIdentity.Request(
                        Typed.text(idNumber), null, Typed.text(category), Typed.date(from), Typed.date(until)));
        return done(1);
    }

    private static Response done(int count) {
        return Response.seeOther(URI.create("/desk/identity-changes?done=" + count))
                .build();
    }

    /** A department reports what it lists, an agency knows of all. */
    private List<Choice> categories(boolean agency) {
        Department department = caller.department();
        return policy.categories().stream()
                .filter(category -> agency || category.listedBy().contains(department))
                .map(category -> new Choice(category.code(), desk.language().of(category.zh(), category.en())))
                .toList();
    }

    private Row row(Listed listed) {
        IdentityReport report = listed.report();
        LocalDate until = report.status().until();
        return new Row(
                report.reportId(),
                desk.named(report.department()),
                report.personKey(),
                listed.maskedName(),
                listed.maskedIdNumber(),
                desk.place(report.township()),
                policy.category(report.status().category())
                        .map(category -> desk.language().of(category.zh(), category.en()))
                        .orElse(report.status().category()),
                report.status().from() + " — " + (until == null ? "" : until),
                report.changedOn().toString(),
                desk.word("carrier_" + report.carrier()),
                report.reportedOn().toString(),
                wanted(reportBy(report.changedOn()), report.reportedOn()),
                report.passedOn() == null ? "" : report.passedOn().toString(),
                wanted(Until.of(policy, PASSED_ON, report.reportedOn()), report.passedOn()));
    }

    /** Counted from the day of the change, which the report states. */
    private Until reportBy(LocalDate changedOn) {
        return policy.deadline(REPORTED)
                .filter(deadline -> !deadline.inCampaign() || policy.campaign().covers(changedOn))
                .map(deadline -> new Until(
                        deadline.rule()
                                .due(policy.anchors()
                                        .with(deadline.rule().anchor().orElseThrow(), changedOn)),
                        deadline.dueAssumed()))
                .orElse(Until.NONE);
    }

    /** @param done null while it waits */
    private Wanted wanted(Until until, LocalDate done) {
        LocalDate by = until.day();
        LocalDate reached = done == null ? day.last().orElse(by) : done;
        return new Wanted(by == null ? "" : by.toString(), until.assumed(), by != null && reached.isAfter(by));
    }
}
