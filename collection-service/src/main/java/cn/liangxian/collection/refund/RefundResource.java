package cn.liangxian.collection.refund;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import jakarta.validation.Valid;
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

/** Refunds of money that was not owed. */
@Path("/refunds")
public class RefundResource {

    private static final int PAGE = 500;
    private static final String FIRST = "00000000-0000-0000-0000-000000000000";
    private final Refunding refunding;
    private final Idempotency idempotency;
    private final Caller caller;

    RefundResource(Refunding refunding, Idempotency idempotency, Caller caller) {
        this.refunding = refunding;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** @param voucher number of the refund at the bank; without one the refund's id is taken */
    public record Order(@Size(max = 100) String voucher) {}

    private record Asked(UUID paymentId, Order order) {}

    @POST
    @Path("/{paymentId}")
    @ResponseStatus(201)
    public Surplus refund(
            @HeaderParam("Idempotency-Key") String key, @PathParam("paymentId") String paymentId, @Valid Order order) {
        caller.mustBe(TAX);
        UUID id = uuid(paymentId);
        Order made = order == null ? new Order(null) : order;
        return idempotency.once(
                "refund", key, new Asked(id, made), Surplus.class, () -> refunding.refund(id, made.voucher()));
    }

    /** A page of 500, the oldest first; the next one begins {@code beyond} the last payment id of this one. */
    @GET
    public List<Surplus> list(
            @QueryParam("state") @DefaultValue("OPEN") RefundState state,
            @QueryParam("beyond") @DefaultValue(FIRST) String beyond) {
        caller.mustBe(TAX, AUDIT_BUREAU);
        return refunding.list(state, caller.area(), uuid(beyond), PAGE);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Problem(AnyRequestProblem.NOT_FOUND, null);
        }
    }
}
