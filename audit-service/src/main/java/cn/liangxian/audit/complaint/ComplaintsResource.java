package cn.liangxian.audit.complaint;

import static cn.liangxian.handoff.Department.DISCIPLINE;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.audit.CashRiskHandoff.Answerable;
import cn.liangxian.audit.CashRiskHandoff.Breach;
import cn.liangxian.audit.ComplaintHandoff.ComplaintContactPublished;
import cn.liangxian.audit.ComplaintHandoff.Way;
import cn.liangxian.audit.complaint.Investigating.Complaint;
import cn.liangxian.handoff.Department;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Complaints: taken from anybody, without a token; investigated by the four departments together. */
@Path("/complaints")
public class ComplaintsResource {

    private final TakingComplaint taking;
    private final Investigating investigating;
    private final ComplaintContacts contacts;
    private final Idempotency idempotency;
    private final Caller caller;

    ComplaintsResource(
            TakingComplaint taking,
            Investigating investigating,
            ComplaintContacts contacts,
            Idempotency idempotency,
            Caller caller) {
        this.taking = taking;
        this.investigating = investigating;
        this.contacts = contacts;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /**
     * What anybody may report.
     *
     * @param way by which it came; a department enters what came by letter or telephone
     * @param words who complains, how to reach him, what happened: sealed at once; null when there is nothing to add
     */
    public record Intake(
            @NotNull Way way,
            @NotNull Breach breach,
            @NotBlank @Size(max = 9) String township,
            @Size(max = 12) String village,
            @Size(max = 4096) String words) {

        @Override
        public String toString() {
            return "Intake[sealed]";
        }
    }

    /** By which the complaint can be asked for. */
    public record Taken(String complaintId) {}

    /** A page; {@code next} is the cursor of the page after it, null on the last. */
    public record Page(List<Complaint> complaints, String next) {}

    /** What a department found. */
    public record Finding(@NotNull Boolean founded) {}

    /** @param answerable of whom an answer is asked when it is founded */
    public record Closing(@NotNull Boolean founded, Answerable answerable) {}

    /** Where a department takes complaints. */
    public record Contact(
            @NotBlank @Size(max = 200) String mailbox,
            @NotBlank @Size(max = 200) String email,
            @NotBlank @Size(max = 40) String phone) {}

    /**
     * Needs no token. The Idempotency-Key is a random one of the complainant's side; it is kept as a digest, with nobody's
     * name, unlike the keys of other requests.
     */
    @POST
    public Taken take(
            @HeaderParam("Idempotency-Key") @NotBlank @Size(max = 200) String key, @NotNull @Valid Intake intake) {
        return new Taken(
                taking.take(key, intake.way(), intake.breach(), intake.township(), intake.village(), intake.words()));
    }

    /** Needs no token. */
    @GET
    @Path("/contacts")
    public List<ComplaintContacts.Contact> contacts() {
        return contacts.all();
    }

    @POST
    @Path("/contacts")
    public ComplaintContactPublished publish(
            @HeaderParam("Idempotency-Key") String key, @NotNull @Valid Contact contact) {
        mustInvestigate();
        Department department = caller.department();
        String area = caller.area();
        return idempotency.once(
                "complaint-contact",
                key,
                contact,
                ComplaintContactPublished.class,
                () -> contacts.publish(department, area, contact.mailbox(), contact.email(), contact.phone()));
    }

    /** The public key, X.509 in binary, under which complaints are sealed from now on; the private one stays outside. */
    @POST
    @Path("/keys")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public void use(byte[] publicKey) {
        mustHoldTheKey();
        taking.use(publicKey, caller.name());
    }

    @GET
    public Page page(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        mustInvestigate();
        List<Complaint> found = investigating.page(after, limit + 1);
        boolean more = found.size() > limit;
        return new Page(
                more ? found.subList(0, limit) : found,
                more ? found.get(limit - 1).complaintId() : null);
    }

    /** The sealed words, for the holder of the private key. */
    @GET
    @Path("/{id}/sealed")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public byte[] sealed(@PathParam("id") String id) {
        mustHoldTheKey();
        return investigating.sealed(id).orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
    }

    @POST
    @Path("/{id}/findings")
    public Complaint found(
            @HeaderParam("Idempotency-Key") String key, @PathParam("id") String id, @NotNull @Valid Finding finding) {
        mustInvestigate();
        Department department = caller.department();
        String by = caller.name();
        return idempotency.onceOnAnyDate(
                "complaint-finding-" + id,
                key,
                finding,
                Complaint.class,
                () -> investigating.found(get(id), department, finding.founded(), by));
    }

    @POST
    @Path("/{id}/closing")
    public Complaint close(
            @HeaderParam("Idempotency-Key") String key, @PathParam("id") String id, @NotNull @Valid Closing closing) {
        mustHoldTheKey();
        String by = caller.name();
        Answerable answerable = closing.answerable() == null ? Answerable.COLLECTOR : closing.answerable();
        return idempotency.onceOnAnyDate(
                "complaint-closing-" + id,
                key,
                closing,
                Complaint.class,
                () -> investigating.close(get(id), closing.founded(), answerable, by));
    }

    private Complaint get(String id) {
        return investigating.find(id).orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
    }

    /** The county's: the office of a township may be what is complained about. */
    void mustInvestigate() {
        caller.mustBe(DISCIPLINE, TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE);
        caller.mustCoverCounty();
    }

    void mustHoldTheKey() {
        caller.mustBe(DISCIPLINE);
        caller.mustCoverCounty();
    }
}
