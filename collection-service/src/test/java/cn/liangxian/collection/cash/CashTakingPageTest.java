package cn.liangxian.collection.cash;

import static cn.liangxian.collection.debit.TownshipPapers.TOWN;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.CashHandoff.CashSettled;
import cn.liangxian.collection.CashHandoff.CashTaken;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.collection.scan.PictureTest;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cash at the desk of a village: taken with the marks of three, numbered, and paid in the same day. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class CashTakingPageTest {

    private static final String HOME = TOWN + "201";
    private static final Desk TOWNSHIP = new Desk("TOWNSHIP", TOWN);
    private static final Desk VILLAGE = new Desk("VILLAGE", HOME);

    @Inject
    County county;

    private final Resident resident = Resident.ordinary().of(HOME);
    private int images;

    @BeforeEach
    void aResidentIsInsured() {
        county.begins("2023-10-10");
        county.insuresMedical(resident);
    }

    @Test
    @Clause({"bachu-2022/第三十条(1)", "bachu-2022/第三十条(2)", "bachu-2022/第三十条(3)", "bachu-2022/第三十条(4)"})
    void aVillageTakesCashFromWhomTheTownshipListedGivesItANumberAndPaysItIn() {
        VILLAGE.get("/desk/cash-taking").statusCode(200).body(containsString("本辖区没有在任的代收人"));
        registersACollector();
        VILLAGE.get("/desk/cash-taking").body(containsString("X-1 社保协理员"), not(containsString("列入现金缴费人员")));
        takes(VILLAGE, 6).statusCode(409).body(containsString("未列入现金缴费人员"));
        lists(VILLAGE, resident.idNumber()).statusCode(403);
        lists(TOWNSHIP, Resident.ordinary().idNumber())
                .statusCode(303)
                .header("Location", containsString("/desk/cash-taking?listed=0"));
        TOWNSHIP.get("/desk/cash-taking?listed=0").body(containsString("未找到此人的应缴信息"));
        lists(TOWNSHIP, resident.idNumber()).statusCode(303).header("Location", containsString("?listed=1"));
        TOWNSHIP.get("/desk/cash-taking?listed=1").body(containsString("已列入现金缴费人员"));
        takes(VILLAGE, 5).statusCode(422).body(containsString("缺少签字或指印"));
        takes(new Desk("VILLAGE", TOWN + "202"), 6).statusCode(404);
        takes(new Desk("TAX", "653130"), 6).statusCode(403);
        takes(VILLAGE, 6)
                .statusCode(200)
                .body(containsString("已登记，收据号 <b class=\"code\">" + TOWN + "-2024-000001</b>"))
                .body(not(containsString(resident.idNumber())));
        CashTaken taken = county.handed(CashTaken.class).get(0);
        assertEquals(resident.key(), taken.personKey());
        assertEquals(6, county.count("select count(*) from cash_mark"));

        TOWNSHIP.get("/desk/cash-taking").body(containsString("/desk/cash-taking/settle"));
        typed(VILLAGE, "return", taken.entryId(), Map.of()).statusCode(422);
        typed(VILLAGE, "settle", taken.entryId(), Map.of("channel", "NONE", "voucher", "S1", "amount", "380"))
                .statusCode(422)
                .body(containsString("缴费渠道不存在"));
        typed(VILLAGE, "settle", taken.entryId(), Map.of("channel", "POS", "voucher", "S1", "amount", "380.00"))
                .statusCode(303);
        assertEquals("S1", county.handed(CashSettled.class).get(0).voucher());
        VILLAGE.get("/desk/cash-taking").body(containsString("没有滞留现金"), not(containsString("cash-taking/settle")));
        VILLAGE.request()
                .cookie("language", "en")
                .get("/desk/cash-taking")
                .then()
                .body(containsString("No cash in hand"), not(containsString("现金")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAYER", "PAYER/", "NOBODY/SIGNATURE", "PAYER/SEAL", "payer/signature"})
    void aPictureThatIsNoMarkOfOneOfTheThreeIsRefusedAsMalformed(String part) {
        VILLAGE.request()
                .contentType("multipart/form-data")
                .multiPart("collector", HOME + "/X-1")
                .multiPart(part, "mark.png", PictureTest.marked(1), "image/png")
                .post("/desk/cash-taking")
                .then()
                .statusCode(400);
    }

    private static void registersACollector() {
        Map<String, Object> agent = Map.of(
                "village", HOME,
                "number", "X-1",
                "name", "社保协理员",
                "agreementDigest", "digest",
                "from", "2023-09-01",
                "until", "2023-12-20");
        TOWNSHIP.post("/agents", Map.of("agents", List.of(agent))).statusCode(201);
    }

    private static ValidatableResponse lists(Desk desk, String idNumber) {
        return form(desk)
                .formParam("idNumber", idNumber)
                .formParam("reason", "无银行账户、无手机")
                .formParam("key", Uuid7.next().toString())
                .post("/desk/cash-taking/payer")
                .then();
    }

    private static ValidatableResponse typed(Desk desk, String what, String entry, Map<String, String> fields) {
        return form(desk)
                .formParams(fields)
                .formParam("id", entry)
                .formParam("key", Uuid7.next().toString())
                .post("/desk/cash-taking/" + what)
                .then();
    }

    private static RequestSpecification form(Desk desk) {
        return desk.request().redirects().follow(false).contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    private ValidatableResponse takes(Desk desk, int marks) {
        RequestSpecification request = desk.request()
                .contentType("multipart/form-data")
                .multiPart("collector", HOME + "/X-1")
                .multiPart("head", "party secretary")
                .multiPart("idNumber", resident.idNumber())
                .multiPart("insurance", "MEDICAL")
                .multiPart("amount", "380")
                .multiPart("key", Uuid7.next().toString());
        int given = 0;
        for (Mark.Role role : Mark.Role.values()) {
            for (Mark.Kind kind : Mark.Kind.values()) {
                byte[] image = given++ < marks ? PictureTest.marked(++images) : new byte[0];
                request.multiPart(role + "/" + kind, "mark.png", image, "image/png");
            }
        }
        return request.post("/desk/cash-taking").then();
    }
}
