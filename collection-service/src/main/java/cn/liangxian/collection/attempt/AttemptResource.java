package cn.liangxian.collection.attempt;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.collection.attempt.Attempts.Told;
import cn.liangxian.collection.payment.PaymentProblem;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

/** One statement of a person and insurance: every debit, payment, cash entry, talk and refund in order. */
@Path("/attempts")
public class AttemptResource {

    private final Attempts attempts;
    private final Caller caller;

    AttemptResource(Attempts attempts, Caller caller) {
        this.attempts = attempts;
        this.caller = caller;
    }

    @GET
    @Path("/{personKey}")
    public Told of(@PathParam("personKey") String personKey, @NotNull @QueryParam("insurance") Insurance insurance) {
        caller.mustBe(TAX, TOWNSHIP, VILLAGE, AUDIT_BUREAU);
        return attempts.of(personKey, insurance, caller.area())
                .orElseThrow(() -> new Problem(PaymentProblem.PAYER_UNKNOWN, null));
    }
}
