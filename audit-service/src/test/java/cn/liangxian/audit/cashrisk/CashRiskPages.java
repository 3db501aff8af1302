package cn.liangxian.audit.cashrisk;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import cn.liangxian.audit.Road;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The pages on which the risks of cash are worked at, in between what {@link CashRiskTest} does through REST. */
abstract class CashRiskPages {

    static final String COUNTY = "653130";
    static final String TOWNSHIP = "653130100";
    static final String SECOND = "653130200";
    private static final String ASSUMED = "title=\"文件未写明，此处按推定执行\"";

    static final byte[] SIGNED = "%PDF-1.7 signed".getBytes(StandardCharsets.UTF_8);

    @Inject
    Road road;

    @Test
    @Order(35)
    void aTownshipReportsItsSelfCheckAtTheDeskWithTheSignedReport() {
        String push = first(page("TOWNSHIP", SECOND, "/desk/suspects").body(containsString("逾期未报")), "suspects/one");
        String drawer = "/desk/suspects/one?id=" + push;
        page("TAX", COUNTY, drawer).body(not(containsString("反馈自查结果")), containsString("/desk/replay/one"));
        String suspect = page("TOWNSHIP", SECOND, drawer)
                .body(containsString("反馈自查结果"), containsString("提前征收"), not(containsString("/desk/replay/one")))
                .extract()
                .asString()
                .replaceAll("(?s).*name=\"suspect\" value=\"([^\"]+)\".*", "$1");
        report(push, Map.of()).statusCode(400);
        report(push, Map.of("suspect", suspect, "result", "IN_ORDER"))
                .statusCode(303)
                .header("Location", endsWith("/desk/suspects"));
        page("TOWNSHIP", SECOND, "/desk/suspects").body(containsString("已报告（逾期）"));
        page("TOWNSHIP", SECOND, drawer)
                .body(containsString("报告摘要"), containsString("正常"), not(containsString("反馈自查结果")))
                .body(containsString("此前无人查看"));
        road.as("DISCIPLINE", COUNTY)
                .get("/desk/suspects/report?id=" + push)
                .then()
                .statusCode(200)
                .contentType("application/pdf");
        page("TOWNSHIP", SECOND, drawer).body(containsString("</time>纪检监察"), not(containsString("此前无人查看")));
        page("FINANCE", COUNTY, drawer).body(not(containsString("/desk/suspects/report")));
        page("TAX", COUNTY, "/desk/suspects?township=" + SECOND).body(not(containsString("<td>巴楚镇</td>")));
        road.as("TOWNSHIP", SECOND)
                .get("/desk/suspects?township=" + TOWNSHIP)
                .then()
                .statusCode(404);
    }

