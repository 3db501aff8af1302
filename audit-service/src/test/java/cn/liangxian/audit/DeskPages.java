package cn.liangxian.audit;

import static cn.liangxian.audit.register.Stimuli.on;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.enrollment.AccessHandoff.PersonalDataAccessed;
import cn.liangxian.handoff.Department;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The pages of the desk as HTML, with the register in mid-campaign. */
abstract class DeskPages {

    @Inject
    Road road;

    @Test
    @Order(11)
    void nothingYetAndLateDoNotLookTheSameAndEachSaysItsClauseAndWhatItHoldsUp() {
        page("TREASURY", "/desk/mine", "zh")
                .body(containsString("<span class=\"mark not-yet\">未报送</span>"))
                .body(containsString("附件-b"))
                .body(containsString("title=\"文件未写明，此处按推定执行\">推定</span>"))
                .body(containsString("影响后续"))
                .body(containsString("数据截至业务日"));
        page("TAX", "/desk/mine?state=LATE", "zh")
                .body(containsString("<span class=\"mark late\">逾期未报</span>"))
                .body(containsString("计入考核评价（七）"))
                .body(containsString("下一步："))
                .body(not(containsString("mark not-yet")));
    }

    @Test
    @Order(11)
    void whoeverOwesAHandoffIsLedToWhereItIsDoneAndNobodyElseIs() {
        String link = "href=\"http://localhost:8083/desk/treasury-days\"";
        String one = "/desk/mine/one?id=reconciliation-treasury-day-received:PENSION:2023-10-20";
        page("TREASURY", "/desk/mine", "zh").body(containsString(link)).body(containsString("去办理"));
        page("TREASURY", one, "en").body(containsString(link)).body(containsString("Do it"));
        for (String other : List.of("/desk/mine?scope=EVERYBODY&handoff=reconciliation-treasury-day-received", one)) {
            page("TAX", other, "zh").body(not(containsString(link))).body(containsString("在工作台办理"));
        }
        page("TAX", one, "zh").body(containsString("在工作台办理 · 对账入账"));
    }

    @Test
    @Order(11)
    void whatAProgramReportsAndWhatTheSystemDoesLeadsNowhereAndSaysSo() {
        String roster = "/desk/mine/one?id=collection-payable-roster-issued:370404103";
        page("TAX", roster, "zh").body(containsString("由业务系统经接口报送 · 保费征缴 POST /payable-rosters"));
        page("TAX", roster, "en").body(containsString("through an interface · Collection POST /payable-rosters"));
        page("TAX", "/desk/mine?handoff=collection-payable-roster-issued", "zh")
                .body(containsString("<small class=\"block\">由业务系统经接口报送</small>"))
                .body(not(containsString("去办理")));
        page("TAX", "/desk/mine/one?id=audit-publication-ordered:370404103", "zh")
                .body(containsString("系统自动完成"))
                .body(not(containsString("去办理")));
    }

    @Test
    @Order(13)
    void whatIsDoneLeadsNowhereAnyMore() {
        page("TREASURY", "/desk/mine?state=DONE", "zh")
                .body(containsString("在工作台办理"))
                .body(not(containsString("去办理")));
    }

    @Test
    @Order(11)
    void whatCannotBeginYetSaysOnThePageOnWhomItWaits() {
        page("TAX", "/desk/mine?state=BLOCKED", "zh")
                .body(containsString("暂不能开始"))
                .body(containsString("国库"));
    }

    @Test
    @Order(11)
    void theCalendarAndThePunctualityOfDepartmentsSayWhatRestsOnADateThatNoTextGives() {
        page("TAX", "/desk/calendar?month=2023-10", "zh")
                .body(containsString("</b><span class=\"assumed\" title=\"文件未写明，此处按推定执行\">推定</span></a>"));
        road.as("TAX", "370404")
                .get("/deadlines/calendar?from=2023-10-01&until=2024-01-31")
                .then()
                .body(
                        "days.findAll { it.handoff == 'audit-publication-evidenced' }.assumed.unique()",
                        equalTo(List.of(false)))
                .body(
                        "days.findAll { it.handoff == 'collection-payable-roster-issued' }.assumed.unique()",
                        equalTo(List.of(true)));
        page("COUNTY_GOVERNMENT", "/desk/punctuality", "zh").body(containsString("按推定时限"));
        road.as("COUNTY_GOVERNMENT", "370404")
                .get("/punctuality")
                .then()
                .statusCode(200)
                .body("department", hasItem("TOWNSHIP"));
        road.as("TREASURY", "370404").get("/punctuality").then().statusCode(403);
    }

