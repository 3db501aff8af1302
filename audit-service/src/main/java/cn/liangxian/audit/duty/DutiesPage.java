package cn.liangxian.audit.duty;

import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.audit.DutyHandoff.Duty;
import cn.liangxian.audit.DutyHandoff.DutyAssigned;
import cn.liangxian.audit.DutyHandoff.VillageHandler;
import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.messaging.BusinessDay;
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

/**
 * Named persons 专人与经办人员: who answers for what in which unit, who has named nobody, every change with its reason; each unit
 * names its own here. {@link DutiesResource} has the rules.
 */
@Path("/desk/duties")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DutiesPage {

    private static final int HANDLERS = 200;

    private final Desk desk;
    private final Caller caller;
    private final DutiesResource duties;
    private final DutySheet sheet;
    private final BusinessDay day;

    DutiesPage(Desk desk, Caller caller, DutiesResource duties, DutySheet sheet, BusinessDay day) {
        this.desk = desk;
        this.caller = caller;
        this.duties = duties;
        this.sheet = sheet;
        this.day = day;
    }

    /** A duty to choose. */
    public record Choice(String value, String title, boolean chosen) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("duty") @DefaultValue("") String duty,
            @QueryParam("before") @DefaultValue("") String before,
            @QueryParam("after") @DefaultValue("") String after) {
        TemplateInstance page = desk.page("audit/duties", AuditPages.DUTIES);
        Duty chosen = duty.isBlank() ? Duty.EXCHANGE : duty(duty);
        boolean opened = day.last().isPresent();
        List<DutyAssigned> history = duties.history(chosen, "", before);
        List<VillageHandler> handlers = duties.handlers(caller.area(), after, HANDLERS);
        return page.data("duty", chosen.name())
                .data("tabs", choices(chosen))
                .data(
                        "holders",
                        opened
                                ? duties.holders("").stream()
                                        .filter(each -> each.duty() == chosen)
                                        .map(sheet::row)
                                        .toList()
                                : List.of())
                .data(
                        "vacant",
                        opened ? duties.vacant(chosen).stream().map(sheet::row).toList() : List.of())
                .data("history", history.stream().map(sheet::row).toList())
                .data(
                        "next",
                        history.size() == Duties.PAGE
                                ? history.get(history.size() - 1).assignmentId()
                                : null)
                .data("handlers", handlers.stream().map(sheet::row).toList())
                .data(
                        "more",
                        handlers.size() == HANDLERS ? handlers.get(HANDLERS - 1).village() : null)
                .data("publishes", caller.department() == TOWNSHIP);
    }

    /** The form by which a unit names a person, for the drawer. */
    @GET
    @Path("/new")
    @Operation(hidden = true)
    public TemplateInstance form(@QueryParam("duty") @DefaultValue("") String duty) {
        desk.page("audit/duty", AuditPages.DUTIES);
        return desk.below("audit/duty", AuditPages.DUTIES, desk.word("namePerson"))
                .data("duties", choices(duty.isBlank() ? null : duty(duty)))
                .data("unit", desk.named(caller.department()))
                .data("area", desk.place(caller.area()))
                .data("today", day.last().map(LocalDate::toString).orElse(""))
                .data("key", UUID.randomUUID());
    }

    @POST
    @Operation(hidden = true)
    public Response name(
            @FormParam("duty") Duty duty,
            @FormParam("person") String person,
            @FormParam("post") String post,
            @FormParam("contact") String contact,
            @FormParam("from") String from,
            @FormParam("reason") String reason,
            @FormParam("key") String key) {
        LocalDate on = Typed.date(from);
        if (duty == null
                || on == null
                || Typed.text(person) == null
                || Typed.text(post) == null
                || Typed.text(contact) == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        duties.name(
                key,
                new DutiesResource.Naming(
                        duty, Typed.text(person), Typed.text(post), Typed.text(contact), on, Typed.text(reason)));
        return Response.seeOther(URI.create("/desk/duties?duty=" + duty)).build();
    }

    private List<Choice> choices(Duty chosen) {
        return Arrays.stream(Duty.values())
                .map(each -> new Choice(each.name(), desk.word("duty_" + each), each == chosen))
                .toList();
    }

    private static Duty duty(String text) {
        return Arrays.stream(Duty.values())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Problem(AnyRequestProblem.MALFORMED, null));
    }
}
