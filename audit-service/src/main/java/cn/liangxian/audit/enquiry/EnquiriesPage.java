package cn.liangxian.audit.enquiry;

import cn.liangxian.audit.EnquiryHandoff.EnquiryTaken;
import cn.liangxian.audit.EnquiryHandoff.Matter;
import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.audit.enquiry.Enquiries.Enquiry;
import cn.liangxian.desk.Desk;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Handoff;
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
    private final Policy policy;
    private final BusinessDay day;

    EnquiriesPage(Desk desk, Caller caller, EnquiriesResource enquiries, Policy policy, BusinessDay day) {
        this.desk = desk;
        this.caller = caller;
        this.enquiries = enquiries;
        this.policy = policy;
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
                .data("others", others())
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

    /** @param helper whose help is asked, a value of {@link #others}; left out with the other two */
    @POST
    @Path("/step")
    @Operation(hidden = true)
    public Response step(
            @FormParam("id") String id,
            @FormParam("action") Action action,
            @FormParam("helper") @DefaultValue("") String helper,
            @FormParam("key") String key) {
        if (id == null || action == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        switch (action) {
            case ASK -> enquiries.askForHelp(key, id, help(helper));
            case HELP -> enquiries.help(key, id);
            case ANSWER -> enquiries.answer(key, id);
        }
        return back();
    }

    /** Every unit that answers payers but the caller's own; of the townships each by itself. */
    private List<Choice> others() {
        return Stream.of(Handoff.termsOf(EnquiryTaken.class).from())
                .flatMap(each -> each == Department.TOWNSHIP
                        ? policy.jurisdiction().townships().stream()
                                .filter(township -> !township.code().equals(caller.area()))
                                .map(township -> new Choice(township.code(), desk.place(township.code())))
                        : Stream.of(each)
                                .filter(unit -> unit != caller.department())
                                .map(unit -> new Choice(unit.name(), desk.named(unit))))
                .toList();
    }

    private EnquiriesResource.Help help(String helper) {
        return others().stream()
                .filter(each -> each.value().equals(helper))
                .findFirst()
                .map(each -> Character.isDigit(helper.charAt(0))
                        ? new EnquiriesResource.Help(Department.TOWNSHIP, helper)
                        : new EnquiriesResource.Help(Department.valueOf(helper), null))
                .orElseThrow(() -> new Problem(AnyRequestProblem.MALFORMED, null));
    }

    private Row row(Enquiry each) {
        LocalDate until = each.answerUntil();
        return new Row(
                each.enquiryId(),
                each.takenOn().toString(),
                desk.word("matter_" + each.matter()),
                desk.named(each.department()),
                desk.place(each.area()),
                each.helpers().stream()
                        .map(helper -> (helper.department() == Department.TOWNSHIP
                                        ? desk.place(helper.area())
                                        : desk.named(helper.department()))
                                + (helper.helped() ? " ✓" : ""))
                        .collect(Collectors.joining(desk.word("and"))),
                each.helpAwaited(),
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
