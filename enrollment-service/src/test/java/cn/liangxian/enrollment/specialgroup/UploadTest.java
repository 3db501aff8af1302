package cn.liangxian.enrollment.specialgroup;

import static cn.liangxian.enrollment.County.TOWNSHIP;
import static cn.liangxian.enrollment.County.VILLAGE;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.enrollment.County;
import cn.liangxian.enrollment.EnrollmentHandoff.SpecialGroupListed;
import cn.liangxian.enrollment.feed.ListFiles;
import cn.liangxian.handoff.Department;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list at the desk: uploaded and previewed by one person, handed over by another. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestSecurity(user = "checker")
@OidcSecurity(claims = {@Claim(key = "department", value = "CIVIL_AFFAIRS"), @Claim(key = "area", value = TOWNSHIP)})
class UploadTest {

    @Inject
    County county;

    @Inject
    DraftingList drafting;

    @Inject
    UploadShares shares;

    private String first;

    @BeforeEach
    void aResident() {
        county.openDay();
        first = County.newNumber(LocalDate.of(1950, 3, 4), true);
        county.resident(first, "张三", VILLAGE);
    }

    @Test
    void theTemplateHasTheIdNumberAsText() throws IOException {
        byte[] template = given().get("/desk/upload/template?category=DIBAO")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(template))) {
            var header = workbook.getFirstSheet().read().get(0);
            assertEquals("身份证号", header.getCellText(1));
        }
    }

    @Test
    void whatWasUploadedIsPreviewedMaskedAndNothingIsHandedOver() {
        long before = county.count("select count(*) from special_group_list");
        String draft = uploaded(workbook(first, "1"), 2);
        page(draft)
                .body(containsString("接收，含错误行"))
                .body(containsString("身份证号：身份证号格式不正确"))
                .body(containsString("张*"))
                .body(not(containsString(first)));
        assertEquals(before, county.count("select count(*) from special_group_list"));
    }

    @Test
    void whatIsWrongWithARowAndWithAListStandsInTheLanguageOfTheReader() {
        english("/desk/upload/draft?id=" + uploaded(workbook(first, "1"), 2))
                .body(containsString("ID number: not the form of an ID number"), not(containsString("格式不正确")));
        english("/desk/upload/draft?id=" + uploaded(workbook(first, "1"), 3))
                .body(containsString("the rows are not as many as were declared"), not(containsString("不一致")));
    }

    @Test
    void aListOfWhichNothingTookEffectDoesNotLookLikeOneThatWasTaken() {
        given().header("Idempotency-Key", UUID.randomUUID().toString())
                .multiPart("file", workbook(first).toFile())
                .multiPart(
                        "declaration",
                        """
                        {"category":"DIBAO","area":"%s","listDate":"2023-09-20","declaredCount":9,"signedBy":"leader",
                            "sealed":true,"carrier":"electronic","confirmedZero":false}"""
                                .formatted(TOWNSHIP),
                        "application/json; charset=UTF-8")
                .post("/special-groups")
                .then()
                .body("grade", equalTo("PARTIAL"));
        given().get("/special-groups")
                .then()
                .statusCode(200)
                .body("[0].grade", equalTo("PARTIAL"))
                .body("[0].reasonCode", equalTo("count-differs"));
        given().get("/desk/lists")
                .then()
                .body(containsString("<span class=\"mark near\">部分接收</span> <small>名单行数与申报人数不一致</small>"));
        english("/desk/lists")
                .body(
                        containsString("<small>the rows are not as many as were declared</small>"),
                        not(containsString("count-differs")));
    }

    @Test
    void whoUploadedCannotCommitAndTheOtherOneCan() throws IOException {
        String own = uploaded(workbook(first, "1"), 2);
        decide("commit", own).then().statusCode(403).body(containsString("上传人不能自行复核"));

        String draft = uploadedBy("clerk", workbook(first, "1"), 2);
        decide("commit", draft).then().statusCode(303);
        String listId = county.jdbi().withHandle(h -> h.createQuery("select list_id from list_draft where draft_id = ?")
                .bind(0, UUID.fromString(draft))
                .mapTo(String.class)
                .one());
        page(draft).body(containsString("/desk/lists/errors?id=" + listId));
        decide("commit", draft).then().statusCode(409);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> county.handedOver(SpecialGroupListed.class).stream()
                        .anyMatch(listed -> listed.listId().equals(listId)));

        byte[] back = given().get("/desk/lists/errors?id=" + listId)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(back))) {
            var rows = workbook.getFirstSheet().read();
            assertEquals("错误原因", rows.get(0).getCellText(2));
            assertTrue(rows.get(2).getCellText(2).contains("身份证号格式不正确"));
        }
    }

    @Test
    void aListThatWouldBeRefusedAsAWholeIsNotCommitted() {
        String draft = uploadedBy("clerk", workbook(first, "1"), 3);
        page(draft).body(containsString("名单行数与申报人数不一致")).body(not(containsString("复核无误")));
        decide("commit", draft).then().statusCode(409);
        decide("withdraw", draft).then().statusCode(303);
        assertEquals(
                0, county.count("select count(*) from list_draft_file where draft_id = ?", UUID.fromString(draft)));
    }

    @Test
    @TestSecurity(user = "federation")
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "DISABLED_FEDERATION"), @Claim(key = "area", value = TOWNSHIP)
            })
    void anotherDepartmentSeesNothingOfIt() {
        String draft = uploadedBy("clerk", workbook(first, "1"), 2);
        given().get("/desk/upload/draft?id=" + draft).then().statusCode(404);
        decide("commit", draft).then().statusCode(404);
        form(workbook(first, "1"), 2, "DIBAO").then().statusCode(403);
    }

    @Test
    void aFormThatIsNotFilledInIsRefusedInWords() {
        given().redirects()
                .follow(false)
                .multiPart("category", "DIBAO")
                .multiPart("area", TOWNSHIP)
                .post("/desk/upload")
                .then()
                .statusCode(400)
                .body(containsString("名单截止日"));
    }

    @Test
    void aRefusalIsAPageInTheLanguageOfTheReader() {
        foreign("zh")
                .body(
                        containsString("无权办理"),
                        containsString("错误代码 forbidden"),
                        containsString("表单来自其他网站"),
                        not(containsString("another site")));
        foreign("en")
                .body(containsString("a form of another site"), not(containsString("无权")), not(containsString("表单")));
    }

    @Test
    void theShareOfAListThatHasBeenCheckedIsTheRowsReadOfThoseDeclaredAndShownToWhoUploadsAlone() {
        assertEquals("null", share("list-1"), "before it begins");
        try (UploadShares.Share share = shares.begin("checker", "list-1", 4);
                UploadShares.Share ofAnother = shares.begin("clerk", "list-2", 4)) {
            assertEquals("{\"rows\":0,\"declared\":4,\"comparing\":false}", share("list-1"));
            List<String> seen = new ArrayList<>();
            uploadedBy("clerk", workbook(first, "1", "2", "3"), 4, new Follower() {
                @Override
                public void rowRead() {
                    share.rowRead();
                    seen.add(share("list-1"));
                }

                @Override
                public void allRead() {
                    share.allRead();
                    seen.add(share("list-1"));
                }
            });
            assertEquals(5, seen.size());
            assertEquals("{\"rows\":1,\"declared\":4,\"comparing\":false}", seen.get(0));
            assertEquals("{\"rows\":4,\"declared\":4,\"comparing\":false}", seen.get(3));
            assertEquals("{\"rows\":4,\"declared\":4,\"comparing\":true}", seen.get(4));
            assertEquals("null", share("list-2"), "that of " + ofAnother);
        }
        assertEquals("null", share("list-1"), "after its end");
    }

    @Test
    void theFormSaysWhereItsShareIsToldInTheLanguageOfTheReader() {
        given().get("/desk/upload")
                .then()
                .body(
                        containsString("data-share=\"/desk/upload/share?of=\""),
                        containsString("data-checked=\"已校验行数\""));
        english("/desk/upload").body(containsString("data-checked=\"Rows checked\""), not(containsString("已校验")));
    }

    @Test
    void theDeskShowsWhatWaitsInBothLanguages() {
        String draft = uploaded(workbook(first, "1"), 2);
        given().get("/desk/upload")
                .then()
                .statusCode(200)
                .body(containsString("待复核名单"))
                .body(containsString(draft));
        given().cookie("language", "en")
                .get("/desk/upload/draft?id=" + draft)
                .then()
                .statusCode(200)
                .body(containsString("Nothing has been handed over"))
                .body(not(containsString("复核")));
    }

    private String uploaded(Path file, int declared) {
        String location =
                form(file, declared, "DIBAO").then().statusCode(303).extract().header("Location");
        return location.substring(location.indexOf('=') + 1);
    }

    private String uploadedBy(String name, Path file, int declared) {
        return uploadedBy(name, file, declared, Follower.NOBODY);
    }

    private String uploadedBy(String name, Path file, int declared, Follower follower) {
        Declaration declaration =
                new Declaration("DIBAO", TOWNSHIP, County.DAY, declared, "负责人", true, "electronic", false);
        Submission submission = new Submission(
                declaration,
                Department.CIVIL_AFFAIRS,
                name,
                file,
                "名单.xlsx",
                file.toFile().length(),
                UUID.randomUUID().toString());
        return drafting.upload(submission, follower).toString();
    }

    private static Response form(Path file, int declared, String category) {
        return given().redirects()
                .follow(false)
                .multiPart("category", category)
                .multiPart("area", TOWNSHIP)
                .multiPart("listDate", County.DAY.toString())
                .multiPart("declared", Integer.toString(declared))
                .multiPart("signedBy", "leader")
                .multiPart("sealed", "yes")
                .multiPart("file", file.toFile())
                .post("/desk/upload");
    }

    private static String share(String of) {
        return given().get("/desk/upload/share?of=" + of).then().extract().asString();
    }

    private static Response decide(String what, String draft) {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("id", draft)
                .post("/desk/upload/draft/" + what);
    }

    private static ValidatableResponse foreign(String language) {
        return given().cookie("language", language)
                .header("Origin", "https://elsewhere.example")
                .post("/desk/upload/draft/commit")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse english(String page) {
        return given().cookie("language", "en").get(page).then().statusCode(200);
    }

    private static ValidatableResponse page(String draft) {
        return given().get("/desk/upload/draft?id=" + draft).then().statusCode(200);
    }

    private static Path workbook(String... numbers) {
        String[][] rows = new String[numbers.length + 1][];
        rows[0] = new String[] {"姓名", "身份证号"};
        for (int i = 0; i < numbers.length; i++) {
            rows[i + 1] = new String[] {"张三", numbers[i]};
        }
        return ListFiles.workbook(rows);
    }
}
