package cn.liangxian.audit.register;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.liangxian.audit.Road;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

/** The slack of a handoff 余量, where the register shows it. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class SlackShownTest {

    private static final String COUNTY = "653130";

    @Inject
    Road road;

    @Test
    void thePathToTheFirstDebitHasNoSlackAndTheRegisterShowsIt() {
        road.begins();
        road.opens("2023-08-22");
        road.as("TAX", COUNTY)
                .get("/deadlines")
                .then()
                .body("findAll { it.slack?.neededFor == 'debit.first' }.handoff", hasSize(4))
                .body("findAll { it.slack?.neededFor == 'debit.first' }.slack.days", everyItem(equalTo(0)))
                .body("find { it.handoff == 'enrollment-roster-delivered' }.slack.days", equalTo(5))
                .body("find { it.handoff == 'collection-cash-settled' }.slack", nullValue());
        drawer("zh", containsString("<dt>余量</dt><dd>0 天，其后为首批批量划扣 2023-09-12 <span class=\"assumed\""));
        drawer("en", containsString("<dt>Slack</dt><dd>0 days, then the first batch debit 2023-09-12 <span"));
    }

    private void drawer(String language, Matcher<String> says) {
        road.as("TAX", COUNTY)
                .cookie("language", language)
                .get("/desk/mine/one?id=collection-payable-roster-issued:653130100")
                .then()
                .statusCode(200)
                .body(says);
    }
}
