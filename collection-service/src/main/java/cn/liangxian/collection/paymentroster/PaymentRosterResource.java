package cn.liangxian.collection.paymentroster;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.VILLAGE;

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

/** Payment rosters (缴费清册): tax provides them, townships and villages print what is theirs and publish it. */
@Path("/payment-rosters")
public class PaymentRosterResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private final PaymentRosters rosters;
    private final PublicationFile file;
    private final CorrectingPaymentRoster correcting;
    private final Idempotency idempotency;
    private final Caller caller;

    PaymentRosterResource(
            PaymentRosters rosters,
            PublicationFile file,
            CorrectingPaymentRoster correcting,
            Idempotency idempotency,
            Caller caller) {
        this.rosters = rosters;
        this.file = file;
        this.correcting = correcting;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** What is printed on a receipt of a payment. */
    public record Receipt(@NotBlank @Size(max = 40) String channel, @NotBlank @Size(max = 100) String voucher) {}

    /**
     * What is to be corrected: the number of a line to take off, the payment for which a line is missing, or both.
     *
     * @param refundId the refund because of which the line is taken off, where there is one
     */
    public record Correction(
            @NotBlank @Size(max = 60) String objectionId,
            @Min(1) Integer withdraw,
            @Valid Receipt add,
            UUID refundId) {}

    private record Asked(UUID roster, Correction correction) {}

    /** All versions, the oldest first; {@code after} is the last id of the page before. */
    @GET
    public List<PaymentRoster> list(
            @QueryParam("after") UUID after, @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(2_000) int limit) {
        caller.mustBe(TAX, TOWNSHIP, VILLAGE, AUDIT_BUREAU);
        return rosters.of(caller.area(), after, limit);
    }

    /** To be printed: a sheet for each village of the caller's area. */
    @GET
    @Path("/{id}/file")
    @Produces(XLSX)
    public Response file(@PathParam("id") String id) {
        caller.mustBe(TAX, TOWNSHIP, VILLAGE);
        PaymentRoster roster = visible(id);
        String area = caller.area();
        StreamingOutput workbook = out -> file.write(roster, area, out);
        return Response.ok(workbook)
                .header("Content-Disposition", "attachment; filename=\"" + id + ".xlsx\"")
                .build();
    }

    @POST
    @Path("/{id}/corrections")
    @ResponseStatus(201)
    public PaymentRoster correct(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("id") String id,
            @NotNull @Valid Correction correction) {
        caller.mustBe(TAX);
        PaymentRoster roster = visible(id);
        return idempotency.onceOnAnyDate(
                "payment-roster-correction",
                key,
                new Asked(UUID.fromString(roster.paymentRosterId()), correction),
                PaymentRoster.class,
                () -> correcting.correct(roster, correction));
    }

    /** A village sees the roster of its township. */
    private PaymentRoster visible(String id) {
        PaymentRoster roster = rosters.find(uuid(id)).orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
        if (!caller.area().startsWith(roster.township())) {
            caller.mustCover(roster.township());
        }
        return roster;
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Problem(AnyRequestProblem.NOT_FOUND, null);
        }
    }
}
