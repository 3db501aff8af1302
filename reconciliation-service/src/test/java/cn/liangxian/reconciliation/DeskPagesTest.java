package cn.liangxian.reconciliation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
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

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String ownerPassword;

    /** The other tests of this database balance days of their own. */
    private static final LocalDate STATED_AGAIN = LocalDate.of(2019, 3, 4);

    @AfterEach
    void takeBackTheDay() {
        Jdbi.create(url, owner, ownerPassword).useTransaction(h -> {
            for (String table : new String[] {"difference", "balance", "treasury_row", "treasury_day", "collected"}) {
                h.execute("delete from " + table + " where day = ?", STATED_AGAIN);
            }
            h.execute("delete from claim where last_paid_on = ?", STATED_AGAIN);
        });
    }

    @Test
    void everyPageIsThereInBothLanguages() {
        for (String page : new String[] {"balances", "differences", "restatements", "flow", "red-list"}) {
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
    void whatAMonthDiffersByIsOnThePageOfDifferencesWithItsOwnerAndAge() {
        dates.openUnused();
        jdbi.useHandle(
                h -> h.execute(
                        """
                insert into treasury_statement
                values ('2018-05', 'PENSION', 1, 'A', 1, 12345, 0, 0, 12345, '2018-06-04') on conflict do nothing"""));
        given().get("/desk/differences")
                .then()
                .statusCode(200)
                .body(containsString("月报与逐日不符"))
                .body(containsString("123.45"))
                .body(containsString("2018-07-01"))
                .body(containsString("应于何日前"));
    }

    @Test
    void whoPaidAndIsNotEntitledIsOnThePageWithTheBrokenLinkAndItsOwner() {
        String person = Uuid7.next().toString();
        dates.openUnused();
        jdbi.useHandle(h -> h.execute(
                "insert into red_list values (?, 'MEDICAL', 2024, '370404001', 38000, 'NOT_IN_TREASURY', 'TREASURY', ?, null, null, ?)",
                person,
                LocalDate.of(2023, 9, 1),
                LocalDate.of(2023, 9, 1)));
        given().get("/desk/red-list?link=NOT_IN_TREASURY")
                .then()
                .statusCode(200)
                .body(containsString(person))
                .body(containsString("未入国库"))
                .body(containsString("class=\"assumed\" title=\"文件未写明，此处按推定执行\">推定"))
                .body(containsString("国库"));
        given().get("/desk/red-list?link=INCOMPLETE").then().statusCode(200).body(not(containsString(person)));
    }

    @Test
    void aDayThatWasStatedAgainShowsItsVersionsSideBySideAndItsMoneyFlowsOn() {
        LocalDate day = STATED_AGAIN;
        String voucher = Uuid7.next().toString();
        jdbi.useTransaction(h -> {
            h.execute(
                    "insert into collected values ('PAID', ?, ?, ?, 'PENSION', 'WECHAT', ?, 15000, 'p', 2019, '370404001', 15000, 15000)",
                    voucher,
                    voucher,
                    day,
                    voucher);
            h.execute("insert into claim values ('p', 'PENSION', 2019, '370404001', 15000, 15000, true, ?, 1)", day);
            for (int version = 1; version <= 2; version++) {
                long fen = version == 1 ? 10000 : 15000;
                h.execute(
                        "insert into treasury_day values (?, 'PENSION', ?, 'A', 1, ?, 'd', ?)", day, version, fen, day);
                h.execute(
                        "insert into treasury_row values (?, 'PENSION', ?, 1, 'WECHAT', ?, ?)",
                        day,
                        version,
                        voucher,
                        fen);
                h.execute(
                        "insert into balance values (?, 'PENSION', ?, 'A', ?, 15000, ?, ?)",
                        day,
                        version,
                        version,
                        fen,
                        day.plusDays(version));
            }
            h.execute(
                    """
                    insert into difference (day, insurance, version, channel, voucher, kind, collected, treasury, owner)
                    values (?, 'PENSION', 1, 'WECHAT', ?, 'AMOUNT_DIFFERS', 15000, 10000, 'TREASURY')""",
                    day,
                    voucher);
        });
        given().get("/desk/restatements?before=2019-03-05")
                .then()
                .statusCode(200)
                .body(containsString("2019-03-04"))
                .body(containsString(voucher))
                .body(containsString("<span class=\"late-text\">-50.00</span></td><td class=\"n\">—"));
        given().get("/desk/restatements?before=2019-03-04").then().body(not(containsString(voucher)));
        given().get("/restatements?before=2019-03-05&limit=1")
                .then()
                .statusCode(200)
                .body("date", equalTo(List.of("2019-03-04")))
                .body("[0].versions.version", equalTo(List.of(1, 2)))
                .body("[0].vouchers[0].byVersion", equalTo(List.of(-5000, 0)));
        given().get("/flow").then().statusCode(200).body("to", hasItem("TREASURY"));
        given().get("/desk/flow")
                .then()
                .statusCode(200)
                .body(containsString("sankey"))
                .body(containsString("养老已入库"));
    }

    @Test
    void moneyThatCameByNoChannelIsNamedByWhoPaidIt() {
        for (String payer : List.of("PROXY", "SPONSOR")) {
            String voucher = Uuid7.next().toString();
            jdbi.useHandle(h -> h.execute(
                    "insert into collected values ('PAID', ?, ?, ?, 'PENSION', ?, ?, 15000, 'p', 2019, '370404001', 15000, 15000)",
                    voucher,
                    voucher,
                    STATED_AGAIN.plusDays(1),
                    payer,
                    voucher));
        }
        given().get("/desk/flow")
                .then()
                .statusCode(200)
                .body(containsString("代缴"), containsString("资助"))
                .body(not(containsString("PROXY")), not(containsString("SPONSOR")));
        given().cookie("language", "en")
                .get("/desk/flow")
                .then()
                .body(containsString("on behalf"), containsString("a sponsor"), not(containsString("PROXY")));
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
    @TestSecurity(user = "medical-office")
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "MEDICAL_INSURANCE"), @Claim(key = "area", value = "370404001")
            })
    void theOfficeOfATownshipIsNotShownWhatIsTheCountys() {
        for (String page : new String[] {"/flow", "/restatements", "/differences", "/days/2019-03-04"}) {
            given().get(page).then().statusCode(404);
        }
        for (String page : new String[] {"flow", "restatements", "differences", "balances"}) {
            given().get("/desk/" + page).then().statusCode(404);
        }
    }

    @Test
    @TestSecurity(user = "education")
    @OidcSecurity(claims = {@Claim(key = "department", value = "EDUCATION"), @Claim(key = "area", value = "370404")})
    void aDepartmentWithoutAPartInItIsRefused() {
        given().get("/desk/differences").then().statusCode(403);
        given().get("/desk/restatements").then().statusCode(403);
        given().get("/restatements").then().statusCode(403);
        given().get("/flow").then().statusCode(403);
        given().get("/desk/flow").then().statusCode(403);
        given().get("/desk/red-list").then().statusCode(403);
    }
}
