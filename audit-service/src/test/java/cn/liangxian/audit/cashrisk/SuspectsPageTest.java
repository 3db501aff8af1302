package cn.liangxian.audit.cashrisk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import cn.liangxian.local.OtherCounty;
import cn.liangxian.local.TestRealm;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** What the desk says of the screens of cash. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class SuspectsPageTest {

    @Test
    void whatEachScreenSeeksStandsInTheLanguageOfTheReader() {
        page("zh").body(containsString("又在期限内退回的；期限：30日"), containsString("期限：当日"), not(containsString("payments")));
        page("en").body(containsString("payments over the fee POS"), not(containsString("退回")));
    }

    private static ValidatableResponse page(String language) {
        return given().auth()
                .oauth2(TestRealm.token("TAX", "653130"))
                .cookie("language", language)
                .get("/desk/suspects")
                .then()
                .statusCode(200);
    }
}
