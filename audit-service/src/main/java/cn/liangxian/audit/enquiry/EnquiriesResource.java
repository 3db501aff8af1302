package cn.liangxian.audit.enquiry;

import cn.liangxian.audit.EnquiryHandoff.EnquiryTaken;
import cn.liangxian.audit.EnquiryHandoff.Matter;
import cn.liangxian.audit.enquiry.Enquiries.Enquiry;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
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

    EnquiriesResource(Enquiries enquiries, Idempotency idempotency, Caller caller) {
        this.enquiries = enquiries;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    public record Intake(@NotNull Matter matter) {}

    /** Whose help is needed. */
    public record Help(@NotNull Department department) {}

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
        Department department = caller.department();
        String area = caller.area();
        return idempotency.once(
                "enquiry-helper-" + id,
                key,
                help,
                Enquiry.class,
                () -> enquiries.askForHelp(id, department, area, help.department()));
    }

    @POST
    @Path("/{id}/help")
    public Enquiry help(@HeaderParam("Idempotency-Key") String key, @PathParam("id") String id) {
        mustAnswerPayers();
        Department department = caller.department();
        String by = caller.name();
        return idempotency.once("enquiry-help", key, id, Enquiry.class, () -> enquiries.help(id, department, by));
    }

    @POST
    @Path("/{id}/answer")
    public Enquiry answer(@HeaderParam("Idempotency-Key") String key, @PathParam("id") String id) {
        mustAnswerPayers();
        Department department = caller.department();
        String area = caller.area();
        String by = caller.name();
        return idempotency.once(
                "enquiry-answer", key, id, Enquiry.class, () -> enquiries.answer(id, department, area, by));
    }

    private void mustAnswerPayers() {
        caller.mustBe(Handoff.termsOf(EnquiryTaken.class).from());
    }
}
