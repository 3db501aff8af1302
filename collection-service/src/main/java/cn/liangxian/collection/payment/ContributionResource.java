package cn.liangxian.collection.payment;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.CHANNEL;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.collection.agent.Collector;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Contributions that residents pay through a channel or at the counter. */
@Path("/contributions")
public class ContributionResource {

    private final TakingContribution taking;
    private final Payments payments;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Collector collector;

    ContributionResource(
            TakingContribution taking, Payments payments, Idempotency idempotency, Caller caller, Collector collector) {
        this.taking = taking;
        this.payments = payments;
        this.idempotency = idempotency;
        this.caller = caller;
        this.collector = collector;
    }

    /**
     * A payment that a channel has taken or is about to take.
     *
     * @param tier pension only: the tier the resident chooses, in fen
     * @param feeYear null for that of the policy; an earlier one is paid after the agency assessed it
     * @param voucher the channel's own number of the payment; the same one twice is one payment
     */
    public record Offer(
            @NotBlank @Size(max = 40) String idNumber,
            @NotNull Insurance insurance,
            Integer feeYear,
            Fen tier,
            @NotNull Fen amount,
            @NotBlank @Size(max = 40) String channel,
            @NotBlank @Size(max = 100) String voucher) {

        public Offer {
            idNumber = idNumber == null ? null : idNumber.strip().toUpperCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return "Offer[masked, " + insurance + ", " + channel + "]";
        }
    }

    /** Why this resident paid this amount: clauses, inputs, policy version. */
    @GET
    @Path("/{paymentId}")
    public Explanation explain(@PathParam("paymentId") UUID paymentId) {
        caller.mustBe(TAX, AUDIT_BUREAU);
        return payments.explain(paymentId, caller.area())
                .orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
    }

    @POST
    @ResponseStatus(201)
    public Contribution pay(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Offer offer) {
        collector.mustBe(CHANNEL, TAX);
        return idempotency.once("contribution", key, offer, Contribution.class, () -> taking.take(offer));
    }
}
