package cn.liangxian.subsidy.appropriation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.collection.CollectionHandoff.PaymentReturned;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestStack;
import cn.liangxian.subsidy.Neighbours;
import cn.liangxian.subsidy.Resident;
import cn.liangxian.subsidy.SubsidyHandoff.FundsApplied;
import cn.liangxian.subsidy.SubsidyHandoff.FundsAppropriated;
import cn.liangxian.subsidy.SubsidyHandoff.FundsPaidIn;
import cn.liangxian.subsidy.SubsidyHandoff.FundsReturned;
import cn.liangxian.subsidy.SubsidyHandoff.ProxyPaid;
import cn.liangxian.subsidy.SubsidyHandoff.Purpose;
import cn.liangxian.subsidy.statement.Statement;
import cn.liangxian.subsidy.statement.Statements;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestSecurity(user = "finance")
@OidcSecurity(claims = {@Claim(key = "department", value = "FINANCE"), @Claim(key = "area", value = "370404")})
class AppropriatingTest {

    private static final LocalDate BEFORE = LocalDate.of(2023, 11, 1);
    private static final LocalDate RUN = LocalDate.of(2023, 11, 10);

    /** Eldest first: the order in which money is used. */
    private final Resident eldest = Resident.born("1940-01-01");

    private final Resident middle = Resident.born("1945-01-01");
    private final Resident youngest = Resident.born("1960-01-01");

    @Inject
    Neighbours neighbours;

    @Inject
    Statements statements;

    @BeforeEach
    void threeAreAppliedFor() {
        neighbours.newCampaign();
        neighbours.opens("2023-11-01");
        String roster = Resident.rosterId();
        neighbours.hand(BEFORE, Resident.medical(roster, middle, youngest, eldest));
        neighbours.hand(BEFORE, Resident.accepted(roster, Insurance.MEDICAL, 3));
        neighbours.opens(RUN.toString());
    }

    @Test
    @Clause({"yicheng-2024/四(三)3a", "yicheng-2024/五(五)-a"})
    void whatIsAppropriatedInFullIsPaidForEveryPersonOnce() {
        appropriate("k1", 950).statusCode(201).body("posted", equalTo(95000)).body("shortfall", equalTo(0));

        List<ProxyPaid> paid = neighbours.received(ProxyPaid.class);
        assertEquals(
                List.of(eldest.key(), middle.key(), youngest.key()).stream()
                        .sorted()
                        .toList(),
                paid.stream().map(ProxyPaid::personKey).sorted().toList());
        assertEquals(Fen.ofYuan(950), sum(paid.stream().map(ProxyPaid::amount).toList()));
        assertEquals("yicheng-2024/四(一)医疗-5", of(youngest, paid).clause());
        FundsAppropriated appropriated =
                neighbours.received(FundsAppropriated.class).get(0);
        assertEquals(Fen.ZERO, appropriated.shortfall());
        assertEquals(3, appropriated.heads());
        assertEquals(
                List.of(appropriated.appropriationId()),
                paid.stream().map(ProxyPaid::appropriationId).distinct().toList());
        assertBalanced(950, 950, 0, 0);
        assertEquals(
                new Statement.Paid(3, Fen.ofYuan(950)),
                statements.now().proxyPaid().get(Insurance.MEDICAL));
    }

    @Test
    @Clause("yicheng-2024/五(五)-a")
    void moneyThatDoesNotSufficePaysTheEldestFirstAndTheRestStaysOpenAndVisible() {
        appropriate("k1", 500)
                .statusCode(201)
                .body("shortfall", equalTo(45000))
                .body("posted", equalTo(38000))
                .body("open", equalTo(12000));
        assertEquals(
                List.of(eldest.key()),
                neighbours.received(ProxyPaid.class).stream()
                        .map(ProxyPaid::personKey)
                        .toList());
        assertBalanced(500, 380, 0, 120);
        assertEquals(Fen.ofYuan(450), statements.now().shortfall());

        appropriate("k2", 450).statusCode(201).body("shortfall", equalTo(0)).body("posted", equalTo(57000));
        assertEquals(3, neighbours.received(ProxyPaid.class).size());
        assertBalanced(950, 950, 0, 0);
    }

