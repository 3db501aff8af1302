package cn.liangxian.collection.link;

import static cn.liangxian.collection.Desk.CHANNEL;
import static cn.liangxian.collection.Desk.TAX;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.AnomalyHandoff.AnomalyClosed;
import cn.liangxian.collection.AnomalyHandoff.AnomalyRaised;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
@Clause("yicheng-2024/四(四)2")
class LinkingTest {

    private static final Desk MEDICAL = new Desk("MEDICAL_INSURANCE", "370404");

    @Inject
    County county;

    private final Resident resident = Resident.ordinary();

    @BeforeEach
    void paymentHasBegun() {
        county.begins("2023-10-21");
    }

    @Test
    void everyStateAndStepOfAnAnomalyIsInItsTable() {
        assertEquals(EnumSet.allOf(LinkState.class), EnumSet.copyOf(LinkState.LIFE.reachable()));
        assertEquals(EnumSet.allOf(LinkState.Step.class), EnumSet.copyOf(LinkState.LIFE.steps()));
    }

    @Test
    void theLinesOfBothInsurancesAreLinkedToOnePersonByThemselves() {
        county.insuresMedical(resident);
        county.insuresPension(350, resident);
        CHANNEL.asks(resident)
                .body("personKey", equalTo(resident.key()))
                .body("payables.insurance", equalTo(List.of("PENSION", "MEDICAL")));
        assertEquals(0, county.handed(AnomalyRaised.class).size());
    }

    @Test
    void anIdNumberOfTwoPersonsIsAnAnomalyVisibleUntilItIsKnownWhoseItIs() {
        Resident other = new Resident(
                Uuid7.next().toString(), resident.idNumber(), "另一居民", Resident.VILLAGE, resident.birth(), List.of());
        county.insuresMedical(resident);
        county.insuresMedical(other);
        CHANNEL.paysMedical(resident, 380).statusCode(409).body("code", equalTo("payer-ambiguous"));
        assertEquals(
                "ID_NUMBER_SHARED", county.handed(AnomalyRaised.class).get(0).kind());
        String id = MEDICAL.get("/link-anomalies")
                .body("personKey", equalTo(List.of(other.key())))
                .body("otherKey", equalTo(List.of(resident.key())))
                .extract()
                .path("[0].anomalyId");
        new Desk("SOCIAL_INSURANCE", "370404").get("/link-anomalies").body("size()", equalTo(0));
        closes(id, null)
                .statusCode(422)
                .body("code", equalTo("link-rightful-bearer"))
                .body("errors[0].message", equalTo("须为共用该号码的两人之一"));
        closes(id, "somebody").statusCode(422);
        county.opens("2023-10-23");
        TAX.get("/link-anomalies").body("size()", equalTo(1));
        closes(id, resident.key()).statusCode(201).body("state", equalTo("CLOSED"));
        closes(id, resident.key()).statusCode(409).body("code", equalTo("link-anomaly-closed"));
        TAX.get("/link-anomalies").body("size()", equalTo(0));
        TAX.get("/link-anomalies?state=CLOSED").body("[0].closedOn", equalTo("2023-10-23"));
        CHANNEL.paysMedical(resident, 380).statusCode(201).body("personKey", equalTo(resident.key()));
        assertEquals(
                LocalDate.of(2023, 10, 23),
                county.handed(AnomalyClosed.class).get(0).on());
    }

    @Test
    void onePersonWithAnotherNameInTheOtherInsuranceIsAnAnomaly() {
        county.insuresMedical(resident);
        county.insuresPension(
                350,
                new Resident(
                        resident.key(), resident.idNumber(), "曾用名", Resident.VILLAGE, resident.birth(), List.of()));
        String id = TAX.get("/link-anomalies")
                .body("kind", equalTo(List.of("IDENTITY_DIFFERS")))
                .extract()
                .path("[0].anomalyId");
        MEDICAL.post("/link-anomalies/" + id + "/closing", Map.of("finding", "更名"))
                .statusCode(404);
        ValidatableResponse closed = TAX.post("/link-anomalies/" + id + "/closing", Map.of("finding", "更名"));
        closed.statusCode(201).body("finding", equalTo("更名"));
    }

    private static ValidatableResponse closes(String id, String rightful) {
        Map<String, Object> closing = new java.util.HashMap<>(Map.of("finding", "户籍核实"));
        closing.put("rightful", rightful);
        return MEDICAL.post("/link-anomalies/" + id + "/closing", closing);
    }
}
