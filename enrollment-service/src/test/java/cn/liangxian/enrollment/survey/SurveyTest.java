package cn.liangxian.enrollment.survey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.enrollment.County;
import cn.liangxian.enrollment.EnrollmentHandoff.PersonRegistered;
import cn.liangxian.enrollment.EnrollmentHandoff.RegistrationKind;
import cn.liangxian.enrollment.ExchangeHandoff.CoverageSurveyed;
import cn.liangxian.enrollment.ExchangeHandoff.RosterPartProvided;
import cn.liangxian.enrollment.ExchangeHandoff.SurveyedVillage;
import cn.liangxian.enrollment.roster.SealingRoster;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.OtherCounty;
import cn.liangxian.local.TestRealm;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** 摸排: village by village, and what becomes of it. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class SurveyTest {

    private static final String TOWNSHIP = "653130201";
    private static final String FIRST = TOWNSHIP + "001";
    private static final String SECOND = TOWNSHIP + "002";

    @Inject
    County county;

    @Inject
    SealingRoster sealing;

    @Test
    @Clause({"bachu-2022/第十六条(1)", "bachu-2022/第十六条(2)", "bachu-2022/第十六条(3)"})
    void aTownshipSurveysEveryVillageAndHandsOverItsPartOfTheRosterUnderSignatureAndSeal() {
        county.openDay();
        UUID grown = resident("1985-01-02", FIRST);
        UUID elsewhere = resident("1986-01-02", FIRST);
        resident("2015-01-02", SECOND);

        village(SECOND, 2, "")
                .statusCode(422)
                .body("code", equalTo("survey-heads-differ"), "detail", equalTo("登记1人，摸排2人"))
                .body("detailEn", equalTo("register 1, surveyed 2"));
        village(SECOND, 1, found(grown, "NOT_REACHED"))
                .statusCode(422)
                .body("code", equalTo("survey-person-elsewhere"));
        village("653130202001", 1, "").statusCode(404);
        post("/roster-part", "{\"signedBy\":\"乡长\",\"sealed\":true}")
                .statusCode(409)
                .body("code", equalTo("survey-not-completed"));
        village(FIRST, 2, found(elsewhere, "INSURED_ELSEWHERE")).statusCode(201).body("corrected", equalTo(1));
        post("/completion", "").statusCode(409).body("detail", containsString(SECOND));
        village(SECOND, 1, "").statusCode(201);
        String survey = post("/completion", "").statusCode(201).extract().path("surveyId");
        CoverageSurveyed surveyed =
                county.handed(CoverageSurveyed.class, one -> one.surveyId().equals(survey));
        assertEquals(
                List.of(new SurveyedVillage(FIRST, 2, 1, 0), new SurveyedVillage(SECOND, 1, 0, 0)),
                surveyed.villages());

        post("/roster-part", "{\"signedBy\":\"乡长\",\"sealed\":false}")
                .statusCode(422)
                .body("code", equalTo("roster-part-not-sealed"));
        post("/roster-part", "{\"signedBy\":\"乡长\",\"sealed\":true}").statusCode(201);
        RosterPartProvided part =
                county.handed(RosterPartProvided.class, one -> one.surveyId().equals(survey));
        // of the three two are of the age to pay for a pension, and one is insured for illness elsewhere
        assertEquals(2, part.pension());
        assertEquals(2, part.medical());
        assertEquals("乡长", part.signedBy());
        assertEquals(
                0,
                county.count(
                        "select count(*) from roster_part_line where person_key = ? and insurance = 'MEDICAL'",
                        elsewhere));
    }

    @Test
    @Clause({"bachu-2022/第十六条(1)", "bachu-2022/第十六条(2)"})
    void whoIsFoundToBeInsuredElsewhereAfterTheRosterIsCancelledAndWhomThePolicyStillAdmitsIsNot() {
        county.openDay();
        String village = "653130209001";
        UUID elsewhere = resident("1985-01-02", village);
        UUID inCity = resident("1986-01-02", village);
        UUID notReached = resident("1987-01-02", village);
        QuarkusTransaction.requiringNew().run(() -> sealing.seal(Insurance.MEDICAL, "test"));
        village(
                        village,
                        3,
                        String.join(
                                ",",
                                found(elsewhere, "INSURED_ELSEWHERE"),
                                found(inCity, "INSURED_IN_CITY"),
                                found(notReached, "NOT_REACHED")))
                .statusCode(201)
                .body("corrected", equalTo(2), "notReached", equalTo(1));
        String marked = "select count(*) from person where person_key = ? and ";
        assertEquals(1, county.count(marked + "insured_elsewhere and insured_in_city is null", elsewhere));
        // the policy of this county says nothing of districts of a city, so the registration stands
        assertEquals(1, county.count(marked + "insured_in_city and not insured_elsewhere", inCity));
        assertEquals(1, county.count(marked + "insured_in_city is null and not insured_elsewhere", notReached));
        PersonRegistered told =
                county.handed(PersonRegistered.class, one -> one.personKey().equals(elsewhere.toString()));
        assertEquals(RegistrationKind.CANCELLED, told.kind());
        assertEquals(Insurance.MEDICAL, told.insurance());
        assertEquals(
                1,
                county.count(
                        "select count(*) from registration where person_key = ? and reason = 'INSURED_ELSEWHERE'",
                        elsewhere));
        assertEquals(
                0, county.count("select count(*) from registration where person_key in (?, ?)", inCity, notReached));
    }

    private UUID resident(String birth, String village) {
        return county.resident(County.newNumber(LocalDate.parse(birth), true), "居民", village);
    }

    private static String found(UUID person, String deviation) {
        return "{\"personKey\":\"%s\",\"deviation\":\"%s\"}".formatted(person, deviation);
    }

    private static ValidatableResponse village(String village, int heads, String found) {
        return post(
                village.startsWith(TOWNSHIP) ? TOWNSHIP : village.substring(0, 9),
                "/villages",
                "{\"village\":\"%s\",\"heads\":%d,\"found\":[%s]}".formatted(village, heads, found));
    }

    private static ValidatableResponse post(String path, String body) {
        return post(TOWNSHIP, path, body);
    }

    private static ValidatableResponse post(String township, String path, String body) {
        return given().auth()
                .oauth2(TestRealm.token("TOWNSHIP", township))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/coverage-survey" + path)
                .then();
    }
}
