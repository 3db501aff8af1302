package cn.liangxian.audit.objection;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.CHANNEL;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.audit.PublicationHandoff.Ground;
import cn.liangxian.audit.PublicationHandoff.ObjectionKind;
import cn.liangxian.audit.publication.Publications;
import cn.liangxian.audit.publication.Publications.Publication;
import cn.liangxian.handoff.Department;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Objections of residents to what is published; taken at the counter of the township or over a channel. */
@Path("/objections")
public class ObjectionsResource {

    private final Publications publications;
    private final Objections objections;
    private final TakingObjection taking;
    private final AnsweringObjections answering;
    private final Idempotency idempotency;
    private final Caller caller;

    ObjectionsResource(
            Publications publications,
            Objections objections,
            TakingObjection taking,
            AnsweringObjections answering,
            Idempotency idempotency,
            Caller caller) {
        this.publications = publications;
        this.objections = objections;
        this.taking = taking;
        this.answering = answering;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /**
     * What a resident says. It names nobody: a published line is told by its number, a missing one by the receipt.
     *
     * @param line the number as published; left out for {@code PAID_NOT_LISTED}, which needs channel and voucher
     */
    public record Complaint(
            @NotNull @Size(max = 60) String publicationId,
            @NotNull ObjectionKind kind,
            Integer line,
            @Size(max = 40) String channel,
            @Size(max = 100) String voucher) {}

    /** Why an objection is rejected. */
    public record Rejection(@NotNull Ground ground) {}

    /** A page; {@code next} is the cursor of the page after it, null on the last. */
    public record Page(List<Objection> objections, String next) {}

    private record Asked(String objection, Object request) {}

    @POST
    @ResponseStatus(201)
    public Objection object(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid Complaint complaint) {
        mustTake();
        Publication publication = publications.get(complaint.publicationId());
        caller.mustCover(publication.township());
        String by = caller.name();
        return idempotency.once(
                "objection", key, complaint, Objection.class, () -> taking.take(publication, complaint, by));
    }

    @GET
    public Page page(
            @QueryParam("state") ObjectionState state,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        mustRead();
        List<Objection> found = objections.of(caller.area(), state, after, limit + 1);
        boolean more = found.size() > limit;
        List<Objection> page = more ? found.subList(0, limit) : found;
        return new Page(page, more ? page.get(limit - 1).objectionId() : null);
    }

    @GET
    @Path("/{id}")
    public Objection one(@PathParam("id") String id) {
        mustRead();
        return visible(id);
    }

    /** The township asks tax to look into it. */
    @POST
    @Path("/{id}/passing-on")
    public Objection passOn(@HeaderParam("Idempotency-Key") String key, @PathParam("id") String id) {
        caller.mustBe(TOWNSHIP);
        visible(id);
        String by = caller.name();
        return once("objection-passing-on", key, id, null, () -> answering.passOn(id, by));
    }

    @POST
    @Path("/{id}/rejection")
    public Objection reject(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("id") String id,
            @NotNull @Valid Rejection rejection) {
        mustAnswer();
        visible(id);
        Department department = caller.department();
        String by = caller.name();
        return once(
                "objection-rejection",
                key,
                id,
                rejection,
                () -> answering.reject(id, rejection.ground(), department, by));
    }

    /** The resident takes the objection back, where it was made. */
    @POST
    @Path("/{id}/taking-back")
    public Objection takeBack(@HeaderParam("Idempotency-Key") String key, @PathParam("id") String id) {
        mustTake();
        visible(id);
        String by = caller.name();
        return once("objection-taking-back", key, id, null, () -> answering.takeBack(id, by));
    }

    private Objection once(String operation, String key, String id, Object request, Supplier<Objection> work) {
        return idempotency.onceOnAnyDate(operation, key, new Asked(id, request), Objection.class, work);
    }

    void mustTake() {
        caller.mustBe(TOWNSHIP, CHANNEL);
    }

    void mustAnswer() {
        caller.mustBe(TOWNSHIP, TAX);
    }

    private void mustRead() {
        caller.mustBe(TOWNSHIP, TAX, COUNTY_GOVERNMENT, AUDIT_BUREAU);
    }

    private Objection visible(String id) {
        Objection objection = objections.find(id).orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
        caller.mustCover(objection.township());
        return objection;
    }
}
