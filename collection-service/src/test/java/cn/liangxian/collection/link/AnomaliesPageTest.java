package cn.liangxian.collection.link;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.AnomalyHandoff.AnomalyClosed;
import cn.liangxian.collection.AnomalyHandoff.AnomalyConfirmed;
import cn.liangxian.collection.AnomalyHandoff.AnomalyForwarded;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An anomaly at the desk: on whom it waits and until when, and the form of whoever it waits for. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class AnomaliesPageTest {

    private static final Desk TAX = new Desk("TAX", "653130");
    private static final Desk MEDICAL = new Desk("MEDICAL_INSURANCE", "653130");
    private static final Desk PENSION = new Desk("SOCIAL_INSURANCE", "653130");
    private static final Desk POLICE = new Desk("PUBLIC_SECURITY", "653130");
    private static final Desk EDUCATION = new Desk("EDUCATION", "653130");

    @Inject
    County county;

    private final Resident resident = Resident.ordinary().of("653130101001");
    private String id;

    @BeforeEach
    void twoPersonsBearOneNumber() {
        county.begins("2023-09-04");
        county.insuresMedical(resident, sharing(resident));
        id = MEDICAL.get("/link-anomalies").statusCode(200).extract().path("[0].anomalyId");
    }

    @Test
    void itWaitsOnTheAgencyForThreeWorkdaysAndIsLateOnTheNextDay() {
        page(TAX, "?state=OPEN")
                .body(containsString("两人同一证件号码"))
                .body(containsString("医保"))
                .body(containsString("2023-09-07"))
                .body(not(containsString("late-text")))
                .body(not(containsString(resident.idNumber())));
        county.opens("2023-09-07");
        page(TAX, "").body(not(containsString("late-text")));
        county.opens("2023-09-08");
        page(TAX, "").body(containsString("late-text\">2023-09-07"));
        MEDICAL.get("/link-anomalies")
                .body("[0].waitsOn", org.hamcrest.Matchers.equalTo("MEDICAL_INSURANCE"))
                .body("[0].waitsUntil", org.hamcrest.Matchers.equalTo("2023-09-07"));
    }

    @Test
    void theAgencyForwardsThePoliceConfirmAndTheAgencyClosesEachAtItsOwnForm() {
        one(TAX).body(containsString("反馈并办结")).body(not(containsString("转相关部门核实</button>")));
        one(MEDICAL).body(containsString("转相关部门核实</button>")).body(containsString("公安"));
        POLICE.get("/desk/anomalies/one?id=" + id).statusCode(404);
        PENSION.get("/desk/anomalies/one?id=" + id).statusCode(404);
        step(TAX, Map.of("action", "FORWARD", "department", "PUBLIC_SECURITY")).statusCode(403);
        step(MEDICAL, Map.of("action", "FORWARD", "department", "PUBLIC_SECURITY"))
                .statusCode(303);
        assertEquals(1, county.handed(AnomalyForwarded.class).size());

        page(MEDICAL, "").body(not(containsString(id)));
        page(MEDICAL, "?state=FORWARDED").body(containsString(id));
        page(EDUCATION, "").body(not(containsString(id)));
        page(POLICE, "").body(containsString(id)).body(not(containsString("state=OPEN")));
        one(POLICE).body(containsString("核实结果")).body(not(containsString("处理结果")));
        step(POLICE, Map.of("action", "CONFIRM", "text", " ")).statusCode(400);
        step(POLICE, Map.of("action", "CONFIRM", "text", "证件号码属前者")).statusCode(303);
        assertEquals(1, county.handed(AnomalyConfirmed.class).size());
        page(POLICE, "").body(not(containsString(id)));

        page(MEDICAL, "?state=CONFIRMED").body(containsString("2023-09-05"));
        step(MEDICAL, Map.of("action", "CLOSE", "text", "户籍核实", "rightful", resident.key()))
                .statusCode(303);
        assertEquals(1, county.handed(AnomalyClosed.class).size());
        page(MEDICAL, "?state=CLOSED").body(containsString("户籍核实"));
        one(MEDICAL)
                .body(containsString("证件号码属前者"))
                .body(containsString("证件号码归属 " + resident.key()))
                .body(not(containsString("<form class=\"form\"")));
    }

    @Test
    void thePageIsThereInEnglishAndForNobodyElse() {
        MEDICAL.request()
                .cookie("language", "en")
                .get("/desk/anomalies")
                .then()
                .statusCode(200)
                .body(containsString("two persons bear one ID number"))
                .body(containsString("To be verified"));
        page(TAX, "?kind=IDENTITY_DIFFERS").body(not(containsString(id)));
        TAX.get("/desk/anomalies?kind=NOTHING").statusCode(400);
        for (String other : List.of("VILLAGE", "TOWNSHIP", "FINANCE", "CHANNEL")) {
            new Desk(other, "653130").get("/desk/anomalies").statusCode(403);
        }
    }

    @Test
    void theListIsReadPageByPageAndNoneIsReadTwice() {
        county.opens("2023-09-05");
        for (int n = 0; n < 4; n++) {
            Resident another = Resident.ordinary().of("653130101001");
            county.insuresMedical(another, sharing(another));
        }
        Set<String> read = new HashSet<>();
        String after = "";
        for (List<String> ids = next(after); !ids.isEmpty(); ids = next(after)) {
            ids.forEach(each -> assertEquals(true, read.add(each), "once: " + each));
            after = "&after=" + ids.get(ids.size() - 1);
        }
        assertEquals(
                county.count("select count(*) from link_anomaly"),
                read.size(),
                "as many as there are, the oldest first");
        MEDICAL.get("/link-anomalies?limit=0").statusCode(400);
    }

    private static List<String> next(String after) {
        return MEDICAL.get("/link-anomalies?limit=2" + after)
                .statusCode(200)
                .extract()
                .path("anomalyId");
    }

    private static Resident sharing(Resident with) {
        return new Resident(Uuid7.next().toString(), with.idNumber(), "另一居民", with.village(), with.birth(), List.of());
    }

    private ValidatableResponse one(Desk desk) {
        return desk.get("/desk/anomalies/one?id=" + id).statusCode(200);
    }

    private static ValidatableResponse page(Desk desk, String query) {
        return desk.get("/desk/anomalies" + query).statusCode(200);
    }

    private ValidatableResponse step(Desk desk, Map<String, String> form) {
        return desk.request()
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("id", id)
                .formParams(form)
                .post("/desk/anomalies/step")
                .then();
    }
}
