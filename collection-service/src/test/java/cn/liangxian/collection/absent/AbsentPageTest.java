package cn.liangxian.collection.absent;

import static cn.liangxian.collection.Desk.CHANNEL;
import static cn.liangxian.collection.Desk.TAX;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.CollectorHandoff.AbsentResidentsListed;
import cn.liangxian.collection.CollectorHandoff.AbsentResidentsNotified;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A township lists at its desk who works elsewhere, and whom it told to pay. */
@QuarkusTest
@Clause("yicheng-2024/五(一)-c")
class AbsentPageTest {

    private static final Desk TOWNSHIP = new Desk("TOWNSHIP", "370404001");
    private static final Desk ELSEWHERE = new Desk("TOWNSHIP", "370404002");

    @Inject
    County county;

    private final Resident far = Resident.ordinary();
    private final Resident farther = Resident.ordinary();

    @BeforeEach
    void theTownshipIsInsured() {
        county.begins("2023-10-21");
        county.insuresMedical(far, farther);
    }

    @Test
    void aTownshipListsThemAsTheyArePastedTellsThoseChosenAndSeesWhoHasPaid() {
        page(TOWNSHIP, "").body(containsString("name=\"residents\""), containsString("没有符合条件的记录"));
        lists(far.idNumber() + "\t上海\r\n" + Resident.ordinary().idNumber() + " 某地\n\n " + farther.idNumber()
                        + "，广东 东莞\n")
                .statusCode(200)
                .body(containsString("已登记，人数： 2；未找到应缴信息、未登记的行： 2"))
                .body(containsString(far.key()), containsString("广东 东莞"), not(containsString(far.idNumber())));
        assertEquals(2, county.handed(AbsentResidentsListed.class).get(0).residents());
        tells(TOWNSHIP, Map.of("person", far.key(), "means", "PHONE"))
                .statusCode(303)
                .header("Location", containsString("/desk/absent?left=1"));
        TOWNSHIP.get("/desk/absent?left=1").body(containsString("仍欠费且未通知的人数： 1"), containsString("2023-10-21 电话"));
        CHANNEL.paysMedical(far, 380).statusCode(201);
        page(TOWNSHIP, "SETTLED").body(containsString(far.key()), not(containsString(farther.key())));
        page(TOWNSHIP, "SETTLED").body(not(containsString("value=\"" + far.key() + "\"")));
        page(TOWNSHIP, "TO_TELL").body(containsString("value=\"" + farther.key() + "\""));
        tells(TOWNSHIP, Map.of("none", "true")).statusCode(303);
        List<AbsentResidentsNotified> told = county.handed(AbsentResidentsNotified.class);
        assertEquals(
                List.of(List.of(1, 0, 1), List.of(1, 1, 1)),
                told.stream()
                        .map(each -> List.of(each.told(), each.settled(), each.left()))
                        .toList());
        page(TAX, "").body(containsString(far.key()), not(containsString("/desk/absent/tell")));
        page(ELSEWHERE, "").body(not(containsString(far.key())));
        new Desk("FINANCE", "370404").get("/desk/absent").statusCode(403);
        TOWNSHIP.request()
                .cookie("language", "en")
                .get("/desk/absent?state=TOLD")
                .then()
                .body(containsString("Residents working elsewhere"), not(containsString("通知")));
    }

    @Test
    void thatNobodyWorksElsewhereIsSaidToo() {
        sent(TOWNSHIP, "", Map.of("none", "true")).statusCode(200).body(containsString("已登记，人数： 0"));
        assertEquals(0, county.handed(AbsentResidentsListed.class).get(0).residents());
    }

    @Test
    void whatIsWrongIsRefusedAndTheFieldIsNamed() {
        lists(" \n").statusCode(400).body(containsString("居民：请填写"));
        lists(far.idNumber() + " 上海\n" + farther.idNumber()).statusCode(400).body(containsString("第2行所在地：必填"));
        sent(TOWNSHIP, "", Map.of("none", "true", "residents", "x y")).statusCode(400);
        sent(TAX, "", Map.of("none", "true")).statusCode(403);
        lists(far.idNumber() + " 上海").statusCode(200);
        tells(TOWNSHIP, Map.of("means", "PHONE")).statusCode(400).body(containsString("人员：请勾选已通知的人员"));
        tells(TOWNSHIP, Map.of("person", far.key())).statusCode(400).body(containsString("通知方式：必填"));
        tells(TOWNSHIP, Map.of("person", farther.key(), "means", "PHONE"))
                .statusCode(422)
                .body(containsString("未登记为异地打工居民"));
        tells(ELSEWHERE, Map.of("person", far.key(), "means", "PHONE")).statusCode(422);
        tells(Desk.VILLAGE, Map.of("person", far.key(), "means", "PHONE")).statusCode(403);
        TOWNSHIP.get("/desk/absent?state=LOST").statusCode(400);
        assertEquals(List.of(), county.handed(AbsentResidentsNotified.class));
    }

    private static ValidatableResponse page(Desk desk, String state) {
        return desk.get("/desk/absent?state=" + state).statusCode(200);
    }

    private static ValidatableResponse lists(String residents) {
        return sent(TOWNSHIP, "", Map.of("residents", residents));
    }

    private static ValidatableResponse tells(Desk desk, Map<String, String> fields) {
        return sent(desk, "/tell", fields);
    }

    private static ValidatableResponse sent(Desk desk, String what, Map<String, String> fields) {
        return desk.request()
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .formParam("key", Uuid7.next().toString())
                .post("/desk/absent" + what)
                .then();
    }
}
