package cn.liangxian.collection.payableroster;

import static cn.liangxian.collection.Desk.CHANNEL;
import static cn.liangxian.collection.Desk.TAX;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.CollectionHandoff.PayableRosterIssued;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.enrollment.EnrollmentHandoff.IdentityChanged;
import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
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
                .body("code", equalTo("not-a-reviewer"));
        TAX.post("/payable-rosters/" + id + "/reviews", Map.of("digest", "another"))
                .statusCode(422)
                .body("code", equalTo("payable-roster-digest-differs"));
        new Desk("TAX", "653130")
                .post("/payable-rosters/" + id + "/reviews", Map.of())
                .statusCode(404);
        TAX.get("/payable-rosters?township=370404001").body("[0].reviewed.size()", equalTo(0));
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
