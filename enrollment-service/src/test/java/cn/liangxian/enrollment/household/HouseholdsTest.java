package cn.liangxian.enrollment.household;

import static cn.liangxian.enrollment.County.OTHER_VILLAGE;
import static cn.liangxian.enrollment.County.VILLAGE;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.enrollment.County;
import cn.liangxian.enrollment.EnrollmentHandoff.HouseholdsUpdated;
import cn.liangxian.handoff.Clause;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestSecurity(user = "police")
@OidcSecurity(
        claims = {@Claim(key = "department", value = "PUBLIC_SECURITY"), @Claim(key = "area", value = County.CODE)})
class HouseholdsTest {

    private static final String HEADER =
            "idNumber,name,household,village,registeredHere,residesHere,student,employeeInsured,insuredElsewhere,otherPension,pensionTier,change\n";

    @Inject
    County county;

    private final String man = County.newNumber(LocalDate.of(1980, 1, 2), true);
    private final String child = County.newNumber(LocalDate.of(2023, 9, 3), false);

    @BeforeEach
    void open() {
        county.openDay();
    }

    @Test
    @Clause("yicheng-2024/五(八)")
    void residentsAreRegisteredWithBirthAndSexFromTheirNumber() {
        String feedId = csv(
                        HEADER
                                + man + ",甲,H1," + VILLAGE + ",true,true,false,false,false,false,500,RESIDENT\n"
                                + child + ",乙,H1," + VILLAGE + ",true,true,false,false,false,false,,BIRTH\n",
                        2)
                .statusCode(200)
                .body("received", equalTo(2), "applied", equalTo(2), "errors", hasSize(0))
                .extract()
                .path("feedId");
        assertEquals(
                1,
                county.count(
                        """
                        select count(*) from person where id_number = ? and birth = '1980-01-02' and sex = 'MALE'
                        and township = left(?, 9) and pension_tier = 50000 and state = 'LIVING'""",
                        man,
                        VILLAGE));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(
                        List.of(1),
                        county.handedOver(HouseholdsUpdated.class).stream()
                                .filter(updated -> updated.feedId().equals(feedId))
                                .map(HouseholdsUpdated::births)
                                .toList()));
    }

    @Test
    @Clause({"yicheng-2024/五(八)", "yicheng-2024/四(一)养老-7"})
    void theHouseholdDataTellWhenAManAndHisWifeWereBornAndAreKeptWhenALaterFeedIsSilent() {
        String line = "{\"idNumber\":\"%s\",\"name\":\"甲\",\"village\":\"%s\",\"wifeBirth\":\"%s\"}\n";
        ndjson(line.formatted(man, VILLAGE, "1973-05-06"), 1).statusCode(200).body("applied", equalTo(1));
        ndjson(line.formatted(man, OTHER_VILLAGE, ""), 1).statusCode(200).body("applied", equalTo(1));
        assertEquals(
                1, county.count("select count(*) from person where id_number = ? and wife_birth = '1973-05-06'", man));
        ndjson(line.formatted(child, VILLAGE, "1973-13-06"), 1)
                .statusCode(200)
                .body("applied", equalTo(0), "errors[0].field", equalTo("wifeBirth"));
    }

    @Test
    @Clause({"yicheng-2024/五(八)", "yicheng-2024/三-4"})
    void thatSomebodyIsInsuredInAnotherDistrictOfTheCityIsTakenAndKeptWhenALaterFeedIsSilent() {
        String line = "{\"idNumber\":\"%s\",\"name\":\"甲\",\"village\":\"%s\"%s}\n";
        String known = "select count(*) from person where id_number = ? and insured_in_city";
        ndjson(line.formatted(man, VILLAGE, ",\"insuredInCity\":true"), 1).statusCode(200);
        assertEquals(1, county.count(known, man));
        ndjson(line.formatted(man, OTHER_VILLAGE, ""), 1).statusCode(200);
        assertEquals(1, county.count(known, man));
        ndjson(line.formatted(man, OTHER_VILLAGE, ",\"insuredInCity\":false"), 1)
                .statusCode(200);
        assertEquals(0, county.count(known, man));
    }

    @Test
    @Clause({"yicheng-2024/五(八)", "yicheng-2024/三-4"})
    void aFileWithoutAColumnChangesNothingThatIsKnownAndAWordInItDoes() {
        String known =
                """
                select count(*) from person where id_number = ? and student and employee_insured and insured_elsewhere
                    and other_pension and not registered_here and not resides_here and household = 'H1'""";
        csv(HEADER + man + ",甲,H1," + VILLAGE + ",false,false,true,true,true,true,,\n", 1)
                .statusCode(200);
        assertEquals(1, county.count(known, man));
        csv("idNumber,name,village\n" + man + ",甲," + OTHER_VILLAGE + "\n" + child + ",乙," + VILLAGE + "\n", 2)
                .statusCode(200)
                .body("applied", equalTo(2));
        assertEquals(1, county.count(known + " and village = '" + OTHER_VILLAGE + "'", man));
        assertEquals(
                1,
                county.count(
                        """
                        select count(*) from person where id_number = ? and registered_here and resides_here
                            and not (student or employee_insured or insured_elsewhere or other_pension)""",
                        child));
        csv(HEADER + man + ",甲,H1," + VILLAGE + ",true,,false,false,false,false,,\n", 1)
                .statusCode(200);
        assertEquals(
                1,
                county.count(
                        """
                        select count(*) from person where id_number = ? and registered_here and not resides_here
                            and not (student or employee_insured or insured_elsewhere or other_pension)""",
                        man));
    }

    @Test
    void linesOfJsonAreTakenToo() {
        String line = "{\"idNumber\":\"%s\",\"name\":\"甲\",\"household\":\"H1\",\"village\":\"%s\",\"student\":true,"
                + "\"pensionTier\":350,\"change\":\"RESIDENT\"}\n";
        ndjson(line.formatted(man, VILLAGE) + line.formatted(child, OTHER_VILLAGE), 2)
                .statusCode(200)
                .body("applied", equalTo(2));
        assertEquals(1, county.count("select count(*) from person where id_number = ? and student", man));
    }

    @Test
    void aResidentKeepsTheKeyWhenTheDataChange() {
        csv(HEADER + man + ",甲,H1," + VILLAGE + ",,,,,,,,\n", 1).statusCode(200);
        String key = keyOf(man);
        csv(HEADER + man + ",甲某,H2," + OTHER_VILLAGE + ",,,true,,,,,MOVE_IN\n", 1)
                .statusCode(200);
        assertEquals(key, keyOf(man));
        assertEquals(
                1, county.count("select count(*) from person where id_number = ? and village = ?", man, OTHER_VILLAGE));
    }

    @Test
    @Clause("yicheng-2024/五(八)")
    void whoDiedOrMovedAwayIsNoLongerLiving() {
        csv(HEADER + man + ",甲,H1," + VILLAGE + ",,,,,,,,\n" + child + ",乙,H1," + VILLAGE + ",,,,,,,,\n", 2)
                .statusCode(200);
        csv(
                        HEADER + man + ",甲,H1," + VILLAGE + ",,,,,,,,DEATH\n" + child + ",乙,H1," + VILLAGE
                                + ",,,,,,,,MOVE_OUT\n",
                        2)
                .statusCode(200);
        assertEquals(1, county.count("select count(*) from person where id_number = ? and state = 'DECEASED'", man));
        assertEquals(1, county.count("select count(*) from person where id_number = ? and state = 'MOVED_OUT'", child));
    }

    @Test
    @Clause({"yicheng-2024/五(八)", "bachu-2022/第十二条"})
    void aFeedThatSaysNoChangeBringsNobodyBackAndOneThatSaysWhoLivesDoes() {
        String silent = HEADER + man + ",甲,%s," + VILLAGE + ",,,,,,,,\n" + child + ",乙,H1," + VILLAGE + ",,,,,,,,\n";
        csv(
                        HEADER + man + ",甲,H1," + VILLAGE + ",,,,,,,,DEATH\n" + child + ",乙,H1," + VILLAGE
                                + ",,,,,,,,MOVE_OUT\n",
                        2)
                .statusCode(200);
        csv(silent.formatted("H2"), 2).statusCode(200).body("applied", equalTo(2));
        ndjson("{\"idNumber\":\"%s\",\"name\":\"甲\",\"village\":\"%s\"}\n".formatted(man, VILLAGE), 1)
                .statusCode(200)
                .body("applied", equalTo(1));
        assertEquals(
                1,
                county.count(
                        "select count(*) from person where id_number = ? and household = 'H2' and state = 'DECEASED'",
                        man));
        assertEquals(1, county.count("select count(*) from person where id_number = ? and state = 'MOVED_OUT'", child));
        csv(
                        HEADER + man + ",甲,H1," + VILLAGE + ",,,,,,,,RESIDENT\n" + child + ",乙,H1," + VILLAGE
                                + ",,,,,,,,MOVE_IN\n",
                        2)
                .statusCode(200);
        assertEquals(
                2,
                county.count("select count(*) from person where id_number in (?, ?) and state = 'LIVING'", man, child));
    }

    @Test
    void badRowsAreNamedWithRowAndFieldAndTheOthersApplied() {
        csv(
                        HEADER
                                + man + ",甲,H1," + VILLAGE + ",,,,,,,,\n"
                                + "123,乙,H1," + VILLAGE + ",,,,,,,,\n"
                                + child + ",丙,H1,999999999001,,,,,,,,\n"
                                + man + ",甲,H1," + VILLAGE + ",,,,,,,,\n"
                                + child + ",丙,H1," + VILLAGE + ",也许,,,,,,-5,GONE\n",
                        5)
                .statusCode(200)
                .body("received", equalTo(5), "applied", equalTo(1))
                .body("errors.row", contains(3, 4, 5, 6, 6, 6, 6))
                .body("errors[1].message", equalTo("村居代码不在本辖区"))
                .body("errors[1].messageEn", equalTo("no village of this area"))
                .body(
                        "errors.code",
                        contains(
                                "id-format",
                                "village-unknown",
                                "duplicate-row",
                                "change-unknown",
                                "duplicate-row",
                                "tier-invalid",
                                "flag-invalid"));
    }

    @Test
    void aFeedWithAnotherCountThanDeclaredIsNotApplied() {
        csv(HEADER + man + ",甲,H1," + VILLAGE + ",,,,,,,,\n", 2).statusCode(422).body("code", equalTo("count-differs"));
        assertEquals(0, county.count("select count(*) from person where id_number = ?", man));
    }

    @Test
    void aFeedInAnotherEncodingIsRefused() {
        given().header("Idempotency-Key", UUID.randomUUID().toString())
                .header("X-Declared-Count", 1)
                .contentType("text/csv")
                .body((HEADER + man + ",甲,H1," + VILLAGE + ",,,,,,,,\n")
                        .getBytes(java.nio.charset.Charset.forName("GB18030")))
                .post("/households")
                .then()
                .statusCode(422)
                .body("code", equalTo("encoding-unknown"));
    }

    @Test
    void theSameKeyAppliesOnce() {
        String key = UUID.randomUUID().toString();
        String body = HEADER + man + ",甲,H1," + VILLAGE + ",,,,,,,,\n";
        String feedId = send("text/csv", body, 1, key).statusCode(200).extract().path("feedId");
        send("text/csv", body, 1, key).statusCode(200).body("feedId", equalTo(feedId));
        send("text/csv", body, 2, key).statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void theLastFeedUnderAnotherKeyIsTheSameFeed() {
        String body = HEADER + man + ",甲,H1," + VILLAGE + ",,,,,,,,\n";
        String feedId = csv(body, 1).statusCode(200).extract().path("feedId");
        csv(body, 1).statusCode(200).body("feedId", equalTo(feedId), "applied", equalTo(1));
    }

    @Test
    void aFeedForAnotherCountyIsNotFound() {
        given().header("Idempotency-Key", "k")
                .header("X-Declared-Count", 0)
                .queryParam("area", "370403")
                .contentType("text/csv")
                .body(HEADER)
                .post("/households")
                .then()
                .statusCode(404);
    }

    @Test
    void theDeclaredCountIsNeeded() {
        given().header("Idempotency-Key", "k")
                .contentType("text/csv")
                .body(HEADER)
                .post("/households")
                .then()
                .statusCode(422)
                .body("code", equalTo("declared-count-missing"));
    }

    private String keyOf(String idNumber) {
        return county.jdbi().withHandle(h -> h.createQuery("select person_key from person where id_number = ?")
                .bind(0, idNumber)
                .mapTo(String.class)
                .one());
    }

    private static ValidatableResponse csv(String body, int declared) {
        return send("text/csv", body, declared, UUID.randomUUID().toString());
    }

    private static ValidatableResponse ndjson(String body, int declared) {
        return send("application/x-ndjson", body, declared, UUID.randomUUID().toString());
    }

    private static ValidatableResponse send(String type, String body, int declared, String key) {
        return given().header("Idempotency-Key", key)
                .header("X-Declared-Count", declared)
                .header("Content-Type", type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/households")
                .then();
    }
}
