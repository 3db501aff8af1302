package cn.liangxian.audit.enquiry;

import cn.liangxian.audit.EnquiryHandoff.EnquiryTaken;
import cn.liangxian.audit.EnquiryHandoff.Matter;
import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.audit.enquiry.Enquiries.Enquiry;
import cn.liangxian.desk.Desk;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Handoff;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Enquiries 咨询: what the unit was asked first and still owes an answer, and in what its help is asked. {@link EnquiriesResource}
 * has the rules.
 */
@Path("/desk/enquiries")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class EnquiriesPage {

    private final Desk desk;
    private final Caller caller;
    private final EnquiriesResource enquiries;
    private final BusinessDay day;

    EnquiriesPage(Desk desk, Caller caller, EnquiriesResource enquiries, BusinessDay day) {
        this.desk = desk;
        this.caller = caller;
        this.enquiries = enquiries;
        this.day = day;
    }

    /** A choice of a form. */
    public record Choice(String value, String title) {}

    /** @param own the caller owes the answer; otherwise its help is asked. {@code key} of the forms of this row */
    public record Row(
            String id,
            String takenOn,
            String matter,
            String unit,
            String area,
            String asked,
            boolean helpAwaited,
            String until,
            boolean untilAssumed,
            boolean late,
            boolean own,
            String key) {}

    /** What the buttons of a row do. */
    public enum Action {
        ASK,
        HELP,
        ANSWER
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("after") @DefaultValue("") String after) {
        TemplateInstance page = desk.page("audit/enquiries", AuditPages.ENQUIRIES);
        List<Enquiry> found = enquiries.open(after);
        return page.data("rows", found.stream().map(this::row).toList())
                .data(
                        "next",
                        found.size() == Enquiries.PAGE
                                ? found.get(Enquiries.PAGE - 1).enquiryId()
                                : null)
                .data(
                        "matters",
                        Arrays.stream(Matter.values())
                                .map(each -> new Choice(each.name(), desk.word("matter_" + each)))
                                .toList())
                .data(
                        "others",
                        Stream.of(Handoff.termsOf(EnquiryTaken.class).from())
                                .filter(each -> each != caller.department())
                                .map(each -> new Choice(each.name(), desk.named(each)))
                                .toList())
                .data("key", UUID.randomUUID());
    }

    @POST
    @Operation(hidden = true)
    public Response take(@FormParam("matter") Matter matter, @FormParam("key") String key) {
        if (matter == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        enquiries.take(key, new EnquiriesResource.Intake(matter));
        return back();
    }

    /** @param department whose help is asked; left out with the other two */
    @POST
    @Path("/step")
    @Operation(hidden = true)
    public Response step(
            @FormParam("id") String id,
            @FormParam("action") Action action,
            @FormParam("department") Department department,
            @FormParam("key") String key) {
        if (id == null || action == null || action == Action.ASK && department == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        switch (action) {
            case ASK -> enquiries.askForHelp(key, id, new EnquiriesResource.Help(department));
            case HELP -> enquiries.help(key, id);
            case ANSWER -> enquiries.answer(key, id);
        }
        return back();
    }

    private Row row(Enquiry each) {
        LocalDate until = each.answerUntil();
        return new Row(
                each.enquiryId(),
                each.takenOn().toString(),
                desk.word("matter_" + each.matter()),
                desk.named(each.department()),
                desk.place(each.area()),
                each.askedToHelp().stream()
                        .map(helper -> desk.named(helper) + (each.helped().contains(helper) ? " ✓" : ""))
                        .collect(Collectors.joining(desk.word("and"))),
                each.helped().size() < each.askedToHelp().size(),
                until == null ? "" : until.toString(),
                each.untilAssumed(),
                until != null
                        && day.last().filter(today -> today.isAfter(until)).isPresent(),
                each.department() == caller.department() && each.area().startsWith(caller.area()),
                UUID.randomUUID().toString());
    }

    private static Response back() {
        return Response.seeOther(URI.create("/desk/enquiries")).build();
    }
}
