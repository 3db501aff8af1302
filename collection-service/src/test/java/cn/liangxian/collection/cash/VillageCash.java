package cn.liangxian.collection.cash;

import static cn.liangxian.collection.debit.TownshipPapers.TOWN;

import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.collection.scan.PictureTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cash as a village takes it: of whom its township listed, by a registered collector, with the marks of three. */
final class VillageCash {

    static final String HOME = TOWN + "201";
    static final Desk TOWNSHIP = new Desk("TOWNSHIP", TOWN);
    static final Desk VILLAGE = new Desk("VILLAGE", HOME);
    private static int images;

    private VillageCash() {}

    static void registersACollector() {
        TOWNSHIP.post(
                        "/agents",
                        Map.of(
                                "agents",
                                List.of(Map.of(
                                        "village",
                                        HOME,
                                        "number",
                                        "X-1",
                                        "name",
                                        "社保协理员",
                                        "agreementDigest",
                                        "digest",
                                        "from",
                                        "2023-09-01",
                                        "until",
                                        "2023-12-20"))))
                .statusCode(201);
    }

    static ValidatableResponse takes(Resident resident, long yuan, List<Map<String, Object>> marks) {
        return VILLAGE.post("/cash-entries", taking(resident, yuan, marks));
    }

    static Map<String, Object> taking(Resident resident, long yuan, List<Map<String, Object>> marks) {
        Map<String, Object> taking = new LinkedHashMap<>();
        taking.put("village", HOME);
        taking.put("collector", "X-1");
        taking.put("head", "村党支部书记");
        taking.put("idNumber", resident.idNumber());
        taking.put("insurance", "MEDICAL");
        taking.put("amount", yuan * 100);
        taking.put("marks", marks);
        return taking;
    }

    static Map<String, Object> payers(Resident... residents) {
        List<Map<String, Object>> payers = new ArrayList<>();
        for (Resident resident : residents) {
            payers.add(Map.of("idNumber", resident.idNumber(), "reason", "无银行账户、无手机"));
        }
        return Map.of("payers", payers);
    }

    static List<Map<String, Object>> marks() {
        List<Map<String, Object>> marks = new ArrayList<>();
        for (String role : List.of("PAYER", "COLLECTOR", "HEAD")) {
            marks.add(mark(role, "SIGNATURE", image()));
            marks.add(mark(role, "FINGERPRINT", image()));
        }
        return marks;
    }

    static Map<String, Object> mark(String role, String kind, String image) {
        return Map.of("role", role, "kind", kind, "image", image);
    }

    /** No two are equal. */
    static String image() {
        return Base64.getEncoder().encodeToString(PictureTest.marked(++images));
    }
}
