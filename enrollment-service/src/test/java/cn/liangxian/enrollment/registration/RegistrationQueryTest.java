package cn.liangxian.enrollment.registration;

import static cn.liangxian.enrollment.County.VILLAGE;
import static cn.liangxian.enrollment.Desk.MEDICAL;
import static cn.liangxian.enrollment.Desk.PENSION;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.enrollment.County;
import cn.liangxian.enrollment.Desk;
import cn.liangxian.handoff.Clause;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class RegistrationQueryTest {

    @Inject
    County county;

    private final String id = County.newNumber(LocalDate.of(1985, 7, 8), true);
    private UUID key;

    @BeforeEach
    void aResidentWithAStatus() {
        county.openDay();
        key = county.resident(id, "某人", VILLAGE);
        new Desk("CIVIL_AFFAIRS", County.TOWNSHIP).lists("DIBAO", "某人," + id + ",2023-01-01");
    }

    @Test
    @Clause("yicheng-2024/五(三)-c")
    void theMedicalCounterTellsStatusesAndRightAndKeepsWhoAskedForWhat() {
        query(MEDICAL, id, "MEDICAL", "窗口查询")
                .statusCode(200)
                .body("personKey", equalTo(key.toString()))
                .body("eligible", equalTo(true))
                .body("clause", equalTo("yicheng-2024/三-2"))
                .body("statuses[0].category", equalTo("DIBAO"))
                .body("statuses[0].from", equalTo("2023-01-01"))
                .body("statuses[0].until", nullValue())
                .body("registrations.size()", equalTo(0));
        assertEquals(
                1,
                county.count(
                        "select count(*) from registration_query where person_key = ? and purpose = '窗口查询'"
                                + " and asked_by = 'medical_insurance-370404'",
                        key));
        query(MEDICAL, id, "MEDICAL", " ").statusCode(400);
        query(MEDICAL, id, "PENSION", "窗口查询").statusCode(403);
        query(MEDICAL, County.newNumber(LocalDate.of(1985, 7, 8), false), "MEDICAL", "窗口查询")
                .statusCode(404)
                .body("code", equalTo("person-unknown"));
        query(MEDICAL, id.substring(1), "MEDICAL", "窗口查询").statusCode(422).body("code", equalTo("id-invalid"));
    }

    @Test
    @Clause("yicheng-2024/五(二)-e")
    void thePensionCounterTellsWhatWasRegisteredWithItsMonths() {
        PENSION.post(
                        "/registrations",
                        "{\"idNumber\":\"%s\",\"name\":\"某人\",\"village\":\"%s\",\"insurance\":\"PENSION\"}"
                                .formatted(id, VILLAGE))
                .statusCode(201);
        query(PENSION, id, "PENSION", "本人查询")
                .statusCode(200)
                .body("registrations[0].kind", equalTo("REGISTERED"))
                .body("registrations[0].firstMonth", equalTo("2024-01-01"))
                .body("registrations[0].lastMonth", equalTo("2024-12-01"));
    }

    @Test
    void whyAResidentMayNotTakePartIsToldInBothLanguages() {
        String child = County.newNumber(LocalDate.of(2015, 7, 8), true);
        county.resident(child, "某童", VILLAGE);
        query(PENSION, child, "PENSION", "窗口查询")
                .statusCode(200)
                .body("eligible", equalTo(false))
                .body("reason", equalTo("未满16周岁"))
                .body("reasonEn", equalTo("under 16"));
    }

    @Test
    void somebodyOfAnotherAreaIsUnknown() {
        query(new Desk("CHANNEL", "370405"), id, "MEDICAL", "本人查询").statusCode(404);
    }

    private static ValidatableResponse query(Desk desk, String id, String insurance, String purpose) {
        return desk.request()
                .body(Map.of("idNumber", id, "insurance", insurance, "purpose", purpose))
                .post("/registrations/query")
                .then();
    }
}
