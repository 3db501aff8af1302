package cn.liangxian.collection.link;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.AnomalyHandoff.AnomalyAnswered;
import cn.liangxian.collection.AnomalyHandoff.AnomalyClosed;
import cn.liangxian.collection.AnomalyHandoff.AnomalyConfirmed;
import cn.liangxian.collection.AnomalyHandoff.AnomalyForwarded;
import cn.liangxian.collection.AnomalyHandoff.AnomalyRaised;
import cn.liangxian.collection.AnomalyHandoff.FirstAnswer;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An anomaly is verified by the agency alone, or with the department that knows. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class AskingDepartmentsTest {

    private static final Desk MEDICAL = new Desk("MEDICAL_INSURANCE", "653130");
    private static final Desk POLICE = new Desk("PUBLIC_SECURITY", "653130");
    private static final Desk CIVIL_AFFAIRS = new Desk("CIVIL_AFFAIRS", "653130");

    @Inject
    County county;

    private final Resident resident = Resident.ordinary().of("653130101001");
    private String path;

    @BeforeEach
    void twoPersonsBearOneNumber() {
        county.begins("2023-09-04");
        Resident other = new Resident(
                Uuid7.next().toString(), resident.idNumber(), "另一居民", resident.village(), resident.birth(), List.of());
        county.insuresMedical(resident, other);
        String id = MEDICAL.get("/link-anomalies").statusCode(200).extract().path("[0].anomalyId");
        path = "/link-anomalies/" + id;
    }

    @Test
    @Clause({"bachu-2022/第七条(4)", "bachu-2022/第八条(4)"})
    void taxFeedsAnAnomalyBackWhenTheRosterCameAndTheAgencyAnswersIt() {
        AnomalyRaised raised = county.handed(AnomalyRaised.class).get(0);
        assertEquals(LocalDate.of(2023, 9, 4), raised.receivedOn());
        assertEquals(LocalDate.of(2023, 9, 4), raised.on());
        county.opens("2023-09-06");
        close().statusCode(201).body("state", equalTo("CLOSED"));
        AnomalyAnswered answered = county.handed(AnomalyAnswered.class).get(0);
        assertEquals(FirstAnswer.VERIFIED, answered.answer());
        assertEquals(LocalDate.of(2023, 9, 6), answered.on());
        assertEquals(1, county.handed(AnomalyClosed.class).size());
    }

    @Test
    @Clause({"bachu-2022/第七条(5)", "bachu-2022/第七条(6)"})
    void whatOnlyThePoliceKnowIsForwardedToThemAndAnsweredToTaxOnceTheyConfirmed() {
        MEDICAL.post(path + "/forwarding", Map.of("department", "FINANCE"))
                .statusCode(422)
                .body("code", equalTo("link-no-verifier"))
                .body("detail", equalTo("财政"), "detailEn", equalTo("finance"));
        new Desk("SOCIAL_INSURANCE", "653130")
                .post(path + "/forwarding", Map.of("department", "PUBLIC_SECURITY"))
                .statusCode(404);
        county.opens("2023-09-06");
        MEDICAL.post(path + "/forwarding", Map.of("department", "PUBLIC_SECURITY"))
                .statusCode(201)
                .body("state", equalTo("FORWARDED"));
        MEDICAL.post(path + "/forwarding", Map.of("department", "CIVIL_AFFAIRS"))
                .statusCode(409);
        close().statusCode(409).body("code", equalTo("link-confirmation-awaited"));
        AnomalyForwarded forwarded = county.handed(AnomalyForwarded.class).get(0);
        assertEquals(Department.PUBLIC_SECURITY, forwarded.department());
        assertEquals(LocalDate.of(2023, 9, 4), forwarded.raisedOn());
        assertEquals(
                FirstAnswer.FORWARDED,
                county.handed(AnomalyAnswered.class).get(0).answer());

        Map<String, String> found = Map.of("confirmation", "证件号码属前者");
        CIVIL_AFFAIRS.post(path + "/confirmation", found).statusCode(404);
        POLICE.get("/link-anomalies/forwarded").body("size()", equalTo(1));
        county.opens("2023-09-20");
        POLICE.post(path + "/confirmation", found).statusCode(201).body("state", equalTo("CONFIRMED"));
        POLICE.post(path + "/confirmation", found).statusCode(409);
        POLICE.get("/link-anomalies/forwarded").body("size()", equalTo(0));
        assertEquals(
                LocalDate.of(2023, 9, 20),
                county.handed(AnomalyConfirmed.class).get(0).on());
        assertTrue(county.handed(AnomalyClosed.class).isEmpty());
        county.opens("2023-09-21");
        close().statusCode(201).body("confirmation", equalTo("证件号码属前者"));
        assertEquals(
                LocalDate.of(2023, 9, 21),
                county.handed(AnomalyClosed.class).get(0).on());
        assertEquals(1, county.handed(AnomalyAnswered.class).size());
    }

    private io.restassured.response.ValidatableResponse close() {
        return MEDICAL.post(path + "/closing", Map.of("finding", "户籍核实", "rightful", resident.key()));
    }
}