    @Test
    void theSameAppropriationSentAgainIsAnsweredAgainAndBookedOnce() {
        String first = appropriate("k1", 950).statusCode(201).extract().asString();
        String second = appropriate("k1", 950).statusCode(201).extract().asString();
        assertEquals(first, second);
        appropriate("k1", 900).statusCode(422).body("code", equalTo("idempotency-key-reused"));
        assertEquals(1, neighbours.received(FundsAppropriated.class).size());
        assertBalanced(950, 950, 0, 0);
    }

    @Test
    void financeCannotAppropriateMoreThanAppliedForOrNothingOrForAnUnknownApplication() {
        appropriate("k1", 951)
                .statusCode(422)
                .body("code", equalTo("amount-exceeds-application"))
                .body("detail", equalTo("申请未拨余额950.00元"))
                .body("detailEn", equalTo("left of the application: 950.00 yuan"));
        appropriate("k1", 0).statusCode(422).body("code", equalTo("amount-not-positive"));
        appropriate("k1", -5).statusCode(422).body("code", equalTo("amount-not-positive"));
        post("k1", Uuid7.next().toString(), "100").statusCode(404).body("code", equalTo("application-unknown"));
        post("k1", applicationId(), "100.5").statusCode(400);
        assertBalanced(0, 0, 0, 0);
    }

    @Test
    void whoPaidEverythingBeforeTheMoneyCameIsNotPaidForAndTheMoneyGoesBack() {
        neighbours.hand(RUN, eldest.paysMedical(380, 380, "2023-11-10"));
        appropriate("k1", 950).statusCode(201).body("posted", equalTo(57000)).body("returned", equalTo(38000));
        assertEquals(2, neighbours.received(ProxyPaid.class).size());
        assertEquals(
                2, neighbours.received(FundsAppropriated.class).get(0).heads(), "nobody waits for who needs no more");
        FundsReturned returned = neighbours.received(FundsReturned.class).get(0);
        assertEquals(Fen.ofYuan(380), returned.amount());
        assertBalanced(950, 570, 380, 0);
    }

    @Test
    void whoPaidAPartIsPaidForWhatIsOpenAndTheRestGoesBack() {
        neighbours.hand(RUN, eldest.paysMedical(100, 100, "2023-11-10"));
        appropriate("k1", 950).statusCode(201).body("posted", equalTo(85000)).body("returned", equalTo(10000));
        assertEquals(
                Fen.ofYuan(280),
                of(eldest, neighbours.received(ProxyPaid.class)).amount());
        assertBalanced(950, 850, 100, 0);
    }

    @Test
    void aProxyPaymentThatComesBackGoesBackToFinanceExactlyOnce() {
        appropriate("k1", 950).statusCode(201);
        ProxyPaid proxy = of(eldest, neighbours.received(ProxyPaid.class));
        PaymentReturned back = Resident.returned(proxy);
        int parked = neighbours.parked();
        neighbours.hand(RUN, back);
        neighbours.hand(RUN, back);

        List<FundsReturned> returned = neighbours.received(FundsReturned.class);
        assertEquals(1, returned.size());
        assertEquals(proxy.proxyId(), returned.get(0).reference());
        assertEquals(Fen.ofYuan(380), returned.get(0).amount());
        assertBalanced(950, 570, 380, 0);
        assertEquals(parked, neighbours.parked());
        assertEquals(
                new Statement.Paid(1, Fen.ofYuan(380)),
                statements.now().proxyReturned().get(Insurance.MEDICAL));
        neighbours.opens("2023-12-01");
        assertEquals(1, neighbours.received(FundsApplied.class).size());
    }

    @Test
    void aPartOfAProxyPaymentThatComesBackGoesBackToFinance() {
        appropriate("k1", 950).statusCode(201);
        ProxyPaid proxy = of(eldest, neighbours.received(ProxyPaid.class));
        neighbours.hand(
                RUN,
                new PaymentReturned(
                        proxy.proxyId(), Payer.PROXY, proxy.personKey(), proxy.insurance(), Fen.of(1), "EXCEEDS_DUE"));
        assertEquals(Fen.of(1), neighbours.received(FundsReturned.class).get(0).amount());
        Statement statement = statements.now();
        assertEquals(Fen.of(94_999), statement.posted().get(Purpose.PROXY));
        assertEquals(Fen.of(1), statement.returned().get(Purpose.PROXY));
        assertEquals(Fen.ZERO, statement.ledgerSum());
    }

