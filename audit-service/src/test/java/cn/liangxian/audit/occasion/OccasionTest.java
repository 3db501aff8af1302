package cn.liangxian.audit.occasion;

import static cn.liangxian.audit.register.Stimuli.on;
import static cn.liangxian.audit.register.Stimuli.provided;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.audit.Road;
import cn.liangxian.handoff.Clause;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What is held or put up, and counted. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class OccasionTest {

    private static final String COUNTY = "653130";
    private static final String TRAINED = "653130101";
    private static final String ONCE = "653130102";

    @Inject
    Road road;

    @Test
    @Clause("bachu-2022/第二十四条")
    void theSpecialistsAndHelpersOfATownshipAreTrainedAndDrilledTwiceAYear() {
        road.begins();
        road.opens("2023-12-30");
        held("trainings", List.of("TAX"), TRAINED).statusCode(422).body("code", equalTo("training-not-joint"));
        List<String> both = List.of("TAX", "SOCIAL_INSURANCE");
        road.posts("TOWNSHIP", TRAINED, "/occasions/trainings", body(both, TRAINED))
                .statusCode(403);
        held("trainings", both, TRAINED, ONCE).statusCode(200).body("ids", hasSize(2));
        held("drills", both, TRAINED, ONCE).statusCode(200);
        road.stands("audit-training-held:" + TRAINED + ":2023", "DUE_SOON");
        road.opens("2023-12-31");
        held("trainings", both, TRAINED).statusCode(200);
        road.opens("2024-01-01");
        held("drills", both, TRAINED).statusCode(200);
        road.stands("audit-training-held:" + TRAINED + ":2023", "MET_ON_TIME");
        road.stands("audit-training-held:" + ONCE + ":2023", "MISSED");
        road.stands("audit-drill-held:" + TRAINED + ":2023", "MET_LATE");
        road.stands("audit-drill-held:" + ONCE + ":2023", "MISSED");
    }

    @Test
    @Clause("bachu-2022/第二十四条")
    void theDeskCountsTheTrainingsOfTheYearByTownshipAndTakesDownWhatWasHeld() {
        road.begins();
        road.opens("2023-06-20");
        road.page("TAX", COUNTY, "/desk/occasions", "zh")
                .body(containsString("mark not-yet"), containsString("登记培训、演练或通告"));
        road.page("TAX", COUNTY, "/desk/occasions/new", "zh").body(containsString(TRAINED), containsString("系统操作演练"));
        sends("TAX", "2023-06-15", List.of("TAX"), "1", "7").statusCode(422).body(containsString("培训须由税务会同医保、社保开展"));
        List<String> both = List.of("TAX", "SOCIAL_INSURANCE");
        sends("TAX", "2023-06-21", both, "1", "7").statusCode(422).body(containsString("日期晚于当日"));
        sends("TAX", "", both, "1", "7").statusCode(400);
        sends("TAX", "2023-06-15", both, "one", "7").statusCode(400);
        sends("TAX", "2023-06-15", both, "0", "0").statusCode(422).body(containsString("无人参加培训"));
        sends("TOWNSHIP", "2023-06-15", both, "1", "7").statusCode(403);
        road.as("TOWNSHIP", TRAINED).get("/desk/occasions/new").then().statusCode(403);
        sends("TAX", "2023-06-15", both, "1", "7").statusCode(303);
        road.page("TOWNSHIP", TRAINED, "/desk/occasions", "zh")
                .body(containsString("mark near"), containsString("2023-06-15"), not(containsString("登记培训、演练或通告")));
        road.page("TOWNSHIP", ONCE, "/desk/occasions", "en")
                .body(not(containsString("2023-06-15")), containsString("Drill at the system"));
        road.as("EDUCATION", COUNTY).get("/desk/occasions").then().statusCode(403);

        held("drills", both, TRAINED, ONCE).statusCode(200);
        ValidatableResponse first = road.as("TAX", COUNTY)
                .get("/occasions?limit=2")
                .then()
                .statusCode(200)
                .body("instructions.kind", equalTo(List.of("DRILL", "DRILL")));
        road.as("TAX", COUNTY)
                .get("/occasions?limit=2&before=" + first.extract().path("next"))
                .then()
                .body("instructions.kind", equalTo(List.of("TRAINING")))
                .body("instructions[0].helpers", equalTo(7))
                .body("next", nullValue());
        road.as("TOWNSHIP", ONCE).get("/occasions").then().body("instructions", hasSize(1));
        road.as("EDUCATION", COUNTY).get("/occasions").then().statusCode(403);
        road.as("EDUCATION", COUNTY).get("/occasions/notices").then().statusCode(403);
    }

    @Test
    @Clause("bachu-2022/第二十二条(2)")
    void aNoticeIsTakenDownAtTheDeskWithThePictureThatShowsIt() throws IOException {
        road.begins();
        road.opens("2023-08-31");
        posts("2023-09-01", picture(8)).statusCode(422).body(containsString("日期晚于当日"));
        posts("2023-08-30", new byte[0]).statusCode(400);
        posts("2023-08-30", new byte[] {1, 2, 3}).statusCode(422);
        posts("2023-08-30", picture(8)).statusCode(303);
        road.page("SOCIAL_INSURANCE", COUNTY, "/desk/occasions", "zh").body(containsString("办税服务厅"));
        road.as("TAX", COUNTY)
                .get("/occasions/notices")
                .then()
                .body("notices.hall", equalTo(List.of("办税服务厅")), "next", nullValue());
    }

    private ValidatableResponse posts(String postedOn, byte[] picture) {
        return road.as("TAX", COUNTY)
                .redirects()
                .follow(false)
                .multiPart("hall", "办税服务厅", "text/plain; charset=UTF-8")
                .multiPart("postedOn", postedOn)
                .multiPart("key", UUID.randomUUID().toString())
                .multiPart("file", "notice.png", picture)
                .post("/desk/occasions/notice")
                .then();
    }

    private ValidatableResponse sends(
            String department, String heldOn, List<String> departments, String specialists, String helpers) {
        return road.sends(
                department,
                department.equals("TOWNSHIP") ? TRAINED : COUNTY,
                "/desk/occasions",
                Map.of(
                        "kind",
                        "TRAINING",
                        "heldOn",
                        heldOn,
                        "department",
                        departments,
                        "township",
                        List.of(TRAINED, ONCE),
                        "specialists",
                        List.of(specialists, ""),
                        "helpers",
                        List.of(helpers, "")));
    }

    @Test
    @Clause("bachu-2022/第二十二条(2)")
    void taxAndTheAgenciesPutUpANoticeInTheirHallsAndShowIt() throws IOException {
        road.begins();
        road.opens("2023-08-31");
        notice("TOWNSHIP", "2023-08-31").statusCode(403);
        notice("TAX", "2023-09-01").statusCode(422).body("code", equalTo("occasion-in-future"));
        notice("TAX", "2023-08-30").statusCode(200).body("hall", equalTo("办税服务厅"));
        road.opens("2023-09-01");
        notice("SOCIAL_INSURANCE", "2023-09-01").statusCode(200);
        road.stands("audit-notice-posted:TAX", "MET_ON_TIME");
        road.stands("audit-notice-posted:SOCIAL_INSURANCE", "MET_LATE");
        road.stands("audit-notice-posted:MEDICAL_INSURANCE", "MISSED");
    }

    @Test
    @Clause("bachu-2022/第四十三条(2)")
    void aTownshipPublishesByMoreThanOneWayOrHasNotPublished() throws IOException {
        road.begins();
        road.opens("2023-12-21");
        for (String township : List.of(TRAINED, ONCE)) {
            road.takes(on("2023-12-21", provided("way-" + township, township, 1, null)));
            await().atMost(Duration.ofSeconds(30)).until(() -> published(township, "NOTICE_BOARD", 1) == 200);
        }
        assertEquals(200, published(TRAINED, "WECHAT_GROUP", 2));
        assertEquals(200, published(ONCE, "NOTICE_BOARD", 3));
        road.stands("audit-publication-evidenced:" + TRAINED, "MET_ON_TIME");
        road.stands("audit-publication-evidenced:" + ONCE, "OPEN");
    }

    @Test
    @Clause({"bachu-2022/第四十三条(1)", "bachu-2022/第四十三条(3)"})
    void evidenceOfPublicationIsWithTaxOnTheLastDayOfTheStageAndLateOnTheNext() throws IOException {
        road.begins();
        road.opens("2023-12-21");
        for (String township : List.of(TRAINED, ONCE)) {
            road.takes(on("2023-12-21", provided("way-" + township, township, 1, null)));
            await().atMost(Duration.ofSeconds(30)).until(() -> published(township, "NOTICE_BOARD", 1) == 200);
        }
        road.opens("2024-01-20");
        assertEquals(200, published(TRAINED, "WECHAT_GROUP", 2));
        road.stands("audit-publication-evidenced:" + TRAINED, "MET_ON_TIME");
        road.opens("2024-01-21");
        assertEquals(200, published(ONCE, "WECHAT_GROUP", 2));
        road.stands("audit-publication-evidenced:" + ONCE, "MET_LATE");
        road.stands("audit-publication-ordered:" + ONCE, "MET_ON_TIME");
        road.as("TAX", COUNTY)
                .get("/publications/way-" + TRAINED + "/evidence")
                .then()
                .body("filedBy", equalTo(List.of("township-" + TRAINED, "township-" + TRAINED)));
    }

    private int published(String township, String way, int width) throws IOException {
        return road.as("TOWNSHIP", township)
                .multiPart("file", "evidence.png", picture(width))
                .multiPart(
                        "statement",
                        "{\"publishedOn\":\"2023-12-21\",\"place\":\"公开栏\",\"way\":\"%s\"}".formatted(way),
                        "application/json; charset=UTF-8")
                .post("/publications/way-" + township + "/evidence")
                .statusCode();
    }

    private static byte[] picture(int width) throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, 8, BufferedImage.TYPE_INT_RGB), "png", picture);
        return picture.toByteArray();
    }

    private ValidatableResponse held(String kind, List<String> departments, String... townships) {
        return road.posts("TAX", COUNTY, "/occasions/" + kind, body(departments, townships));
    }

    private static Map<String, Object> body(List<String> departments, String... townships) {
        return Map.of(
                "heldOn",
                "2023-06-15",
                "departments",
                departments,
                "attendances",
                List.of(townships).stream()
                        .map(t -> Map.of("township", t, "specialists", 1, "helpers", 7))
                        .toList());
    }

    private ValidatableResponse notice(String department, String postedOn) throws IOException {
        return road.as(department, COUNTY)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .multiPart("file", "notice.png", picture(8))
                .multiPart(
                        "statement",
                        "{\"hall\":\"办税服务厅\",\"postedOn\":\"%s\"}".formatted(postedOn),
                        "application/json; charset=UTF-8")
                .post("/occasions/notices")
                .then();
    }
}
