package cn.liangxian.enrollment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.TestRealm;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Somebody with a token of one department and area, at the REST side of enrollment. */
public record Desk(String department, String area) {

    public static final Desk MEDICAL = new Desk("MEDICAL_INSURANCE", County.CODE);
    public static final Desk PENSION = new Desk("SOCIAL_INSURANCE", County.CODE);
    public static final Desk POLICE = new Desk("PUBLIC_SECURITY", County.CODE);

    public RequestSpecification request() {
        return given().auth().oauth2(TestRealm.token(department, area)).contentType(ContentType.JSON);
    }

    public ValidatableResponse get(String path) {
        return request().get(path).then();
    }

    /** An agency seals the roster of its insurance. */
    public ValidatableResponse seals(Insurance insurance) {
        return post("/rosters", "{\"insurance\":\"%s\",\"sealedBy\":\"agency\"}".formatted(insurance))
                .statusCode(201);
    }

    /** The list of a category as its department sends it, in rows of name, number and first day. */
    public ValidatableResponse lists(String category, String... rows) {
        byte[] file = ("姓名,身份证号,开始日期\n" + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
        return given().auth()
                .oauth2(TestRealm.token(department, area))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .multiPart("file", "list.csv", file)
                .multiPart(
                        "declaration",
                        """
                        {"category":"%s","area":"%s","listDate":"2023-10-08","declaredCount":%d,"signedBy":"甲",
                         "sealed":true,"carrier":"paper","confirmedZero":false}"""
                                .formatted(category, area, rows.length),
                        "application/json")
                .post("/special-groups")
                .then()
                .statusCode(200)
                .body("grade", equalTo("ACCEPTED"));
    }

    /** Household data of one person, as a row of JSON. */
    public ValidatableResponse household(String row) {
        return given().auth()
                .oauth2(TestRealm.token(department, area))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("X-Declared-Count", 1)
                .header("Content-Type", "application/x-ndjson")
                .body((row + "\n").getBytes(StandardCharsets.UTF_8))
                .post("/households")
                .then()
                .statusCode(200)
                .body("applied", equalTo(1));
    }

    public ValidatableResponse post(String path, String body) {
        return request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path)
                .then();
    }

    /** A form of a page, in fields and values; what is answered is not followed. */
    public ValidatableResponse form(String path, String... fields) {
        RequestSpecification request = given().auth()
                .oauth2(TestRealm.token(department, area))
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
        for (int i = 0; i < fields.length; i += 2) {
            request.formParam(fields[i], fields[i + 1]);
        }
        return request.post(path).then();
    }
}
