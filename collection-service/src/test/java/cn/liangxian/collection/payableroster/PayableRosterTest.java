package cn.liangxian.collection.payableroster;

import static cn.liangxian.collection.Desk.CHANNEL;
import static cn.liangxian.collection.Desk.TAX;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.AnomalyHandoff.PayableRosterRefused;
import cn.liangxian.collection.CollectionHandoff.PayableRosterIssued;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.enrollment.EnrollmentHandoff.IdentityChanged;
import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class PayableRosterTest {

    private static final Desk TOWNSHIP = new Desk("TOWNSHIP", "370404001");
    private static final Desk STATION = new Desk("SOCIAL_INSURANCE", "370404");

    @Inject
    County county;

    private final Resident ordinary = Resident.ordinary();
    private final Resident sixtyFive = Resident.born("1958-01-01");
    private final Resident neighbour = Resident.ordinary().of("370404001004");
    private final Resident elsewhere = Resident.ordinary().of("370404002001");

    @BeforeEach
    void theCountyIsInsured() {
        county.begins("2023-10-16");
        county.insuresMedical(ordinary, sixtyFive, neighbour, elsewhere);
        county.insuresPension(350, ordinary);
    }

    @Test
    @Clause({"yicheng-2024/四(四)3-a", "yicheng-2024/四(四)3-b", "yicheng-2024/四(四)3-c", "yicheng-2024/五(四)-b"})
    void aRosterGoesOutWhenEveryReviewerOfThePolicyHasReviewedIt() {
        String id = draw();
        TAX.post("/payable-rosters/" + id + "/reviews", Map.of())
                .statusCode(201)
                .body("state", equalTo("IN_REVIEW"));
        TAX.post("/payable-rosters/" + id + "/reviews", Map.of()).body("awaited", equalTo(List.of("SOCIAL_INSURANCE")));
        assertEquals(0, county.handed(PayableRosterIssued.class).size());
        TOWNSHIP.get("/payable-rosters/" + id + "/file").statusCode(409);
        STATION.post("/payable-rosters/" + id + "/reviews", Map.of()).body("state", equalTo("ISSUED"));
        STATION.post("/payable-rosters/" + id + "/reviews", Map.of()).body("state", equalTo("ISSUED"));
        List<PayableRosterIssued> issued = county.handed(PayableRosterIssued.class);
        assertEquals(1, issued.size());
        assertEquals(4, issued.get(0).lines());
        assertEquals(Fen.ofYuan(3 * 380 + 350), issued.get(0).total());
        assertEquals("370404001", issued.get(0).township());
        assertEquals(
                List.of(Department.SOCIAL_INSURANCE, Department.TAX),
                issued.get(0).reviewers());
    }

    @Test
    void aReviewByAnotherDepartmentOrOfAnotherVersionDoesNotCount() {
        String id = draw();
        TOWNSHIP.post("/payable-rosters/" + id + "/reviews", Map.of())
                .statusCode(403)
                .body("code", equalTo("not-a-reviewer"))
                .body("detail", containsString("税务"), "detailEn", containsString("tax"));
        TAX.post("/payable-rosters/" + id + "/reviews", Map.of("digest", "another"))
                .statusCode(422)
                .body("code", equalTo("payable-roster-digest-differs"));
        new Desk("TAX", "653130")
                .post("/payable-rosters/" + id + "/reviews", Map.of())
                .statusCode(404);
        TAX.get("/payable-rosters?township=370404001").body("[0].reviewed.size()", equalTo(0));
    }

    @Test
    @Clause("yicheng-2024/四(四)3-b")
    void whatAReviewerFindsWrongInAVillageIsCorrectedAndReviewedAgainByBoth() {
        String wrong = draw();
        STATION.get("/payable-rosters/" + wrong + "/villages")
                .body("village", equalTo(List.of("370404001003", "370404001004")))
                .body("medicalLines", equalTo(List.of(2, 1)))
                .body("medicalDue", equalTo(List.of(76000, 38000)))
                .body("pensionLines", equalTo(List.of(1, 0)))
                .body("pensionDue", equalTo(List.of(35000, 0)));
        CHANNEL.get("/payable-rosters/" + wrong + "/villages").statusCode(403);
        TAX.post("/payable-rosters/" + wrong + "/reviews", Map.of()).statusCode(201);
        refuses(TAX, wrong).statusCode(409).body("code", equalTo("payable-roster-already-reviewed"));
        refuses(TOWNSHIP, wrong).statusCode(403).body("code", equalTo("not-a-reviewer"));
        STATION.post("/payable-rosters/" + wrong + "/refusals", Map.of("reason", "", "villages", List.of()))
                .statusCode(400);
        refuses(STATION, wrong)
                .statusCode(201)
                .body("state", equalTo("REFUSED"))
                .body("refusedBy", equalTo("SOCIAL_INSURANCE"))
                .body("refusedBecause", equalTo("漏一户"))
                .body("awaited", equalTo(List.of("TAX")))
                .body("awaitedSince", equalTo("2023-10-16"))
                .body("awaitedUntil", equalTo("2023-10-20"))
                .body("untilAssumed", equalTo(true));
        STATION.post("/payable-rosters/" + wrong + "/reviews", Map.of())
                .statusCode(409)
                .body("code", equalTo("payable-roster-not-in-review"))
                .body("detail", equalTo("现为“已退回”"), "detailEn", equalTo("it is now: sent back"));
        PayableRosterRefused refused = county.handed(PayableRosterRefused.class).get(0);
        assertEquals(List.of("370404001004"), refused.villages());
        county.insuresMedical(Resident.ordinary().of("370404001004"));
        String corrected = issue();
        TAX.get("/payable-rosters?township=370404001")
                .body("state", equalTo(List.of("CORRECTED", "ISSUED")))
                .body("[1].corrects", equalTo(wrong))
                .body("awaited", equalTo(List.of(List.of(), List.of())))
                .body("awaitedUntil", equalTo(Arrays.asList(null, null)));
        List<PayableRosterIssued> issued = county.handed(PayableRosterIssued.class);
        assertEquals(1, issued.size());
        assertEquals(corrected, issued.get(0).payableRosterId());
        assertEquals(5, issued.get(0).lines());
        refuses(STATION, corrected).statusCode(409);
    }

    @Test
    void theFileShowsWhatIsAskedOfWhomMaskedAndAVillageSeesItself() {
        String id = issue();
        String file = TOWNSHIP.get("/payable-rosters/" + id + "/file")
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(5, file.strip().lines().count());
        assertTrue(file.contains("测***"), file);
        assertTrue(file.contains("380.00,190.00,190.00"), file);
        assertFalse(file.contains(ordinary.idNumber()));
        assertFalse(file.contains("测试居民"));
        String village = Desk.VILLAGE
                .get("/payable-rosters/" + id + "/file")
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(4, village.strip().lines().count());
        new Desk("TOWNSHIP", "370404002")
                .get("/payable-rosters/" + id + "/file")
                .statusCode(404);
        new Desk("TOWNSHIP", "370404002").get("/payable-rosters").body("size()", equalTo(0));
        TAX.get("/payable-rosters?limit=1").body("payableRosterId", equalTo(List.of(id)));
        TAX.get("/payable-rosters?after=" + id).body("size()", equalTo(0));
        CHANNEL.get("/payable-rosters/" + id + "/file").statusCode(403);
    }

    @Test
    void whatHappensAfterwardsDoesNotChangeTheRoster() {
        String id = issue();
        String file = TOWNSHIP.get("/payable-rosters/" + id + "/file").extract().asString();
        county.opens("2023-10-21");
        CHANNEL.paysPension(ordinary, 500L, 500).statusCode(201);
        county.insuresMedical(Resident.ordinary());
        county.hands(new IdentityChanged(
                ordinary.key(), new Status("TEKUN", LocalDate.of(2023, 10, 1), null), LocalDate.of(2023, 10, 21)));
        assertEquals(
                file,
                TOWNSHIP.get("/payable-rosters/" + id + "/file")
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    @Test
    void nothingIsDrawnUpForATownshipOfAnotherCountyOrWithoutClaims() {
        TAX.post("/payable-rosters", Map.of("township", "370404999")).statusCode(404);
        TAX.post("/payable-rosters", Map.of("township", "653130001")).statusCode(404);
        TAX.post("/payable-rosters", Map.of("township", "370404104"))
                .statusCode(409)
                .body("code", equalTo("nothing-payable"));
        TOWNSHIP.post("/payable-rosters", Map.of("township", "370404001")).statusCode(403);
    }

    private static ValidatableResponse refuses(Desk reviewer, String id) {
        return reviewer.post(
                "/payable-rosters/" + id + "/refusals", Map.of("reason", "漏一户", "villages", List.of("370404001004")));
    }

    private String draw() {
        return TAX.post("/payable-rosters", Map.of("township", "370404001"))
                .statusCode(201)
                .body("awaited", equalTo(List.of("TAX", "SOCIAL_INSURANCE")))
                .extract()
                .path("payableRosterId");
    }

    private String issue() {
        String id = draw();
        TAX.post("/payable-rosters/" + id + "/reviews", Map.of()).statusCode(201);
        STATION.post("/payable-rosters/" + id + "/reviews", Map.of()).statusCode(201);
        return id;
    }
}
