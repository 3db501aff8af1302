package cn.liangxian.reconciliation.treasury;

import cn.liangxian.handoff.Department;
import cn.liangxian.reconciliation.ReconciliationHandoff.TreasuryDayReceived;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where the treasury reports its days. */
@Path("/treasury-days")
public class TreasuryDayResource {

    private final Caller caller;
    private final Idempotency idempotency;
    private final ReceivingTreasuryDay receiving;

    TreasuryDayResource(Caller caller, Idempotency idempotency, ReceivingTreasuryDay receiving) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.receiving = receiving;
    }

    /** Answers what was received, with its digest. */
    @POST
    @ResponseStatus(201)
    public TreasuryDayReceived report(@HeaderParam("Idempotency-Key") String key, TreasuryReport report) {
        caller.mustBe(Department.TREASURY);
        caller.mustCoverCounty();
        return idempotency.onceOnAnyDate(
                "treasury-day", key, report, TreasuryDayReceived.class, () -> receiving.receive(report));
    }
}
