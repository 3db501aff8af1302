package cn.liangxian.collection.remittance;

import static cn.liangxian.collection.Desk.CHANNEL;
import static cn.liangxian.collection.Desk.VILLAGE;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.CollectionHandoff.CashRemitted;
import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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
    }

    @Test
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

    @SafeVarargs
    private static Map<String, Object> declaration(Map<String, Object>... lines) {
        return declaration(List.of(lines));
    }

    private static Map<String, Object> declaration(List<Map<String, Object>> lines) {
        Map<String, Object> declaration = new LinkedHashMap<>();
        declaration.put("village", Resident.VILLAGE);
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
        line.put("receiptNo", receipt);
        return line;
    }
}
