package cn.liangxian.collection;

import static io.restassured.RestAssured.given;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestRealm;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody with a token of one department and area, at the REST side of collection. Amounts are in yuan. */
public record Desk(String department, String area) {

    public static final Desk TAX = new Desk("TAX", "370404");
    public static final Desk CHANNEL = new Desk("CHANNEL", "370404");
    public static final Desk VILLAGE = new Desk("VILLAGE", Resident.VILLAGE);

    public RequestSpecification request() {
        return given().auth().oauth2(TestRealm.token(department, area)).contentType(ContentType.JSON);
    }

    public ValidatableResponse get(String path) {
        return request().get(path).then();
    }

    public ValidatableResponse post(String path, Object body) {
        return post(Uuid7.next().toString(), path, body);
    }

    public ValidatableResponse post(String key, String path, Object body) {
        return request().header("Idempotency-Key", key).body(body).post(path).then();
    }

    public ValidatableResponse asks(Resident resident) {
        return request()
                .body(Map.of("idNumber", resident.idNumber()))
                .post("/payables/query")
                .then();
    }

    public ValidatableResponse paysMedical(Resident resident, long yuan) {
        return post("/contributions", offer(resident, Insurance.MEDICAL, null, yuan, voucher()));
    }

    public ValidatableResponse paysPension(Resident resident, Long tier, long yuan) {
        return post("/contributions", offer(resident, Insurance.PENSION, tier, yuan, voucher()));
    }

    public static Map<String, Object> offer(
            Resident resident, Insurance insurance, Long tier, long yuan, String voucher) {
        return offer("WECHAT", resident, insurance, tier, yuan, voucher);
    }

    public static Map<String, Object> offer(
            String channel, Resident resident, Insurance insurance, Long tier, long yuan, String voucher) {
        Map<String, Object> offer = new LinkedHashMap<>();
        offer.put("idNumber", resident.idNumber());
        offer.put("insurance", insurance.name());
        if (tier != null) {
            offer.put("tier", tier * 100);
        }
        offer.put("amount", yuan * 100);
        offer.put("channel", channel);
        offer.put("voucher", voucher);
        return offer;
    }

    public static String voucher() {
        return "V" + Uuid7.next();
    }
}