    @Test
    @Order(11)
    void everyPageIsThereInEnglishToo() {
        for (String page : new String[] {"/desk/mine", "/desk/mine?state=LATE", "/desk/mine?state=BLOCKED"}) {
            page("TAX", page, "en")
                    .body(containsString("<html lang=\"en\">"))
                    .body(containsString("What is mine"))
                    .body(not(containsString("逾期")))
                    .body(not(containsString("移交")));
        }
    }

    @Test
    @Order(13)
    void aConfirmedZeroLooksLikeNeither() {
        page("TREASURY", "/desk/mine?state=DONE", "zh")
                .body(containsString("<span class=\"mark zero\">0（已确认无）</span>"))
                .body(not(containsString("mark not-yet")))
                .body(not(containsString("mark late")));
    }

    @Test
    @Order(90)
    void zeroIsConfirmedForSeveralAtOnceFromThisPageAndFromNoOtherSite() {
        String id = "reconciliation-treasury-day-received:MEDICAL:2023-10-19";
        road.as("TREASURY", "370404")
                .header("Origin", "https://elsewhere.example")
                .formParam("id", id)
                .formParam("reason", "无税款入库")
                .formParam("key", "k1")
                .post("/desk/mine/zero")
                .then()
                .statusCode(403)
                .contentType("text/html")
                .body(containsString("无权办理"));
        road.as("TREASURY", "370404")
                .redirects()
                .follow(false)
                .formParam("id", id)
                .formParam("reason", "无税款入库")
                .formParam("key", "k1")
                .post("/desk/mine/zero")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/desk/mine?confirmed=1"));
        road.stands(id, "MET_LATE");
    }

