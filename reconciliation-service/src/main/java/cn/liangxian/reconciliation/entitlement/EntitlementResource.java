package cn.liangxian.reconciliation.entitlement;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where the agencies say what they booked. Each books its own insurance; the other's details do not exist for it. */
@Path("/entitlements")
public class EntitlementResource {

    private final Caller caller;
    private final Idempotency idempotency;
    private final RecordingEntitlement recording;

    EntitlementResource(Caller caller, Idempotency idempotency, RecordingEntitlement recording) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.recording = recording;
    }

    @POST
    @ResponseStatus(201)
    public Booking.Taken book(@HeaderParam("Idempotency-Key") String key, Booking booking) {
        caller.mustBe(Department.MEDICAL_INSURANCE, Department.SOCIAL_INSURANCE);
        caller.mustCoverCounty();
        if (booking == null) {
            throw new Problem(EntitlementProblem.MALFORMED, new Text("未报送登记内容", "no booking was sent"));
        }
        booking.check();
        Insurance insurance =
                caller.department() == Department.MEDICAL_INSURANCE ? Insurance.MEDICAL : Insurance.PENSION;
        return idempotency.onceOnAnyDate(
                "entitlement", key, booking, Booking.Taken.class, () -> recording.record(booking, insurance));
    }
}
