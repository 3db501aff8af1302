package cn.liangxian.audit.violation;

import static cn.liangxian.handoff.Department.DISCIPLINE;

import cn.liangxian.audit.CashRiskHandoff.Handling;
import cn.liangxian.audit.CashRiskHandoff.Origin;
import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.audit.violation.Violations.Selection;
import cn.liangxian.audit.violation.Violations.Violation;
import cn.liangxian.desk.Desk;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Township;
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
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Violations 违规问题: what was referred to discipline inspection, until when it deals with each, and how it did. */
@Path("/desk/violations")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ViolationsPage {

    private static final int ROWS = 100;
    private final Desk desk;
    private final Caller caller;
    private final Violations violations;
    private final ViolationsResource resource;
    private final Policy policy;
    private final BusinessDay day;

    ViolationsPage(
            Desk desk,
            Caller caller,
            Violations violations,
            ViolationsResource resource,
            Policy policy,
            BusinessDay day) {
        this.desk = desk;
        this.caller = caller;
        this.violations = violations;
        this.resource = resource;
        this.policy = policy;
        this.day = day;
    }

    /** Decided or not, with how many there are. */
    public record Tab(boolean decided, String title, long count, boolean chosen) {}

    /** A choice of the filter or of a form. */
    public record Choice(String value, String title, boolean chosen) {}

    /** A violation; {@code late} when it was to be dealt with on an earlier day. */
    public record Row(
            String id,
            String township,
            String breach,
            String origin,
            String originId,
            String answerable,
            String referredOn,
            String until,
            boolean untilAssumed,
            boolean late,
            String decidedOn,
            String state,
            String look) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("decided") @DefaultValue("false") boolean decided,
            @QueryParam("origin") @DefaultValue("") String origin,
            @QueryParam("township") @DefaultValue("") String township,
            @QueryParam("after") @DefaultValue("") String after) {
        TemplateInstance page = desk.page("audit/violations", AuditPages.VIOLATIONS);
        if (!township.isBlank()) {
            caller.mustCover(township);
        }
        Origin from = Arrays.stream(Origin.values())
                .filter(each -> each.name().equals(origin))
                .findFirst()
                .orElse(null);
        Selection selection = new Selection(township.isBlank() ? caller.area() : township, decided, from);
        List<Violation> found = violations.of(selection, after, ROWS + 1);
        Map<Boolean, Long> counts = violations.counts(selection);
        return page.data("decided", decided)
                .data("origin", origin)
                .data("township", township)
                .data(
                        "tabs",
                        Stream.of(false, true)
                                .map(each -> new Tab(
                                        each,
                                        desk.word(each ? "violation_decided" : "violation_open"),
                                        counts.getOrDefault(each, 0L),
                                        each == decided))
                                .toList())
                .data(
                        "origins",
                        Arrays.stream(Origin.values())
                                .map(each -> new Choice(each.name(), desk.word("origin_" + each), each == from))
                                .toList())
                .data("townships", townships(township))
                .data("rows", found.stream().limit(ROWS).map(this::row).toList())
                .data("next", found.size() > ROWS ? found.get(ROWS - 1).violationId() : null);
    }

    /** One of them, for the drawer; discipline inspection says there how it dealt with it. */
    @GET
    @Path("/one")
    @Operation(hidden = true)
    public TemplateInstance one(@QueryParam("id") String id) {
        desk.page("audit/violation", AuditPages.VIOLATIONS);
        Violation one =
                violations.find(id == null ? "" : id).orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
        caller.mustCover(one.township());
        return desk.below("audit/violation", AuditPages.VIOLATIONS, desk.word("breach_" + one.breach()))
                .data("row", row(one))
                .data("decides", one.handling() == null && caller.department() == DISCIPLINE)
                .data(
                        "handlings",
                        Arrays.stream(Handling.values())
                                .map(each -> new Choice(each.name(), desk.word("handling_" + each), false))
                                .toList())
                .data("key", UUID.randomUUID());
    }

    @POST
    @Path("/decision")
    @Operation(hidden = true)
    public Response decide(
            @FormParam("id") String id, @FormParam("handling") Handling handling, @FormParam("key") String key) {
        resource.mustDecide();
        if (id == null || handling == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, desk.text("handlingNeeded"));
        }
        resource.decide(key, id, new ViolationsResource.Decision(handling));
        return Response.seeOther(URI.create("/desk/violations")).build();
    }

    private List<Choice> townships(String chosen) {
        return day.last().map(policy.jurisdiction()::townships).orElse(List.of()).stream()
                .map(Township::code)
                .filter(code -> code.startsWith(caller.area()))
                .map(code -> new Choice(code, desk.place(code), code.equals(chosen)))
                .toList();
    }

    private Row row(Violation each) {
        LocalDate until = each.decideUntil();
        boolean late = until != null
                && day.last().filter(today -> today.isAfter(until)).isPresent();
        boolean decided = each.handling() != null;
        return new Row(
                each.violationId(),
                desk.place(each.township()),
                desk.word("breach_" + each.breach()),
                desk.word("origin_" + each.origin()),
                each.originId(),
                desk.word("answerable_" + each.answerable()),
                each.referredOn().toString(),
                until == null ? "" : until.toString(),
                each.untilAssumed(),
                late,
                each.decidedOn() == null ? "" : each.decidedOn().toString(),
                decided
                        ? desk.word("handling_" + each.handling())
                        : desk.word(late ? "violation_late" : "violation_open"),
                decided ? each.handling() == Handling.UNFOUNDED ? "quiet" : "done" : late ? "late" : "near");
    }
}
