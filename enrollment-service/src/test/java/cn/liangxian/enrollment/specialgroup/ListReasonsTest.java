package cn.liangxian.enrollment.specialgroup;

import static cn.liangxian.enrollment.County.TOWNSHIP;
import static cn.liangxian.enrollment.County.VILLAGE;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.liangxian.enrollment.County;
import cn.liangxian.enrollment.Desk;
import cn.liangxian.enrollment.feed.ListFiles;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why a list was graded as it was, in the language of who reads it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class ListReasonsTest {

    private static final Desk DESK = new Desk("CIVIL_AFFAIRS", TOWNSHIP);

    @Inject
    County county;

    private final String number = County.newNumber(LocalDate.of(1971, 5, 6), false);

    @BeforeEach
    void aResident() {
        county.openDay();
        county.resident(number, "李四", VILLAGE);
    }

    @Test
    void whyAListIsRefusedReadsInFullInBothLanguages() {
        String listId = submit("名字,证号\n张三," + number + "\n", 1)
                .statusCode(422)
                .body("detail", equalTo("缺少规定的表头（姓名、身份证号）"))
                .body("detailEn", equalTo("the header that is wanted is not there (姓名、身份证号)"))
                .extract()
                .path("listId");
        DESK.get("/special-groups/" + listId)
                .body("reason", equalTo("缺少规定的表头（姓名、身份证号）"))
                .body("reasonEn", equalTo("the header that is wanted is not there (姓名、身份证号)"));
        DESK.get("/special-groups")
                .body("[0].reason", equalTo("缺少规定的表头（姓名、身份证号）"))
                .body("[0].reasonEn", equalTo("the header that is wanted is not there (姓名、身份证号)"));
    }

    @Test
    void whatWasKeptInChineseAloneIsSaidInEnglishByItsCode() {
        String listId = submit("姓名,身份证号\n李四," + number + "\n", 3)
                .statusCode(200)
                .extract()
                .path("listId");
        county.jdbi().useHandle(h -> {
            h.execute("update special_group_list set reason_en = null where list_id = ?", UUID.fromString(listId));
            h.execute(
                    "insert into special_group_error (list_id, row, field, code, message) values (?, 3, ?, ?, ?)",
                    UUID.fromString(listId),
                    "姓名",
                    "name-differs",
                    "姓名与登记库不一致");
        });
        DESK.get("/special-groups/" + listId)
                .body("reasonEn", equalTo("the rows are not as many as were declared"))
                .body("errors.messageEn", contains("the register has another name"));
    }

    private static ValidatableResponse submit(String rows, int declared) {
        return given().auth()
                .oauth2(TestRealm.token(DESK.department(), DESK.area()))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .multiPart("file", ListFiles.text(rows, StandardCharsets.UTF_8).toFile())
                .multiPart(
                        "declaration",
                        SpecialGroupListTest.declaration("DIBAO", TOWNSHIP, declared, true, false),
                        "application/json")
                .post("/special-groups")
                .then();
    }
}
