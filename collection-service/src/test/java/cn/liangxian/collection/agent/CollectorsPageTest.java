package cn.liangxian.collection.agent;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.CollectorHandoff.CollectorRegistered;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.collection.scan.Scan;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A township registers at its desk who may take contributions in its villages. */
@QuarkusTest
@Clause("yicheng-2024/四(三)1")
class CollectorsPageTest {

    private static final String TOWN = Resident.VILLAGE.substring(0, 9);
    private static final Desk TOWNSHIP = new Desk("TOWNSHIP", TOWN);
    private static final Desk ELSEWHERE = new Desk("TOWNSHIP", "370404002");
    private static final byte[] AGREEMENT = "%PDF-1.7 agreement".getBytes(StandardCharsets.US_ASCII);

    @Inject
    County county;

    @BeforeEach
    void paymentHasNotBegun() {
        county.begins("2023-10-10");
    }

    @Test
    void aTownshipRegistersAnAgentAndEverybodyConcernedReadsWhoCollectsWhere() {
        page(TOWNSHIP).body(containsString("尚未登记代办人员"), containsString("name=\"agreement\""));
        registers(TOWNSHIP, Resident.VILLAGE, "2023-10-10", "2023-12-20").statusCode(303);
        assertEquals(
                List.of(new CollectorRegistered(
                        TOWN, Resident.VILLAGE, "D-1", LocalDate.of(2023, 10, 10), LocalDate.of(2023, 12, 20))),
                county.handed(CollectorRegistered.class));
        for (Desk reader : List.of(TOWNSHIP, Desk.TAX, Desk.VILLAGE, new Desk("AUDIT_BUREAU", "370404"))) {
            page(reader)
                    .body(containsString("Agent Wang"), containsString("在任"))
                    .body(containsString(Scan.digest(AGREEMENT)));
        }
        page(Desk.TAX).body(not(containsString("name=\"agreement\"")));
        page(ELSEWHERE).body(not(containsString("Agent Wang")));
        new Desk("FINANCE", "370404").get("/desk/collectors").statusCode(403);
        county.opens("2023-12-20");
        page(TOWNSHIP).body(not(containsString("不在任")));
        county.opens("2023-12-21");
        page(TOWNSHIP).body(containsString("不在任"));
        TOWNSHIP.request()
                .cookie("language", "en")
                .get("/desk/collectors")
                .then()
                .body(containsString("Registered agents"), not(containsString("代办")));
    }

    @Test
    void whatIsWrongIsRefusedAndTheFieldIsNamed() {
        registers(TOWNSHIP, Resident.VILLAGE, "2023-10-10", "2023-10-09")
                .statusCode(422)
                .body(containsString("结束日期：早于代办起始日"));
        registers(TOWNSHIP, Resident.VILLAGE, "", "2023-12-20").statusCode(400).body(containsString("开始日期：必填"));
        registers(TOWNSHIP, Resident.VILLAGE, "tomorrow", "2023-12-20")
                .statusCode(400)
                .body(containsString("日期格式不正确：tomorrow"));
        registers(TOWNSHIP, Resident.VILLAGE, "2023-10-10", "2023-12-20", new byte[0])
                .statusCode(400)
                .body(containsString("代办协议：必填"));
        registers(TOWNSHIP, "370404002001", "2023-10-10", "2023-12-20").statusCode(404);
        registers(Desk.TAX, Resident.VILLAGE, "2023-10-10", "2023-12-20").statusCode(403);
        registers(Desk.VILLAGE, Resident.VILLAGE, "2023-10-10", "2023-12-20").statusCode(403);
        assertEquals(List.of(), county.handed(CollectorRegistered.class));
    }

    private static ValidatableResponse page(Desk desk) {
        return desk.get("/desk/collectors").statusCode(200);
    }

    private static ValidatableResponse registers(Desk desk, String village, String from, String until) {
        return registers(desk, village, from, until, AGREEMENT);
    }

    private static ValidatableResponse registers(
            Desk desk, String village, String from, String until, byte[] agreement) {
        return desk.request()
                .redirects()
                .follow(false)
                .contentType("multipart/form-data")
                .multiPart("village", village)
                .multiPart("number", "D-1")
                .multiPart("name", "Agent Wang")
                .multiPart("from", from)
                .multiPart("until", until)
                .multiPart("key", Uuid7.next().toString())
                .multiPart("agreement", "agreement.pdf", agreement, "application/pdf")
                .post("/desk/collectors")
                .then();
    }
}
