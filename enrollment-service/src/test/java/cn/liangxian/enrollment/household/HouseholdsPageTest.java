package cn.liangxian.enrollment.household;

import static cn.liangxian.enrollment.Desk.POLICE;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.enrollment.County;
import cn.liangxian.enrollment.Desk;
import cn.liangxian.enrollment.EnrollmentHandoff.HouseholdsUpdated;
import cn.liangxian.handoff.Clause;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The police hand household data in at their desk. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class HouseholdsPageTest {

    private static final String PAGE = "/desk/households";
    private static final String TOWNSHIP = "370404002";

    @Inject
    County county;

    private final String number = County.newNumber(LocalDate.of(1980, 1, 2), true);

    @BeforeEach
    void open() {
        county.openDay();
    }

    @Test
    @Clause({"yicheng-2024/五(八)", "bachu-2022/第十二条"})
    void theGoodRowsOfAFileAreTakenAndTheOthersNamedWithTheirColumn() {
        String rows = "idNumber,name,village,change\n"
                + number + ",张三丰," + TOWNSHIP + "001,BIRTH\n"
                + number.substring(1) + ",李四," + TOWNSHIP + "001,\n";
        upload(POLICE, "2023-Q2", "2", rows)
                .statusCode(200)
                .body(containsString("<td class=\"n\">3</td><td class=\"code\">idNumber</td>"))
                .body(containsString("身份证号格式不正确"), not(containsString(number)), not(containsString("李四")));
        assertEquals(1, county.count("select count(*) from person where id_number = ?", number));
        county.handed(
                HouseholdsUpdated.class,
                one -> one.area().equals(TOWNSHIP) && "2023-Q2".equals(one.quarter()) && one.births() == 1);
        POLICE.get(PAGE)
                .statusCode(200)
                .body(containsString("<td class=\"nowrap\">2023-Q2</td><td class=\"n\">2</td>"));
    }

    @Test
    @Clause("yicheng-2024/五(八)")
    void aFileThatIsNotAsDeclaredIsRefusedAndNothingOfItIsTaken() {
        String rows = "idNumber,name,village\n" + number + ",张三丰," + TOWNSHIP + "001\n";
        upload(POLICE, "", "2", rows).statusCode(422).body(containsString("申报2，实收1"));
        upload(POLICE, "", "", rows).statusCode(422).body(containsString("申报人数：缺少申报行数"));
        upload(POLICE, "2023", "1", rows).statusCode(400).body(containsString("格式不正确"));
        upload(POLICE, "", "1", "").statusCode(400).body(containsString("文件：缺失"));
        assertEquals(0, county.count("select count(*) from person where id_number = ?", number));
    }

    @Test
    void onlyThePoliceHandInAndOnlyForTheirArea() {
        String rows = "idNumber,name,village\n" + number + ",张三丰," + TOWNSHIP + "001\n";
        upload(new Desk("CIVIL_AFFAIRS", County.CODE), "", "1", rows).statusCode(403);
        Desk elsewhere = new Desk("PUBLIC_SECURITY", "370404101");
        upload(elsewhere, "", "1", rows).statusCode(404);
        elsewhere.get(PAGE).statusCode(200).body(not(containsString("吴林街道")));
    }

    private static ValidatableResponse upload(Desk desk, String quarter, String declared, String rows) {
        RequestSpecification request = given().auth()
                .oauth2(TestRealm.token(desk.department(), desk.area()))
                .multiPart("area", TOWNSHIP)
                .multiPart("quarter", quarter)
                .multiPart("declared", declared)
                .multiPart("key", UUID.randomUUID().toString());
        return (rows.isEmpty()
                        ? request
                        : request.multiPart(
                                "file", "households.csv", rows.getBytes(StandardCharsets.UTF_8), "text/csv"))
                .post(PAGE)
                .then();
    }
}