    @Test
    @Order(13)
    void oneObligationShowsItsCourseAndItsLadder() {
        page("TAX", "/desk/mine/one?id=collection-payable-roster-issued:370404103", "zh")
                .body(containsString("办理经过"))
                .body(containsString("督办阶梯"))
                .body(containsString("逾期催办"))
                .body(containsString("待执行"));
        page("TAX", "/desk/mine/one?id=collection-payable-roster-issued:370404103", "en")
                .body(containsString("Escalation"))
                .body(containsString("urging when overdue"))
                .body(not(containsString("催办")));
        road.as("EDUCATION", "370404")
                .get("/desk/mine/one?id=collection-payable-roster-issued:370404103")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("未找到"));
    }

    @Test
    @Order(13)
    void theReplayTellsExactlyHowMuchItSearchedAndOneEventHasItsTree() {
        String found = page("AUDIT_BUREAU", "/desk/replay?topic=audit-day-opened-v1", "zh")
                .body(containsString("已入索引的事件全部检索完毕"))
                .body(containsString("仅可按人员编号检索： 参保名册行"))
                .extract()
                .asString();
        String id = found.replaceAll("(?s).*?/desk/replay/one\\?id=([^\"]+)\".*", "$1");
        page("AUDIT_BUREAU", "/desk/replay/one?id=" + id, "zh")
                .body(containsString("来龙去脉"))
                .body(containsString("aria-current=\"true\""));
        page("TAX", "/desk/replay?key=nobody-has-this-key", "en")
                .body(containsString("every indexed event has been searched"))
                .body(containsString("by the key of their person alone: Roster line"))
                .body(containsString("Nothing matches"));
        road.as("TAX", "370404").get("/desk/replay?key=%27%20or%201").then().statusCode(400);
        road.as("TAX", "370404")
                .get("/desk/replay/person?key=nobody-has-this-key")
                .then()
                .statusCode(404);
        road.as("TREASURY", "370404").get("/desk/replay").then().statusCode(403);
        for (String whole : List.of("", "/one?id=" + id, "/person?key=person-1", "/line?key=person-1")) {
            road.as("TAX", "370404001").get("/desk/replay" + whole).then().statusCode(404);
        }
        road.as("TREASURY", "370404").get("/desk/replay/one?id=" + id).then().statusCode(403);
    }

    @Test
    @Order(13)
    void thePagesOfTheWatchAreThereInBothLanguages() {
        for (String page :
                new String[] {"suspects", "samples", "inspections", "complaints", "violations", "daily", "cash-trails"
                }) {
            page("DISCIPLINE", "/desk/" + page, "zh");
            page("DISCIPLINE", "/desk/" + page, "en").body(containsString("<html lang=\"en\">"));
            road.as("EDUCATION", "370404").get("/desk/" + page).then().statusCode(403);
        }
    }

    @Test
    @Order(13)
    void whoLookedAtDataIsShownToWhoProvidedThemAndToNobodyElse() {
        page("AUDIT_BUREAU", "/desk/evaluation", "zh").body(containsString("尚未作出评估报告"));
        road.takes(on(
                "2023-10-21",
                new PersonalDataAccessed(
                        "access-1",
                        "person-looked-at",
                        List.of(Department.PUBLIC_SECURITY, Department.CIVIL_AFFAIRS),
                        Department.TAX,
                        "370404",
                        "核对证件号码",
                        LocalDate.of(2023, 10, 21),
                        null)));
        page("CIVIL_AFFAIRS", "/desk/accesses", "zh")
                .body(containsString("person-looked-at"))
                .body(containsString("核对证件号码"));
        page("DISCIPLINE", "/desk/accesses", "en").body(containsString("person-looked-at"));
        page("VETERANS", "/desk/accesses", "zh").body(not(containsString("person-looked-at")));
        road.as("TAX", "370404").get("/desk/accesses").then().statusCode(403);

        String person = "/desk/replay/person?key=person-looked-at";
        page("AUDIT_BUREAU", person, "zh")
                .body(containsString("尚无名册载明的显示“—”"))
                .body(containsString("名册行按人员编号索引"))
                .body(not(containsString("其后的未计入")));
        page("AUDIT_BUREAU", person, "en")
                .body(containsString("does not mean that nothing is due"))
                .body(containsString("Lines of rosters are indexed by person"));
    }

    @Test
    @Order(32)
    void theEvaluationIsAPageForWhoeverOversees() {
        page("COUNTY_GOVERNMENT", "/desk/evaluation", "zh")
                .body(containsString("考核评估"))
                .body(containsString("各单位时效"))
                .body(containsString("按推定时限"))
                .body(containsString("文件未写明，此处按推定执行"))
                .body(containsString("2024-01-"));
        page("COUNTY_GOVERNMENT", "/desk/evaluation", "en").body(not(containsString("as of today")));
        page("TAX", "/desk/evaluation", "en").body(containsString("as of today"));
        road.as("COUNTY_GOVERNMENT", "370404")
                .post("/desk/evaluation/report")
                .then()
                .statusCode(403);
        road.as("TAX", "370404")
                .formParam("on", "2023-01-01")
                .post("/desk/evaluation/report")
                .then()
                .statusCode(400)
                .body(containsString("2024-01-"));
        road.as("EDUCATION", "370404").get("/desk/evaluation").then().statusCode(403);
    }

    @Test
    @Order(32)
    void theEvaluationIsADocumentInWhichEverythingCanBeRead() throws IOException {
        byte[] document = road.as("COUNTY_GOVERNMENT", "370404")
                .cookie("language", "zh")
                .get("/desk/evaluation/pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        StringBuilder text = new StringBuilder();
        try (PdfReader reader = new PdfReader(document)) {
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(reader).getTextFromPage(page));
            }
        }
        for (String part : List.of("征缴考核评估报告", "峄城区", "yicheng-2024/七", "各单位时效", "按推定时", "国库", "2024-01-")) {
            assertTrue(text.toString().contains(part), part + " in " + text);
        }
        assertTrue(document.length < 300_000, "only the characters used are embedded: " + document.length);
        road.as("EDUCATION", "370404").get("/desk/evaluation/pdf").then().statusCode(403);
    }

    @Test
    @Order(13)
    void theLanguageIsKeptInACookieAndLeadsToNoOtherHost() {
        for (String back : new String[] {"https://elsewhere.example/", "//elsewhere.example"}) {
            road.as("TAX", "370404")
                    .redirects()
                    .follow(false)
                    .queryParam("to", "en")
                    .queryParam("back", back)
                    .get("/desk/language")
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith("/desk"))
                    .header("Set-Cookie", allOf(startsWith("language=en"), containsString("HttpOnly")));
        }
    }

    ValidatableResponse page(String department, String path, String language) {
        return road.as(department, "370404")
                .cookie("language", language)
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Cache-Control", "no-store");
    }
}
