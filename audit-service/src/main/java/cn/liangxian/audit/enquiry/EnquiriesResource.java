package cn.liangxian.audit.enquiry;

import cn.liangxian.audit.EnquiryHandoff.EnquiryTaken;
import cn.liangxian.audit.EnquiryHandoff.Matter;
import cn.liangxian.audit.enquiry.Enquiries.Enquiry;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** Enquiries of payers, from the unit that was asked first to its answer. What was said stays at the counter. */
@Path("/enquiries")
public class EnquiriesResource {

    private final Enquiries enquiries;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Policy policy;

    EnquiriesResource(Enquiries enquiries, Idempotency idempotency, Caller caller, Policy policy) {
        this.enquiries = enquiries;
        this.idempotency = idempotency;
        this.caller = caller;
        this.policy = policy;
    }

    /** What somebody asks about; neither who asks nor the words. */
    public record Intake(@NotNull Matter matter) {}

    /** Whose help is needed; {@code area} the township's code, left out for every other department, of which a county has one. */
    public record Help(@NotNull Department department, String area) {}

    @POST
    public Enquiry take(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid Intake intake) {
        mustAnswerPayers();
        Department department = caller.department();
        String area = caller.area();
        String by = caller.name();
        return idempotency.once(
                "enquiry", key, intake, Enquiry.class, () -> enquiries.take(department, area, intake.matter(), by));
    }

    /** A page of 500, the oldest first; {@code after} is the last id of the page before. */
    @GET
    public List<Enquiry> open(@QueryParam("after") @DefaultValue("") String after) {
        mustAnswerPayers();
        return enquiries.open(caller.department(), caller.area(), after);
    }

    @POST
    @Path("/{id}/helpers")
    public Enquiry askForHelp(
            @HeaderParam("Idempotency-Key") String key, @PathParam("id") String id, @NotNull @Valid Help help) {
        mustAnswerPayers();
        mustSee(id);
        Department department = caller.department();
        String area = caller.area();
        String helperArea = areaOf(help);
        return idempotency.onceOnAnyDate(
                "enquiry-helper-" + id,
                key,
                help,
                Enquiry.class,
                () -> enquiries.askForHelp(id, department, area, help.department(), helperArea));
    }

    @POST
    @Path("/{id}/help")
    public Enquiry help(@HeaderParam("Idempotency-Key") String key, @PathParam("id") String id) {
        mustAnswerPayers();
        mustSee(id);
        Department department = caller.department();
        String area = caller.area();
        String by = caller.name();
        return idempotency.onceOnAnyDate(
                "enquiry-help", key, id, Enquiry.class, () -> enquiries.help(id, department, area, by));
    }

    @POST
    @Path("/{id}/answer")
    public Enquiry answer(@HeaderParam("Idempotency-Key") String key, @PathParam("id") String id) {
        mustAnswerPayers();
        mustSee(id);
        Department department = caller.department();
        String area = caller.area();
        String by = caller.name();
        return idempotency.onceOnAnyDate(
                "enquiry-answer", key, id, Enquiry.class, () -> enquiries.answer(id, department, area, by));
    }

    private String areaOf(Help help) {
        String county = policy.jurisdiction().code();
        if (help.department() != Department.TOWNSHIP && help.area() == null) {
            return county;
        }
        boolean known = help.department() == Department.TOWNSHIP
                ? policy.jurisdiction().townships().stream()
                        .anyMatch(each -> each.code().equals(help.area()))
                : county.equals(help.area());
        if (!known) {
            throw new Problem(EnquiryProblem.NO_SUCH_HELPER, Text.value(help.area()));
        }
        return help.area();
    }

    /** Another township's enquiry is not there for whom it does not ask to help. */
    private void mustSee(String id) {
        Enquiry enquiry = enquiries.find(id).orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
        if (!enquiry.asks(caller.department(), caller.area())) {
            caller.mustCover(enquiry.area());
        }
    }

    private void mustAnswerPayers() {
        caller.mustBe(Handoff.termsOf(EnquiryTaken.class).from());
    }
}
