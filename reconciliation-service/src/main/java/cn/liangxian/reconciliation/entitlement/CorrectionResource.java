package cn.liangxian.reconciliation.entitlement;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Entitlements that an agency has to correct after a refund; each sees those of its own insurance. */
@Path("/entitlements/corrections")
@Blocking
public class CorrectionResource {

    private final Caller caller;
    private final Idempotency idempotency;
    private final CorrectingEntitlement correcting;

    CorrectionResource(Caller caller, Idempotency idempotency, CorrectingEntitlement correcting) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.correcting = correcting;
    }

    /** The oldest first; {@code after} is the last case of the page before. */
    @GET
    @Transactional
    public List<Correction> waiting(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(2_000) int limit) {
        return correcting.waiting(own(), after, limit);
    }

    @POST
    @Path("/{case}")
    @ResponseStatus(201)
    public Correction correct(@HeaderParam("Idempotency-Key") String key, @PathParam("case") String caseId) {
        Insurance insurance = own();
        String by = caller.name();
        return idempotency.onceOnAnyDate(
                "entitlement-correction",
                key,
                caseId,
                Correction.class,
                () -> correcting.correct(caseId, insurance, by));
    }

    private Insurance own() {
        caller.mustBe(Department.MEDICAL_INSURANCE, Department.SOCIAL_INSURANCE);
        caller.mustCoverCounty();
        return caller.department() == Department.MEDICAL_INSURANCE ? Insurance.MEDICAL : Insurance.PENSION;
    }
}
