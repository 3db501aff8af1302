package cn.liangxian.collection.desk;

import static org.hamcrest.Matchers.endsWith;

import cn.liangxian.collection.Desk;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no browser sends is refused, and is no fault of ours. */
@QuarkusTest
class OddRequestsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/desk/a b", "/desk/\\elsewhere.example", "/desk/%zz", "/desk/^", "//elsewhere.example", ""})
    void whoComesFromNoPageOfThisDeskIsLedToItsFirst(String back) {
        Desk.TAX
                .request()
                .redirects()
                .follow(false)
                .queryParam("to", "en")
                .queryParam("back", back)
                .get("/desk/language")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/desk"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "elsewhere", "mailto:a", "http://", "http://a b", "https://elsewhere.example"})
    void aFormThatSaysNoSiteOrAnotherIsAFormOfAnotherSite(String origin) {
        Desk.TAX
                .request()
                .header("Origin", origin)
                .contentType("application/x-www-form-urlencoded")
                .post("/desk/receipts")
                .then()
                .statusCode(403);
    }
}