    @Test
    void aReturnOfWhatWasNeverPaidOrOfMoreThanWasPaidIsParked() {
        appropriate("k1", 950).statusCode(201);
        ProxyPaid proxy = of(eldest, neighbours.received(ProxyPaid.class));
        int before = neighbours.parked();
        neighbours.hand(
                RUN,
                new PaymentReturned(
                        proxy.proxyId(), Payer.PROXY, proxy.personKey(), proxy.insurance(), Fen.ofYuan(381), "?"),
                new PaymentReturned(
                        Uuid7.next().toString(), Payer.PROXY, "nobody", Insurance.MEDICAL, Fen.ofYuan(380), "?"));
        assertEquals(before + 2, neighbours.parked());
        assertBalanced(950, 950, 0, 0);
    }

    @Test
    void paymentsOnBehalfThatArriveAsContributionsAreNotCountedTwice() {
        appropriate("k1", 950).statusCode(201);
        neighbours.hand(
                RUN,
                neighbours.received(ProxyPaid.class).stream()
                        .map(proxy -> contribution(proxy))
                        .toList());
        neighbours.opens("2023-12-01");
        neighbours.opens("2023-12-18");
        assertEquals(1, neighbours.received(FundsApplied.class).size());
    }

    @Test
    @Clause("yicheng-2024/五(五)-a")
    void aSubsidyIsPaidIntoTheFundInOneSum() {
        neighbours.hand(RUN, eldest.paysMedical(380, 380, "2023-11-10"), middle.paysMedical(380, 380, "2023-11-10"));
        neighbours.opens("2023-12-21");
        FundsApplied fiscal = neighbours.received(FundsApplied.class).stream()
                .filter(applied -> applied.purpose() == Purpose.FISCAL_SUBSIDY)
                .findAny()
                .orElseThrow();
        post("k1", fiscal.applicationId(), "100000").statusCode(201).body("posted", equalTo(64000));
        post("k2", fiscal.applicationId(), "28000").statusCode(201).body("posted", equalTo(64000));
        List<FundsPaidIn> paidIn = neighbours.received(FundsPaidIn.class);
        assertEquals(2, paidIn.size());
        assertEquals(
                Fen.ofYuan(1280), sum(paidIn.stream().map(FundsPaidIn::amount).toList()));
        assertEquals(List.of(1, 1), paidIn.stream().map(FundsPaidIn::heads).toList());
        assertEquals(Fen.ofYuan(1280), statements.now().posted().get(Purpose.FISCAL_SUBSIDY));
        assertBalanced(0, 0, 0, 0);
    }

    @Test
    @Clause("yicheng-2024/四(一)医疗-2")
    void theFiscalSubsidyIsALowerBoundPerHeadLessIsAShortfallAndMoreGoesToTheFund() {
        neighbours.hand(RUN, eldest.paysMedical(380, 380, "2023-11-10"), middle.paysMedical(380, 380, "2023-11-10"));
        neighbours.opens("2023-12-21");
        String fiscal = neighbours.received(FundsApplied.class).stream()
                .filter(applied -> applied.purpose() == Purpose.FISCAL_SUBSIDY)
                .findAny()
                .orElseThrow()
                .applicationId();
        post("k1", fiscal, "127999")
                .statusCode(201)
                .body("shortfall", equalTo(1))
                .body("posted", equalTo(64000));
        perHead(fiscal).body("perHead", equalTo(63999)).body("state", equalTo("SHORT"));
        post("k2", fiscal, "1").statusCode(201).body("shortfall", equalTo(0)).body("posted", equalTo(64000));
        perHead(fiscal).body("perHead", equalTo(64000)).body("state", equalTo("FUNDED"));
        post("k3", fiscal, "2000").statusCode(201).body("posted", equalTo(2000)).body("open", equalTo(0));
        perHead(fiscal).body("perHead", equalTo(65000)).body("shortfall", equalTo(0));
        assertEquals(
                List.of(1, 1, 0),
                neighbours.received(FundsPaidIn.class).stream()
                        .map(FundsPaidIn::heads)
                        .toList());
        assertEquals(Fen.ofYuan(1300), statements.now().posted().get(Purpose.FISCAL_SUBSIDY));
        assertBalanced(0, 0, 0, 0);
    }

