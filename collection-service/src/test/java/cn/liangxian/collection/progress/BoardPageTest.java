package cn.liangxian.collection.progress;

import static cn.liangxian.collection.Desk.CHANNEL;
import static cn.liangxian.collection.Desk.TAX;
import static cn.liangxian.collection.Desk.VILLAGE;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The campaign board: where each township stands beside its last year and its target, and what each channel brought. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class BoardPageTest {

    private static final String OTHER = "370404002001";

    @Inject
    County county;

    @BeforeEach
    void threeOweTwoPayAndOneChannelIsInterrupted() {
        county.begins("2023-10-26");
        Resident here = Resident.ordinary();
        Resident there = Resident.ordinary().of(OTHER);
        county.insuresMedical(here, there, Resident.ordinary().of(OTHER));
        pays("WECHAT", here);
        pays("COUNTER", there);
        TAX.post(
                        "/progress/last-year",
                        Map.of("villages", List.of(before(Resident.VILLAGE, 100, 96), before(OTHER, 300, 200))))
                .statusCode(201);
        CHANNEL.post("/channels/WECHAT/interruptions", Map.of("since", "2023-10-26T09:30", "cause", "系统维护"))
                .statusCode(201);
    }

    @Test
    void theLastYearAndTheTargetStandApartInBothLanguages() {
        String zh = row(board(TAX, "zh"), "66.66%");
        String en = row(board(TAX, "en"), "66.66%");
        for (String row : List.of(zh, en)) {
            assertTrue(row.contains("50.00%"), row);
            assertTrue(row.contains("<td class=\"n\">66.66%</td><td class=\"n\">-16.66</td>"), row);
        }
        assertTrue(zh.contains("低于目标</span> 66.66%"), zh);
        assertTrue(en.contains("below target</span> 66.66%"), en);
        assertTrue(board(TAX, "zh").contains("<span>上年全期</span><b>74.00%</b>"));
        assertTrue(board(TAX, "en").contains("<span>Last year in all</span><b>74.00%</b>"));
    }

    @Test
    void ofATownshipEachVillageHasItsDueAndPaidAndItsOwnLastYear() {
        String township = OTHER.substring(0, 9);
        assertTrue(board(TAX, "zh").contains("href=\"/desk/board?insurance=MEDICAL&amp;township=" + township + "\""));
        String page = TAX.request()
                .cookie("language", "zh")
                .get("/desk/board?insurance=MEDICAL&township=" + township)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String village = row(page, "001</td>");
        assertTrue(village.contains("<td class=\"n\">2</td><td class=\"n\">1</td>"), village);
        assertTrue(village.contains("760.00") && village.contains("380.00"), village);
        assertTrue(village.contains("50.00%") && village.contains("-16.66"), village);
        assertTrue(row(page, "微信").contains("0.00%"), "it was paid in another township");
        assertFalse(new Desk("VILLAGE", Resident.VILLAGE)
                .request()
                .get("/desk/board?township=" + township)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .contains("760.00"));
    }

    @Test
    void aChannelIsShownWithWhatItBroughtItsShareAndThatItIsInterruptedNow() {
        String zh = row(board(TAX, "zh"), "微信");
        assertTrue(zh.contains("380.00") && zh.contains("width:50%") && zh.contains("50.00%"), zh);
        assertTrue(zh.contains("<span class=\"mark late\">中断</span> <small>自 10-26 09:30"), zh);
        assertTrue(row(board(TAX, "zh"), "窗口").contains("正常"));
        assertTrue(board(TAX, "en").contains("<span class=\"mark late\">interrupted</span>"));
        CHANNEL.post("/channels/WECHAT/restorations", Map.of("at", "2023-10-26T10:30"))
                .statusCode(201);
        assertFalse(board(TAX, "zh").contains("中断</span>"));
    }

    @Test
    void whatTheBoardShowsIsThereForMachines() {
        TAX.get("/takings/channels?insurance=MEDICAL")
                .statusCode(200)
                .body("find { it.code == 'WECHAT' }.fen", equalTo(38_000))
                .body("find { it.code == 'WECHAT' }.now", equalTo("INTERRUPTED"));
        TAX.get("/takings/days?insurance=MEDICAL").statusCode(200).body("fen", equalTo(List.of(76_000)));
        new Desk("VILLAGE", OTHER).get("/takings/days?insurance=MEDICAL").body("fen", equalTo(List.of(38_000)));
        TAX.get("/takings/days").statusCode(400);
        CHANNEL.get("/takings/days?insurance=MEDICAL").statusCode(403);
    }

    @Test
    void aVillageSeesItsOwnShareOfAChannelAndOtherDepartmentsNothing() {
        assertTrue(row(board(VILLAGE, "zh"), "微信").contains("100.00%"));
        assertTrue(row(board(new Desk("VILLAGE", OTHER), "zh"), "微信").contains("0.00%"));
        CHANNEL.get("/desk/board").statusCode(403);
    }

    @Test
    void whatIsNotKnownOfTheLastYearIsNotMadeUp() {
        county.begins("2023-10-26");
        county.insuresMedical(Resident.ordinary());
        assertTrue(board(TAX, "zh").contains("<td class=\"n\">—</td><td class=\"n\"></td>"));
    }

    @Test
    void theSumsOfTheChannelsAreThoseOfAllPaymentsBeforeAndAfterTheyAreSummedUp() {
        BoardSums.agree(county);
        long rows = county.count("select count(*) from channel_taking");
        Resident one = Resident.ordinary();
        county.insuresMedical(one);
        pays("WECHAT", one);
        assertEquals(rows + 1, county.count("select count(*) from channel_taking"));
        BoardSums.agree(county);
        county.opens("2023-10-27");
        assertEquals(rows, county.count("select count(*) from channel_taking"), "one for each village and channel");
        BoardSums.agree(county);
    }

    private static void pays(String channel, Resident resident) {
        CHANNEL.post("/contributions", Desk.offer(channel, resident, Insurance.MEDICAL, null, 380, Desk.voucher()))
                .statusCode(201);
    }

    private static Map<String, Object> before(String village, int people, int paid) {
        return Map.of("village", village, "insurance", "MEDICAL", "people", people, "peoplePaid", paid);
    }

    private static String board(Desk desk, String language) {
        return desk.request()
                .cookie("language", language)
                .get("/desk/board")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** The first row of a table that has the text. */
    private static String row(String page, String text) {
        for (String row : page.split("<tr>")) {
            int end = row.indexOf("</tr>");
            if (end > 0 && row.substring(0, end).contains(text)) {
                return row.substring(0, end);
            }
        }
        throw new AssertionError("no row of " + text + " in " + page);
    }
}
