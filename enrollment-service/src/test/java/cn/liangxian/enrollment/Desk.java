package cn.liangxian.enrollment;

import static io.restassured.RestAssured.given;

import cn.liangxian.local.TestRealm;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Somebody with a token of one department and area, at the REST side of enrollment. */
public record Desk(String department, String area) {

    public RequestSpecification request() {
        return given().auth().oauth2(TestRealm.token(department, area)).contentType(ContentType.JSON);
    }

    public ValidatableResponse get(String path) {
        return request().get(path).then();
    }

    public ValidatableResponse post(String path, String body) {
        return request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path)
                .then();
    }
}
