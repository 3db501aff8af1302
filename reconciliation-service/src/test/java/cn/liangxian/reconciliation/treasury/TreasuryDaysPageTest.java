package cn.liangxian.reconciliation.treasury;

import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TREASURY;
import static cn.liangxian.handoff.Insurance.MEDICAL;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import cn.liangxian.reconciliation.Dates;
import cn.liangxian.reconciliation.Neighbours;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The treasury reports a day at its desk, from a file or entry by entry. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class TreasuryDaysPageTest {

    @Inject
    Dates dates;

    @Inject
    Neighbours neighbours;

    private final String voucher = "v-" + Uuid7.next();
    private LocalDate date;
    private String form;

    @BeforeEach
    void aDayIsOpen() {
        date = dates.openUnused();
        form = "/desk/treasury-days/report?of=" + date + "/MEDICAL";
    }

    @Test
    @Clause("yicheng-2024/附件-b")
    void aDayIsReportedEntryByEntryAndReportedAgainFromAFile() {
        String page = "/desk/treasury-days?until=" + date;
        neighbours.page(TREASURY, page).statusCode(200).body(containsString("of=" + date + "/MEDICAL"));
        neighbours.page(TREASURY, form).body(containsString("name=\"version\" value=\"1\""), containsString("WECHAT"));
        sends(TREASURY, 1, "2", "400.00", voucher + ",WECHAT,380\n" + voucher + "-b,WECHAT,20.00")
                .statusCode(303)
                .header("Location", endsWith("/desk/treasury-days"));
        neighbours.page(TREASURY, page).body(containsString("400.00"), containsString("版本 1"));
        neighbours
                .page(TREASURY, form)
                .body(containsString("name=\"version\" value=\"2\""), containsString(TreasuryDesk.account(MEDICAL)));
        asked(TREASURY, 2, "1", "380.00")
                .multiPart("file", "day.csv", (voucher + ",WECHAT,380").getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/desk/treasury-days/report")
                .then()
                .statusCode(303);
        neighbours.page(TREASURY, page).body(containsString("版本 2"), not(containsString("400.00")));
        neighbours
                .as(TAX)
                .get("/days/" + date)
                .then()
                .body("find { it.insurance == 'MEDICAL' }.state", equalTo("WAITING_FOR_COLLECTION"));
    }

    @Test
    void whatDoesNotAddUpOrIsOutOfTurnIsRefusedInWordsAndChangesNothing() {
        String entry = voucher + ",WECHAT,380";
        sends(TREASURY, 1, "2", "380", entry).statusCode(422).body(containsString("国库日报笔数或金额与明细不符"));
        sends(TREASURY, 1, "1", "380.01", entry).statusCode(422);
        sends(TREASURY, 1, "1", "380", voucher + ",WECHAT,3.801")
                .statusCode(422)
                .body(containsString("国库日报内容不完整"));
        sends(TREASURY, 2, "1", "380", entry).statusCode(409).body(containsString("国库日报版本不连续"));
        sends(TREASURY, 1, "", "380", entry).statusCode(400);
        sends(TREASURY, 1, "1", "a lot", entry).statusCode(400);
        neighbours.page(TREASURY, form).body(containsString("name=\"version\" value=\"1\""));
    }

    @Test
    void onlyTheTreasuryOfTheCountyReports() {
        sends(TAX, 1, "1", "380", voucher + ",WECHAT,380").statusCode(403);
        neighbours.page(TAX, "/desk/treasury-days").statusCode(403);
        neighbours.page(TAX, form).statusCode(403);
        neighbours.page(TREASURY, "370404001", form, "zh").statusCode(404);
        for (String of : List.of("yesterday", date + "/NONE", "")) {
            neighbours.page(TREASURY, "/desk/treasury-days/report?of=" + of).statusCode(400);
        }
        neighbours
                .page(TREASURY, "370404", form, "en")
                .body(containsString("Report the day"), not(containsString("报送日报")));
    }

    private ValidatableResponse sends(Department department, int version, String count, String total, String lines) {
        return asked(department, version, count, total)
                .multiPart("lines", lines)
                .post("/desk/treasury-days/report")
                .then();
    }

    private RequestSpecification asked(Department department, int version, String count, String total) {
        return given().auth()
                .oauth2(TestRealm.token(department.name(), "370404"))
                .redirects()
                .follow(false)
                .multiPart("key", Uuid7.next().toString())
                .multiPart("date", date.toString())
                .multiPart("insurance", "MEDICAL")
                .multiPart("version", Integer.toString(version))
                .multiPart("account", TreasuryDesk.account(MEDICAL), "text/plain; charset=UTF-8")
                .multiPart("count", count)
                .multiPart("total", total);
    }
}
