package cn.liangxian.collection.payableroster;

import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Payable rosters (征收清册): drawn up by tax, reviewed, handed over to townships and villages. */
@Path("/payable-rosters")
public class PayableRosterResource {

    private final IssuingPayableRoster issuing;
    private final PayableRosters rosters;
    private final PayableRosterFile file;
    private final Idempotency idempotency;
    private final Caller caller;

    PayableRosterResource(
            IssuingPayableRoster issuing,
            PayableRosters rosters,
            PayableRosterFile file,
            Idempotency idempotency,
            Caller caller) {
        this.issuing = issuing;
        this.rosters = rosters;
        this.file = file;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** Nine-digit code of the township. */
    public record Drawing(@NotBlank @Size(max = 12) String township) {}

    /** @param digest of the roster that was looked at; when given it must be the roster's */
    public record Review(String digest) {}

    /** @param villages twelve-digit codes of those whose data is wrong */
    public record Refusal(
            @NotBlank @Size(max = 400) String reason,
            @NotNull @Size(max = 1000) List<@NotBlank @Size(max = 12) String> villages) {}

    private record Asked(UUID roster, Object what) {}

    @POST
    @ResponseStatus(201)
    public PayableRoster draw(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Drawing drawing) {
        caller.mustBe(TAX);
        caller.mustCover(drawing.township());
        return idempotency.once(
                "payable-roster", key, drawing, PayableRoster.class, () -> issuing.draw(drawing.township()));
    }

    @POST
    @Path("/{id}/reviews")
    @ResponseStatus(201)
    public PayableRoster review(
            @HeaderParam("Idempotency-Key") String key, @PathParam("id") String id, @Valid Review review) {
        issuing.mustReview(caller.department());
        UUID roster = uuid(id);
        String digest = review == null ? null : review.digest();
        return idempotency.once(
                "payable-roster-review",
                key,
                new Asked(roster, review),
                PayableRoster.class,
                () -> issuing.review(roster, caller.department(), digest));
    }

    @POST
    @Path("/{id}/refusals")
    @ResponseStatus(201)
    public PayableRoster refuse(
            @HeaderParam("Idempotency-Key") String key, @PathParam("id") String id, @Valid @NotNull Refusal refusal) {
        issuing.mustReview(caller.department());
        UUID roster = uuid(id);
        return idempotency.onceOnAnyDate(
                "payable-roster-refusal",
                key,
                new Asked(roster, refusal),
                PayableRoster.class,
                () -> issuing.refuse(roster, caller.department(), refusal.reason(), refusal.villages()));
    }

    /** Heads and money of each village: what the first review goes by. */
    @GET
    @Path("/{id}/villages")
    public List<VillageSum> villages(@PathParam("id") String id) {
        caller.mustBe(TAX, SOCIAL_INSURANCE, MEDICAL_INSURANCE);
        UUID roster = uuid(id);
        if (rosters.find(roster).filter(r -> r.township().startsWith(area())).isEmpty()) {
            throw new Problem(PayableRosterProblem.NOT_FOUND, null);
        }
        return issuing.villages(roster);
    }

    /** The oldest first; {@code after} is the last id of the page before. */
    @GET
    public List<PayableRoster> list(
            @QueryParam("township") String township,
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(2_000) int limit) {
        caller.mustBe(TAX, SOCIAL_INSURANCE, MEDICAL_INSURANCE, TOWNSHIP, VILLAGE);
        String area = township == null ? area() : township;
        if (!area.startsWith(area())) {
            caller.mustCover(area);
        }
        return rosters.of(area, after, limit);
    }

    /** The lines as CSV in UTF-8 with a byte order mark; a village sees its own lines. */
    @GET
    @Path("/{id}/file")
    @Produces("text/csv; charset=UTF-8")
    public Response file(@PathParam("id") String id) {
        caller.mustBe(TAX, SOCIAL_INSURANCE, MEDICAL_INSURANCE, TOWNSHIP, VILLAGE);
        UUID roster = uuid(id);
        PayableRoster found = rosters.find(roster)
                .filter(r -> r.township().startsWith(area()))
                .orElseThrow(() -> new Problem(PayableRosterProblem.NOT_FOUND, null));
        boolean reviewer = caller.department() != TOWNSHIP && caller.department() != VILLAGE;
        if (!reviewer && found.state() != PayableRosterState.ISSUED) {
            throw new Problem(
                    PayableRosterProblem.NOT_ISSUED,
                    Text.departments(found.awaited()).after("等待：", "awaited: "));
        }
        String area = caller.area();
        StreamingOutput lines = out -> file.write(roster, area, out);
        return Response.ok(lines)
                .header("Content-Disposition", "attachment; filename=\"" + id + ".csv\"")
                .build();
    }

    /** The township's part of the caller's area: a village belongs to its township's roster. */
    private String area() {
        String area = caller.area();
        return area.length() > 9 ? area.substring(0, 9) : area;
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Problem(AnyRequestProblem.NOT_FOUND, null);
        }
    }
}
