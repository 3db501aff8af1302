package cn.liangxian.reconciliation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The pages of the desk as HTML. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestSecurity(user = "tax")
@OidcSecurity(claims = {@Claim(key = "department", value = "TAX"), @Claim(key = "area", value = "370404")})
class DeskPagesTest {

    @Inject
    Dates dates;

    @Inject
    Jdbi jdbi;

    @Test
    void everyPageIsThereInBothLanguages() {
        for (String page : new String[] {"balances", "differences", "red-list"}) {
            given().get("/desk/" + page).then().statusCode(200).body(containsString("<html lang=\"zh-CN\">"));
            given().cookie("language", "en")
                    .get("/desk/" + page)
                    .then()
                    .statusCode(200)
                    .body(containsString("<html lang=\"en\">"))
                    .body(not(containsString("差异")));
        }
    }

    @Test
    void whoPaidAndIsNotEntitledIsOnThePageWithTheBrokenLinkAndItsOwner() {
        String person = Uuid7.next().toString();
        dates.openUnused();
        jdbi.useHandle(h -> h.execute(
                "insert into red_list values (?, 'MEDICAL', 2024, '370404001', 38000, 'NOT_IN_TREASURY', 'TREASURY', ?)",
                person,
                LocalDate.of(2023, 9, 1)));
        given().get("/desk/red-list?link=NOT_IN_TREASURY")
                .then()
                .statusCode(200)
                .body(containsString(person))
                .body(containsString("未入国库"))
                .body(containsString("国库"));
        given().get("/desk/red-list?link=INCOMPLETE").then().statusCode(200).body(not(containsString(person)));
    }

    @Test
    void aMalformedDateOrKindIsAProblemInWords() {
        given().get("/desk/balances?until=yesterday")
                .then()
                .statusCode(400)
                .contentType("text/html")
                .body(containsString("请求格式错误"));
        given().get("/desk/differences?kind=NONE").then().statusCode(400);
        given().get("/desk/red-list?link=NONE").then().statusCode(400);
    }

    @Test
    @TestSecurity(user = "education")
    @OidcSecurity(claims = {@Claim(key = "department", value = "EDUCATION"), @Claim(key = "area", value = "370404")})
    void aDepartmentWithoutAPartInItIsRefused() {
        given().get("/desk/differences").then().statusCode(403);
        given().get("/desk/red-list").then().statusCode(403);
    }
}
