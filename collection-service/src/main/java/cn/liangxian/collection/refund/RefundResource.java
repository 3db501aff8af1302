package cn.liangxian.collection.refund;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.collection.RefundHandoff.Document;
import cn.liangxian.collection.day.CollectingDay;
import cn.liangxian.collection.refund.DecidingRefund.Word;
import cn.liangxian.collection.refund.RefundCases.Actor;
import cn.liangxian.handoff.Fen;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import jakarta.validation.Valid;
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
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Refunds: tax accepts, the agency checks, a second person approves, then the money goes back. */
@Path("/refunds")
public class RefundResource {

    private static final int PAGE = 500;
    static final int MOST_DOCUMENTS = 20;
    private static final String FIRST = "00000000-0000-0000-0000-000000000000";

    private final RequestingRefund requesting;
    private final DecidingRefund deciding;
    private final PayingBack payingBack;
    private final RefundCases cases;
    private final CollectingDay day;
    private final Idempotency idempotency;
    private final Caller caller;

    RefundResource(
            RequestingRefund requesting,
            DecidingRefund deciding,
            PayingBack payingBack,
            RefundCases cases,
            CollectingDay day,
            Idempotency idempotency,
            Caller caller) {
        this.requesting = requesting;
        this.deciding = deciding;
        this.payingBack = payingBack;
        this.cases = cases;
        this.day = day;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** @param amount in fen; null for the whole payment */
    public record Request(
            @NotNull UUID paymentId,
            Fen amount,
            @NotNull RefundReason reason,
            @Size(max = MOST_DOCUMENTS) List<@Valid @NotNull Document> documents) {}

    /** @param entitlementRecorded the agency had recorded the entitlement, and corrects it when the money goes back; no when null */
    public record Check(@NotNull Boolean agreed, @Size(max = 400) String reason, Boolean entitlementRecorded) {}

    /** The word of who approves or refuses; {@code reason} is needed where it is refused. */
    public record Approval(@NotNull Boolean approved, @Size(max = 400) String reason) {}

    /** @param voucher number of the refund at the bank; without one the refund's id is taken */
    public record Order(@Size(max = 100) String voucher) {}

    private record Asked(UUID refund, Object what) {}

    @POST
    @ResponseStatus(201)
    public RefundCase request(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Request request) {
        mustRequest();
        List<Document> documents = request.documents() == null ? List.of() : request.documents();
        return idempotency.once(
                "refund-request",
                key,
                request,
                RefundCase.class,
                () -> requesting.request(
                        request.paymentId(),
                        request.amount(),
                        request.reason(),
                        documents,
                        caller.area(),
                        actor(),
                        day.join()));
    }

    @POST
    @Path("/{caseId}/check")
    @ResponseStatus(201)
    public RefundCase check(
            @HeaderParam("Idempotency-Key") String key, @PathParam("caseId") UUID id, @Valid @NotNull Check check) {
        caller.mustBe(MEDICAL_INSURANCE, SOCIAL_INSURANCE);
        Word word = new Word(check.agreed(), check.reason(), Boolean.TRUE.equals(check.entitlementRecorded()));
        return idempotency.onceOnAnyDate(
                "refund-check",
                key,
                new Asked(id, check),
                RefundCase.class,
                () -> deciding.check(id, word, caller.area(), actor(), day.join()));
    }

    @POST
    @Path("/{caseId}/approval")
    @ResponseStatus(201)
    public RefundCase approve(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("caseId") UUID id,
            @Valid @NotNull Approval approval) {
        mustDecide();
        Word word = new Word(approval.approved(), approval.reason(), false);
        return idempotency.onceOnAnyDate(
                "refund-approval",
                key,
                new Asked(id, approval),
                RefundCase.class,
                () -> deciding.approve(id, word, caller.area(), actor(), day.join()));
    }

    @POST
    @Path("/{caseId}/payment")
    @ResponseStatus(201)
    public RefundCase pay(
            @HeaderParam("Idempotency-Key") String key, @PathParam("caseId") UUID id, @Valid @NotNull Order order) {
        mustDecide();
        return idempotency.onceOnAnyDate(
                "refund",
                key,
                new Asked(id, order),
                RefundCase.class,
                () -> payingBack.pay(id, order.voucher(), caller.area(), actor(), day.join()));
    }

    /** A page of 500, the oldest first; the next one begins {@code beyond} the last case id of this one. */
    @GET
    public List<RefundCase> list(
            @QueryParam("state") @DefaultValue("REQUESTED") RefundState state,
            @QueryParam("beyond") @DefaultValue(FIRST) UUID beyond) {
        caller.mustBe(TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE, AUDIT_BUREAU);
        return cases.list(state, RefundCases.own(caller.department()), caller.area(), beyond, PAGE);
    }

    void mustRequest() {
        caller.mustBe(TAX);
    }

    /** Who approves and pays, as the policy has it; the agencies check, too. */
    void mustDecide() {
        caller.mustBe(TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE);
    }

    private Actor actor() {
        return new Actor(caller.department(), caller.name());
    }
}
