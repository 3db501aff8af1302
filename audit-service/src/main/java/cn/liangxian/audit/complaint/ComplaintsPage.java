package cn.liangxian.audit.complaint;

import cn.liangxian.audit.CashRiskHandoff.Answerable;
import cn.liangxian.audit.complaint.Investigating.Complaint;
import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.handoff.Department;
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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Complaints 举报投诉: taken sealed, investigated by several departments, closed by discipline inspection. */
@Path("/desk/complaints")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ComplaintsPage {

    private static final int ROWS = 100;
    private static final int LONGEST = 200;
    private static final int LONGEST_NUMBER = 40;
    private final Desk desk;
    private final Caller caller;
    private final ComplaintsResource complaints;

    ComplaintsPage(Desk desk, Caller caller, ComplaintsResource complaints) {
        this.desk = desk;
        this.caller = caller;
        this.complaints = complaints;
    }

    /** A complaint; nobody's name and no word of it is here. */
    public record Row(
            String id,
            String receivedOn,
            String way,
            String breach,
            String place,
            boolean sealed,
            String investigatedBy,
            String state,
            String look,
            boolean investigates,
            boolean closes) {}

    /** Where a department takes complaints. */
    public record Contact(String department, String mailbox, String email, String phone, String since) {}

    /** Of whom an answer may be asked. */
    public record Choice(String value, String title) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("after") @DefaultValue("") String after, @QueryParam("published") boolean published) {
        TemplateInstance page = desk.page("audit/complaints", AuditPages.COMPLAINTS);
        ComplaintsResource.Page found = complaints.page(after, ROWS);
        List<ComplaintContacts.Contact> contacts = complaints.contacts();
        return page.data("rows", found.complaints().stream().map(this::row).toList())
                .data("next", found.next())
                .data(
                        "answerables",
                        Arrays.stream(Answerable.values())
                                .map(one -> new Choice(one.name(), desk.word("answerable_" + one)))
                                .toList())
                .data("contacts", contacts.stream().map(this::contact).toList())
                .data(
                        "own",
                        contacts.stream()
                                .filter(each -> each.department() == caller.department())
                                .findFirst()
                                .map(this::contact)
                                .orElse(null))
                .data("published", published)
                .data("key", UUID.randomUUID());
    }

    @POST
    @Path("/found")
    @Operation(hidden = true)
    public Response found(
            @FormParam("id") String id, @FormParam("founded") boolean founded, @FormParam("key") String key) {
        complaints.found(key + "/found", id, new ComplaintsResource.Finding(founded));
        return back();
    }

    @POST
    @Path("/close")
    @Operation(hidden = true)
    public Response close(
            @FormParam("id") String id,
            @FormParam("founded") boolean founded,
            @FormParam("answerable") Answerable answerable,
            @FormParam("key") String key) {
        complaints.mustHoldTheKey();
        if (founded && answerable == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, desk.text("answerableNeeded"));
        }
        complaints.close(key + "/close", id, new ComplaintsResource.Closing(founded, answerable));
        return back();
    }

    /** The department makes public where it takes complaints; what hangs there now is replaced. */
    @POST
    @Path("/contacts")
    @Operation(hidden = true)
    public Response publish(
            @FormParam("mailbox") String mailbox,
            @FormParam("email") String email,
            @FormParam("phone") String phone,
            @FormParam("key") String key) {
        complaints.mustInvestigate();
        complaints.publish(
                key,
                new ComplaintsResource.Contact(
                        needed(mailbox, LONGEST), needed(email, LONGEST), needed(phone, LONGEST_NUMBER)));
        return Response.seeOther(URI.create("/desk/complaints?published=true")).build();
    }

    private String needed(String typed, int longest) {
        String text = Typed.text(typed);
        if (text == null || text.length() > longest) {
            throw new Problem(AnyRequestProblem.MALFORMED, desk.text("contactNeeds"));
        }
        return text;
    }

    private Row row(Complaint complaint) {
        boolean open = complaint.closedOn() == null;
        Department mine = caller.department();
        String state = open
                ? complaint.investigatedBy().size() < 2 ? "waits" : "ready"
                : Boolean.TRUE.equals(complaint.founded()) ? "founded" : "unfounded";
        return new Row(
                complaint.complaintId(),
                complaint.receivedOn().toString(),
                desk.word("way_" + complaint.way()),
                desk.word("breach_" + complaint.breach()),
                desk.place(complaint.village() == null ? complaint.township() : complaint.village()),
                complaint.words(),
                complaint.investigatedBy().stream().map(desk::named).collect(Collectors.joining(desk.word("and"))),
                desk.word("complaint_" + state),
                open ? "wait" : Boolean.TRUE.equals(complaint.founded()) ? "late" : "done",
                open && !complaint.investigatedBy().contains(mine),
                state.equals("ready") && mine == Department.DISCIPLINE);
    }

    private Contact contact(ComplaintContacts.Contact contact) {
        return new Contact(
                desk.named(contact.department()),
                contact.mailbox(),
                contact.email(),
                contact.phone(),
                contact.since().toString());
    }

    private static Response back() {
        return Response.seeOther(URI.create("/desk/complaints")).build();
    }
}
