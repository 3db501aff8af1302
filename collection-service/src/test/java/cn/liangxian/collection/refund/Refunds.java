package cn.liangxian.collection.refund;

import static cn.liangxian.collection.Desk.TAX;

import cn.liangxian.collection.Desk;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;

/** The offices through whose hands a refund goes. */
public final class Refunds {

    static final Desk MEDICAL = new Desk("MEDICAL_INSURANCE", "370404");
    static final Desk PENSION = new Desk("SOCIAL_INSURANCE", "370404");
    /** Another person of tax than the one at the county's desk. */
    static final Desk TAX_BRANCH = new Desk("TAX", "370404001");

    private Refunds() {}

    /** Checks, approves and pays every medical refund that is under way. */
    public static void all() {
        all(TAX);
    }

    /** @param second somebody of tax who did not take the requests */
    public static void all(Desk second) {
        List<String> cases = TAX.get("/refunds").extract().path("caseId");
        for (String id : cases) {
            agreed(MEDICAL, id);
            approved(second, id).statusCode(201);
            MEDICAL.post("/refunds/" + id + "/payment", Map.of()).statusCode(201);
        }
    }

    static void agreed(Desk agency, String id) {
        agency.post("/refunds/" + id + "/check", Map.of("agreed", true)).statusCode(201);
    }

    static ValidatableResponse approved(Desk second, String id) {
        return second.post("/refunds/" + id + "/approval", Map.of("approved", true));
    }
}
