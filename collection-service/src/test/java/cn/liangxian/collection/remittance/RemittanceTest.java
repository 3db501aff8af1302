package cn.liangxian.collection.remittance;

import static cn.liangxian.collection.Desk.CHANNEL;
import static cn.liangxian.collection.Desk.VILLAGE;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.CollectionHandoff.CashRemitted;
import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectorHandoff.CashRetained;
import cn.liangxian.collection.CollectorHandoff.CollectorRegistered;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class RemittanceTest {

    private static final Desk TOWNSHIP = new Desk("TOWNSHIP", "370404001");

    @Inject
    County county;

    private final Resident first = Resident.ordinary();
    private final Resident second = Resident.ordinary();
    private final Resident third = Resident.born("1958-01-01");

    @BeforeEach
    void theVillageIsInsured() {
        county.begins("2023-10-21");
        county.insuresMedical(first, second, third);
        county.insuresPension(350, first);
        registers(TOWNSHIP, Resident.VILLAGE, "A-1", "2023-10-21", "2023-12-20").statusCode(201);
    }

    @Test
    @Clause("yicheng-2024/四(三)1")
    void allRowsOfAnAgentAreTaken() {
        VILLAGE.post(
                        "/remittances",
                        declaration(
                                line(first, Insurance.MEDICAL, null, 380, "r1"),
                                line(first, Insurance.PENSION, 500L, 500, "r2"),
                                line(third, Insurance.MEDICAL, null, 190, "r3")))
                .statusCode(201)
                .body("taken.size()", equalTo(3))
                .body("refusals.size()", equalTo(0))
                .body("total", equalTo(107000));
        List<ContributionPaid> paid = county.handed(ContributionPaid.class);
        assertEquals(3, paid.size());
        paid.forEach(p -> assertEquals("VILLAGE_AGENT", p.channel()));
        CashRemitted remitted = county.handed(CashRemitted.class).get(0);
        assertEquals(Fen.ofYuan(1070), remitted.total());
        assertEquals("370404001", remitted.township());
        assertEquals(3, remitted.accepted());
    }

    @Test
    void whenTheDeclaredCountOrTotalDisagreesNothingIsApplied() {
        Map<String, Object> one = declaration(line(first, Insurance.MEDICAL, null, 380, "r1"));
        one.put("declaredCount", 2);
        VILLAGE.post("/remittances", one).statusCode(422).body("code", equalTo("remittance-count-differs"));
        Map<String, Object> other = declaration(line(first, Insurance.MEDICAL, null, 380, "r1"));
        other.put("declaredTotal", 38001);
        VILLAGE.post("/remittances", other).statusCode(422).body("code", equalTo("remittance-total-differs"));
        assertEquals(0, county.handed(ContributionPaid.class).size());
        assertEquals(0, county.handed(CashRemitted.class).size());
        assertEquals(0, county.count("select count(*) from payment"));
    }

    @Test
    void rowsThatCannotBeTakenAreRefusedEachWithItsReasonAndTheOthersTaken() {
        CHANNEL.paysMedical(second, 380).statusCode(201);
        Resident neighbour = Resident.ordinary().of("370404001004");
        county.insuresMedical(neighbour);
        VILLAGE.post(
                        "/remittances",
                        declaration(
                                line(first, Insurance.MEDICAL, null, 380, "r1"),
                                line(second, Insurance.MEDICAL, null, 380, "r2"),
                                line(third, Insurance.MEDICAL, null, 380, "r3"),
                                line(first, Insurance.MEDICAL, null, 380, "r4"),
                                line(first, Insurance.PENSION, 350L, 350, "r1"),
                                line(neighbour, Insurance.MEDICAL, null, 380, "r5"),
                                line(Resident.ordinary(), Insurance.MEDICAL, null, 380, "r6"),
                                line(first, Insurance.PENSION, 100L, 100, "r7")))
                .statusCode(201)
                .body("taken.receiptNo", equalTo(List.of("r1")))
                .body("refusals.row", equalTo(List.of(2, 3, 4, 5, 6, 7, 8)))
                .body(
                        "refusals.code",
                        equalTo(List.of(
                                "ALREADY_SETTLED",
                                "amount-differs",
                                "ALREADY_SETTLED",
                                "voucher-taken",
                                "payer-unknown",
                                "payer-unknown",
                                "tier-not-allowed")))
                .body("refusals[0].message", equalTo("已无应缴"), "refusals[0].messageEn", equalTo("nothing is owed"))
                .body("refusals[3].message", equalTo("凭证号已用于其他缴费"))
                .body("refusals[4].message", equalTo("未找到应缴信息"))
                .body("total", equalTo(38000))
                .body("handedBack", equalTo((380 + 380 + 380 + 350 + 380 + 380 + 100) * 100));
        assertEquals(2, county.handed(ContributionPaid.class).size());
        CashRemitted remitted = county.handed(CashRemitted.class).get(0);
        assertEquals(7, remitted.refused());
        assertEquals(Fen.ofYuan(380), remitted.total());
    }

    @Test
    void theSameRemittanceTwiceIsOneAndItsReceiptsUnderAnotherKeyAreRefused() {
        String key = Uuid7.next().toString();
        Map<String, Object> declaration = declaration(line(first, Insurance.MEDICAL, null, 380, "r1"));
        String id = VILLAGE.post(key, "/remittances", declaration).extract().path("remittanceId");
        VILLAGE.post(key, "/remittances", declaration).statusCode(201).body("remittanceId", equalTo(id));
        VILLAGE.post("/remittances", declaration).statusCode(201).body("taken.size()", equalTo(0));
        assertEquals(1, county.handed(ContributionPaid.class).size());
    }

    @Test
    void anAgentRemitsForItsOwnVillageWhileAgentsMayCollect() {
        Map<String, Object> declaration = declaration(line(first, Insurance.MEDICAL, null, 380, "r1"));
        new Desk("VILLAGE", "370404002").post("/remittances", declaration).statusCode(404);
        Desk.TAX.post("/remittances", declaration).statusCode(403);
        county.opens("2023-12-21");
        VILLAGE.post("/remittances", declaration).statusCode(409).body("code", equalTo("channel-closed"));
        assertEquals(0, county.count("select count(*) from payment"));
    }

    @Test
    void aThousandRowsAreTakenTogether() {
        Resident[] village =
                java.util.stream.Stream.generate(Resident::ordinary).limit(900).toArray(Resident[]::new);
        county.insuresMedical(village);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Resident resident : village) {
            lines.add(line(resident, Insurance.MEDICAL, null, 380, "r" + lines.size()));
        }
        VILLAGE.post("/remittances", declaration(lines)).statusCode(201).body("taken.size()", equalTo(900));
        assertEquals(900, county.handed(ContributionPaid.class).size());
    }

    @Test
    @Clause("yicheng-2024/四(三)1")
    void onlyARegisteredAgentOfThatVillageRemitsWithinTheDaysOfTheRegistration() {
        Resident neighbour = Resident.ordinary().of("370404001004");
        county.insuresMedical(neighbour);
        registers(TOWNSHIP, "370404001004", "A-2", "2023-10-22", "2023-11-30").statusCode(201);
        registers(TOWNSHIP, "370404002001", "A-3", "2023-10-22", "2023-11-30").statusCode(404);
        registers(VILLAGE, Resident.VILLAGE, "A-4", "2023-10-22", "2023-11-30").statusCode(403);
        registers(TOWNSHIP, Resident.VILLAGE, "A-5", "2023-10-22", "2023-10-21")
                .statusCode(422)
                .body("code", equalTo("agent-period-reversed"));
        Map<String, Object> another = declaration(line(first, Insurance.MEDICAL, null, 380, "r1"));
        another.put("agent", "A-2");
        VILLAGE.post("/remittances", another).statusCode(422).body("code", equalTo("agent-not-registered"));
        Desk there = new Desk("VILLAGE", "370404001004");
        Map<String, Object> own = declaration(line(neighbour, Insurance.MEDICAL, null, 380, "r2"));
        own.put("village", "370404001004");
        own.put("agent", "A-2");
        there.post("/remittances", own).statusCode(422).body("code", equalTo("agent-not-registered"));
        county.opens("2023-10-22");
        there.post("/remittances", own).statusCode(201).body("taken.size()", equalTo(1));
        county.opens("2023-12-01");
        own.put("lines", List.of(line(neighbour, Insurance.MEDICAL, null, 380, "r3")));
        there.post("/remittances", own).statusCode(422).body("code", equalTo("agent-not-registered"));
        TOWNSHIP.get("/agents").body("number", equalTo(List.of("A-1", "A-2")));
        Map<String, String> one = TOWNSHIP.get("/agents?limit=1").extract().path("[0]");
        String last = one.get("village") + "/" + one.get("number") + "/" + one.get("from");
        TOWNSHIP.get("/agents?after=" + last).body("number", equalTo(List.of("A-2")));
        assertEquals(2, county.handed(CollectorRegistered.class).size());
    }

    @Test
    @Clause("yicheng-2024/五(十)-b")
    void aSchoolDoesNotRemit() {
        new Desk("SCHOOL", Resident.VILLAGE)
                .post("/remittances", declaration(line(first, Insurance.MEDICAL, null, 380, "r1")))
                .statusCode(403)
                .body("code", equalTo("not-a-collector"));
    }

    @Test
    @Clause("yicheng-2024/六(二)-b")
    void cashMayBeHeldSevenDaysAndNoLonger() {
        county.opens("2023-10-28");
        VILLAGE.post("/remittances", declaration(line(first, Insurance.MEDICAL, null, 380, "r1")))
                .statusCode(201);
        assertEquals(0, county.handed(CashRetained.class).size());
        county.opens("2023-10-29");
        VILLAGE.post("/remittances", declaration(line(second, Insurance.MEDICAL, null, 380, "r2")))
                .statusCode(201);
        CashRetained retained = county.handed(CashRetained.class).get(0);
        assertEquals(8, retained.days());
        assertEquals(LocalDate.of(2023, 10, 21), retained.since());
        assertEquals(Fen.ofYuan(760), retained.mostHeld(), "what was handed in the day before was held then, too");
        assertEquals("A-1", retained.agent());
        assertEquals(true, retained.assumed(), "严禁出现滞留资金 names neither days nor amount");
    }

    @Test
    @Clause("yicheng-2024/六(二)-b")
    void noMoreCashThanTheLimitMayBeHeldOverTheEndOfADay() {
        Resident[] village =
                java.util.stream.Stream.generate(Resident::ordinary).limit(53).toArray(Resident[]::new);
        county.insuresMedical(village);
        county.opens("2023-10-22");
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Resident resident : village) {
            Map<String, Object> line = line(resident, Insurance.MEDICAL, null, 380, "m" + lines.size());
            // 52 of 380 are 19,760; the last of the day is handed in on the day itself
            line.put("receivedOn", lines.size() < 52 ? "2023-10-21" : "2023-10-22");
            lines.add(line);
        }
        VILLAGE.post("/remittances", declaration(lines)).statusCode(201).body("taken.size()", equalTo(53));
        assertEquals(0, county.handed(CashRetained.class).size());
        VILLAGE.post("/remittances", declaration(line(first, Insurance.MEDICAL, null, 380, "r1")))
                .statusCode(201);
        assertEquals(
                Fen.ofYuan(53 * 380), county.handed(CashRetained.class).get(0).mostHeld());
    }

    @Test
    void aReceiptDatedAfterTodayIsRefusedWithItsRow() {
        Map<String, Object> ahead = line(first, Insurance.MEDICAL, null, 380, "r1");
        ahead.put("receivedOn", "2023-10-22");
        VILLAGE.post("/remittances", declaration(ahead))
                .statusCode(422)
                .body("code", equalTo("remittance-received-ahead"))
                .body("detail", equalTo("当前业务日为2023-10-21"), "detailEn", equalTo("today is 2023-10-21"))
                .body("errors[0].row", equalTo(1), "errors[0].message", equalTo("2023-10-22"));
    }

    private static ValidatableResponse registers(Desk desk, String village, String number, String from, String until) {
        return desk.post(
                "/agents",
                Map.of(
                        "agents",
                        List.of(Map.of(
                                "village", village,
                                "number", number,
                                "name", "代办人",
                                "agreementDigest", "digest",
                                "from", from,
                                "until", until))));
    }

    @SafeVarargs
    private static Map<String, Object> declaration(Map<String, Object>... lines) {
        return declaration(List.of(lines));
    }

    private static Map<String, Object> declaration(List<Map<String, Object>> lines) {
        Map<String, Object> declaration = new LinkedHashMap<>();
        declaration.put("village", Resident.VILLAGE);
        declaration.put("agent", "A-1");
        declaration.put("declaredCount", lines.size());
        declaration.put(
                "declaredTotal",
                lines.stream().mapToLong(l -> (Long) l.get("amount")).sum());
        declaration.put("lines", lines);
        return declaration;
    }

    private static Map<String, Object> line(
            Resident resident, Insurance insurance, Long tier, long yuan, String receipt) {
        Map<String, Object> line = Desk.offer(resident, insurance, tier, yuan, null);
        line.remove("channel");
        line.remove("voucher");
        line.put("receivedOn", "2023-10-21");
        line.put("receiptNo", receipt);
        return line;
    }
}