    @Test
    @TestSecurity(user = "tax")
    @OidcSecurity(claims = {@Claim(key = "department", value = "TAX"), @Claim(key = "area", value = "370404")})
    void onlyFinanceAppropriatesAndTaxReadsTheStatement() {
        appropriate("k1", 950).statusCode(403);
        given().get("/statement")
                .then()
                .statusCode(200)
                .body("ledgerSum", equalTo(0))
                .body("open", equalTo(0));
        given().get("/applications").then().statusCode(200).body("size()", equalTo(1));
        given().get("/applications?state=FUNDED").then().statusCode(200).body("size()", equalTo(0));
        given().get("/applications?state=UNANSWERED&limit=1").then().body("size()", equalTo(1));
        given().get("/applications?after=" + applicationId())
                .then()
                .statusCode(200)
                .body("size()", equalTo(0));
        given().get("/desk/funds?after=" + applicationId())
                .then()
                .statusCode(200)
                .body(containsString("950.00"), not(containsString("application?id=")));
        given().get("/applications/" + applicationId() + "/lines?after=1")
                .then()
                .statusCode(200)
                .body("number", equalTo(List.of(2, 3)));
        given().get("/applications/runs").then().statusCode(200).body("[0].state", equalTo("DONE"));
    }

    @Test
    @TestSecurity(user = "other-finance")
    @OidcSecurity(claims = {@Claim(key = "department", value = "FINANCE"), @Claim(key = "area", value = "370403")})
    void financeOfAnotherCountyFindsNothing() {
        appropriate("k1", 950).statusCode(404);
        given().get("/applications").then().statusCode(404);
    }

    private ValidatableResponse appropriate(String key, long yuan) {
        return post(key, applicationId(), Long.toString(yuan * 100));
    }

    private String applicationId() {
        return neighbours.received(FundsApplied.class).stream()
                .filter(applied -> applied.purpose() == Purpose.PROXY)
                .findFirst()
                .orElseThrow()
                .applicationId();
    }

    private static ValidatableResponse perHead(String application) {
        return given().get("/applications/" + application).then().statusCode(200);
    }

    private static ValidatableResponse post(String key, String application, String fen) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{\"applicationId\":\"" + application + "\",\"amount\":" + fen + "}")
                .post("/appropriations")
                .then();
    }

    /** Collection settled the claim with it. */
    private static Handoff contribution(ProxyPaid proxy) {
        Resident resident = new Resident(proxy.personKey(), null, null, List.of());
        long yuan = proxy.amount().amount() / 100;
        return resident.paid(Insurance.MEDICAL, yuan, 380, yuan, 380, Payer.PROXY, "2023-11-10");
    }

    private static ProxyPaid of(Resident resident, List<ProxyPaid> paid) {
        return paid.stream()
                .filter(proxy -> proxy.personKey().equals(resident.key()))
                .findFirst()
                .orElseThrow();
    }

    /** For proxies, in yuan: appropriated = posted + returned + open, and the ledger sums to zero. */
    private void assertBalanced(long appropriated, long posted, long returned, long open) {
        Statement statement = statements.now();
        assertEquals(Fen.ofYuan(appropriated), statement.appropriated().get(Purpose.PROXY));
        assertEquals(Fen.ofYuan(posted), statement.posted().get(Purpose.PROXY));
        assertEquals(Fen.ofYuan(returned), statement.returned().get(Purpose.PROXY));
        assertEquals(Fen.ofYuan(open), statement.open());
        assertEquals(Fen.ZERO, statement.ledgerSum());
        assertEquals(appropriated, posted + returned + open);
    }

    private static Fen sum(List<Fen> amounts) {
        return amounts.stream().reduce(Fen.ZERO, Fen::plus);
    }
}