    @Test
    @Order(45)
    void whatWasDrawnIsCheckedAtTheDeskByTheRiskGroup() {
        String page = page("TAX", COUNTY, "/desk/samples")
                .body(containsString("尚未抽查"), containsString("提前征收"), containsString("恰尔巴格乡"))
                .extract()
                .asString();
        String drawer = page.replaceAll("(?s).*?hx-get=\"(/desk/samples/one[^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        page("TAX", COUNTY, drawer).body(containsString("登记抽查结果"), containsString("自查敷衍"));
        page("AUDIT_BUREAU", COUNTY, drawer).body(not(containsString("登记抽查结果")));
        page("TOWNSHIP", SECOND, "/desk/samples").body(containsString("恰尔巴格乡001"), not(containsString("巴楚镇001")));
        road.as("TOWNSHIP", SECOND).get(drawer).then().statusCode(404);
        english("TAX", "/desk/samples", "not yet");
    }

    /** The report that the township signed, and who looked at it. */
    void tellsWhoReadsTheReport(String path, String unreported) {
        for (String department : List.of("TAX", "DISCIPLINE", "AUDIT_BUREAU")) {
            byte[] read = road.as(department, COUNTY)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .contentType("application/pdf")
                    .header("X-Content-Type-Options", equalTo("nosniff"))
                    .header("Cache-Control", containsString("no-store"))
                    .extract()
                    .asByteArray();
            assertArrayEquals(SIGNED, read);
        }
        road.as("FINANCE", COUNTY).get(path).then().statusCode(403);
        road.as("TOWNSHIP", SECOND).get(path).then().statusCode(404);
        road.as("TAX", COUNTY).get(unreported).then().statusCode(404);
        road.as("TOWNSHIP", TOWNSHIP)
                .get(path + "/looks")
                .then()
                .body("department", containsInAnyOrder("TAX", "DISCIPLINE", "AUDIT_BUREAU"))
                .body("seenOn", everyItem(equalTo("2024-01-23")));
    }

    /** Instead of a program, somebody at the desk says what was found. */
    void checkAtTheDesk(String department, String sample, String suspect, String outcome) {
        road.sends(
                        department,
                        COUNTY,
                        "/desk/samples/check",
                        Map.of("sample", sample, "suspect", suspect, "outcome", outcome, "answerable", "COLLECTOR"))
                .statusCode(303)
                .header("Location", endsWith("/desk/samples"));
        page(department, COUNTY, "/desk/samples").body(containsString("自查敷衍"));
    }

    @Test
    @Order(55)
    void disciplineSaysAtTheDeskHowItDealtWithAViolationAndOthersSeeIt() {
        String list = "/desk/violations?origin=SPOT_CHECK";
        String violation = first(
                page("DISCIPLINE", COUNTY, list)
                        .body(
                                containsString("自查敷衍"),
                                containsString("乡（镇）分管领导"),
                                containsString("2024-04-03"),
                                containsString(ASSUMED),
                                not(containsString("纪律处分"))),
                "violations/one");
        page("DISCIPLINE", COUNTY, "/desk/violations?decided=true").body(containsString("纪律处分"));
        page("DISCIPLINE", COUNTY, "/desk/violations?origin=COMPLAINT").body(containsString("没有符合条件的记录"));
        String drawer = "/desk/violations/one?id=" + violation;
        page("DISCIPLINE", COUNTY, drawer).body(containsString("登记处理结果"), containsString("待纪检监察处理"));
        page("FINANCE", COUNTY, drawer).body(not(containsString("登记处理结果")));
        Map<String, String> reminded = Map.of("id", violation, "handling", "REMINDED");
        road.sends("TAX", COUNTY, "/desk/violations/decision", reminded).statusCode(403);
        road.sends("DISCIPLINE", COUNTY, "/desk/violations/decision", Map.of("id", violation))
                .statusCode(400);
        road.sends("DISCIPLINE", COUNTY, "/desk/violations/decision", reminded)
                .statusCode(303)
                .header("Location", endsWith("/desk/violations"));
        page("TAX", COUNTY, "/desk/violations?decided=true").body(containsString("提醒谈话"));
        english("TAX", "/desk/violations?decided=true", "reminder");
        road.as("EDUCATION", COUNTY).get("/desk/violations").then().statusCode(403);
    }

    @Test
    @Order(65)
    void anInspectionIsEnteredAtTheDeskAndShowsWhatItFound() {
        page("DISCIPLINE", COUNTY, "/desk/inspections")
                .body(containsString("已达标"), containsString("未检查"), containsString("2024-12-31"));
        page("AUDIT_BUREAU", COUNTY, "/desk/inspections").body(not(containsString("登记检查")));
        page("FINANCE", COUNTY, "/desk/inspections/new").body(containsString("参加部门"), containsString("积压"));
        road.as("AUDIT_BUREAU", COUNTY).get("/desk/inspections/new").then().statusCode(403);
        Map<String, Object> held = Map.of(
                "township",
                SECOND,
                "villages",
                "001、003",
                "department",
                List.of("FINANCE", "TAX"),
                "breach",
                List.of("DIVERTED", ""),
                "answerable",
                List.of("SPECIALIST", "COLLECTOR"));
        road.sends("FINANCE", COUNTY, "/desk/inspections", held)
                .statusCode(303)
                .header("Location", endsWith("/desk/inspections"));
        String inspection = first(
                page("TAX", COUNTY, "/desk/inspections?township=" + SECOND).body(containsString("财政、税务")),
                "inspections/one");
        page("TAX", COUNTY, "/desk/inspections/one?id=" + inspection)
                .body(
                        containsString("恰尔巴格乡001、恰尔巴格乡003"),
                        containsString("挤占挪用"),
                        containsString("专干"),
                        containsString("待处理"));
        english("FINANCE", "/desk/inspections", "under way");
        english("FINANCE", "/desk/inspections/new", "Numbers of the villages");
    }

    private ValidatableResponse report(String push, Map<String, String> parts) {
        var request = road.as("TOWNSHIP", SECOND)
                .redirects()
                .follow(false)
                .multiPart("report", "report.pdf", "%PDF-1.7 signed".getBytes(), "application/pdf")
                .multiPart("id", push)
                .multiPart("key", UUID.randomUUID().toString());
        parts.forEach(request::multiPart);
        return request.post("/desk/suspects/self-check").then();
    }

    private ValidatableResponse page(String department, String area, String path) {
        return road.page(department, area, path, "zh").body(containsString("<html lang=\"zh-CN\">"));
    }

    private void english(String department, String path, String says) {
        road.page(department, COUNTY, path, "en")
                .body(containsString("<html lang=\"en\">"), containsString(says))
                .body(not(containsString("乡镇")), not(containsString("部门")));
    }

    /** The id in the first link of a page to the drawer. */
    private static String first(ValidatableResponse page, String drawer) {
        return page.extract().asString().replaceAll("(?s).*?/desk/" + drawer + "[?]id=([^\"&]+)\".*", "$1");
    }
}
