package cn.liangxian.audit.occasion;

import static cn.liangxian.audit.register.Stimuli.on;
import static cn.liangxian.audit.register.Stimuli.provided;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
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
