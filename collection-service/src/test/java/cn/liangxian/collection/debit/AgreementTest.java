package cn.liangxian.collection.debit;

import static cn.liangxian.collection.debit.Bank.POSTAL_SAVINGS;
import static cn.liangxian.collection.debit.Bank.RURAL_CREDIT;
import static cn.liangxian.collection.debit.TownshipPapers.TOWN;
import static cn.liangxian.collection.debit.TownshipPapers.renewals;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.AgreementHandoff.AgreementsReviewed;
import cn.liangxian.collection.AgreementHandoff.AgreementsUrged;
import cn.liangxian.collection.County;
import cn.liangxian.collection.DebitHandoff.AgreementVoided;
import cn.liangxian.collection.DebitHandoff.AgreementsMissing;
import cn.liangxian.collection.DebitHandoff.AgreementsToRenew;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.handoff.Clause;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agreements of payer and bank: signed, named by the township as to be signed anew, voided by tax, signed again. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class AgreementTest {

    private static final Desk TAX = new Desk("TAX", "653130");
    private static final Desk TOWNSHIP = new Desk("TOWNSHIP", TOWN);

    @Inject
    County county;

    private final Resident first = Resident.ordinary().of(TOWN + "201");
    private final Resident second = Resident.ordinary().of(TOWN + "201");
    private final Resident third = Resident.ordinary().of(TOWN + "201");

    @BeforeEach
    void threeAreInsured() {
        county.begins("2023-08-17");
        county.insuresMedical(first, second, third);
    }

    @Test
    @Clause({"bachu-2022/第二十五条(2)", "bachu-2022/第二十五条(3)", "bachu-2022/第二十五条(5)", "bachu-2022/第二十五条(6)"})
    void nobodyHasTwoValidAgreementsAndARenewalIsVoidedBeforeItIsSignedAnew() {
        RURAL_CREDIT.signs(first, "A1").statusCode(201).body("state", equalTo("SIGNED"));
        RURAL_CREDIT.signs(first, "A1").statusCode(201).body("maskedAccount", equalTo("***************1234"));
        RURAL_CREDIT.signs(second, "A1").statusCode(422).body("code", equalTo("agreement-number-taken"));
        POSTAL_SAVINGS
                .signs(first, "P1")
                .statusCode(409)
                .body("code", equalTo("agreement-still-valid"))
                .body("detail", containsString("协议状态：有效"), "detailEn", containsString(": Valid"));
        RURAL_CREDIT
                .desk()
                .post("/agreements", POSTAL_SAVINGS.agreement(first, "P1"))
                .statusCode(404);

        TOWNSHIP.post("/agreements/renewals", renewals(2, first)).statusCode(422);
        TOWNSHIP.post("/agreements/renewals", renewals(3, first, second, Resident.ordinary()))
                .statusCode(201)
                .body("accepted", equalTo(1))
                .body("refusals.code", equalTo(List.of("no-agreement", "payer-unknown")))
                .body("refusals.message", equalTo(List.of("没有可重签的协议", "该证件号码不属于本乡镇居民")))
                .body("refusals[0].messageEn", equalTo("there is no agreement to be signed anew"));
        POSTAL_SAVINGS.signs(first, "P1").statusCode(409);
        TAX.post("/agreements/voidings", Map.of("township", TOWN))
                .statusCode(201)
                .body("people", equalTo(1));
        POSTAL_SAVINGS.signs(first, "P1").statusCode(201);
        TAX.get("/agreements?township=" + TOWN + "&state=REPLACED").body("agreementNo", equalTo(List.of("A1")));
        assertEquals(1, county.handed(AgreementsToRenew.class).get(0).people());
        assertEquals(1, county.handed(AgreementVoided.class).get(0).people());

        TAX.get("/agreements/missing?township=" + TOWN).body("size()", equalTo(2));
        county.begins("2023-01-09");
        county.insuresMedical(first, second, third);
        RURAL_CREDIT.signs(first, "A9").statusCode(201);
        assertTrue(county.handed(AgreementsMissing.class).isEmpty(), "due by 01-10, not before");
        county.opens("2023-01-10");
        List<AgreementsMissing> missing = county.handed(AgreementsMissing.class);
        assertEquals(12, missing.size(), "every township is told, also when nobody is missing");
        assertEquals(
                2,
                missing.stream()
                        .filter(list -> list.township().equals(TOWN))
                        .findFirst()
                        .orElseThrow()
                        .people());
    }

    @Test
    @Clause("bachu-2022/第二十五条(8)")
    void aNamedPersonOfTheTownshipUrgesEverybodyOfTheListUntilHeHasSigned() {
        county.begins("2023-01-09");
        county.insuresMedical(first, second, third);
        RURAL_CREDIT.signs(first, "U1").statusCode(201);
        urges(second).statusCode(409).body("code", equalTo("agreements-not-listed"));
        county.opens("2023-01-10");
        urges(first).statusCode(422).body("code", equalTo("agreement-not-missing"));
        urges(second).statusCode(201).body("people", equalTo(1), "left", equalTo(1));
        urges(second).statusCode(201).body("left", equalTo(1));
        RURAL_CREDIT.signs(third, "U3").statusCode(201);
        urges().statusCode(201).body("people", equalTo(0), "left", equalTo(0));
        AgreementsUrged last = county.handed(AgreementsUrged.class).get(2);
        assertEquals("陈某", last.person());
        assertEquals(LocalDate.of(2023, 1, 10), last.listedOn());
    }

    @Test
    @Clause("bachu-2022/第二十五条(7)")
    void aTownshipTellsTaxAfterAQuarterHowItsAgreementsStand() {
        county.begins("2023-08-17");
        county.insuresMedical(first, second, third);
        RURAL_CREDIT.signs(first, "Q1").statusCode(201);
        RURAL_CREDIT.signs(second, "Q2").statusCode(201);
        TOWNSHIP.post("/agreements/renewals", renewals(2, first, second)).statusCode(201);
        TAX.post("/agreements/voidings", Map.of("township", TOWN)).statusCode(201);
        POSTAL_SAVINGS.signs(first, "Q3").statusCode(201);
        TAX.post("/agreements/reviews", Map.of("township", TOWN)).statusCode(403);
        new Desk("TOWNSHIP", "653130102")
                .post("/agreements/reviews", Map.of("township", TOWN))
                .statusCode(404);
        county.opens("2023-10-08");
        TOWNSHIP.post("/agreements/reviews", Map.of("township", TOWN)).statusCode(201);
        AgreementsReviewed reviewed = county.handed(AgreementsReviewed.class).get(0);
        assertEquals("2023-Q3", reviewed.quarter());
        assertEquals(
                List.of(1, 1, 0, 1, 2),
                List.of(
                        reviewed.valid(),
                        reviewed.renewed(),
                        reviewed.toRenew(),
                        reviewed.voided(),
                        reviewed.missing()));
    }

    @Test
    @Clause({"bachu-2022/第二十五条(6)", "bachu-2022/第二十五条(8)"})
    void thePageShowsWhoHasNoneTheTownshipUrgesThemThereAndTaxVoidsWhatIsToBeSignedAnew() {
        county.begins("2023-01-09");
        county.insuresMedical(first, second, third);
        RURAL_CREDIT.signs(first, "W1").statusCode(201);
        RURAL_CREDIT.signs(second, "W2").statusCode(201);
        county.opens("2023-01-10");
        TOWNSHIP.get("/desk/agreements")
                .statusCode(200)
                .body(containsString(third.key()), not(containsString(first.key())))
                .body(containsString("/desk/persons/one?key=" + third.key()), not(containsString(third.idNumber())));
        TOWNSHIP.get("/desk/agreements?township=653130101").statusCode(404);
        new Desk("VILLAGE", TOWN + "201").get("/desk/agreements").statusCode(403);
        typed(TOWNSHIP, "urge", Map.of("person", "", "people", third.key()))
                .statusCode(400)
                .body(containsString("姓名：必填"));
        typed(TOWNSHIP, "urge", Map.of("person", "陈某")).statusCode(400).body(containsString("人员：请勾选已督促的人员"));
        typed(TAX, "urge", Map.of("person", "陈某", "people", third.key())).statusCode(403);
        typed(TOWNSHIP, "urge", Map.of("person", "陈某", "people", third.key())).statusCode(303);
        TOWNSHIP.get("/desk/agreements").body(containsString("<td class=\"nowrap\">2023-01-10</td>"));
        assertEquals(0, county.handed(AgreementsUrged.class).get(0).left());
        TOWNSHIP.post("/agreements/renewals", renewals(2, first, second)).statusCode(201);
        TAX.get("/desk/agreements?state=TO_RENEW&township=" + TOWN)
                .statusCode(200)
                .body(containsString("W1"), containsString("/desk/agreements/void"));
        TAX.get("/agreements?state=TO_RENEW&limit=1&township=" + TOWN).body("agreementNo", equalTo(List.of("W1")));
        TAX.get("/agreements?state=TO_RENEW&limit=1&township=" + TOWN + "&after=" + RURAL_CREDIT.code() + "/W1")
                .body("agreementNo", equalTo(List.of("W2")));
        typed(TAX, "void", Map.of()).statusCode(303);
        TAX.get("/desk/agreements?state=VOIDED&township=" + TOWN).body(containsString("W1"), containsString("W2"));
    }

    @Test
    @Clause({"bachu-2022/第二十五条(5)", "bachu-2022/第二十五条(6)"})
    void aTownshipNamesOnThePageWhatIsToBeSignedAnewAndSeesItVoidedAndReplaced() {
        county.begins("2023-02-14");
        county.insuresMedical(first, second, third);
        RURAL_CREDIT.signs(first, "N1").statusCode(201);
        RURAL_CREDIT.signs(second, "N2").statusCode(201);
        TOWNSHIP.get("/desk/agreements?state=SIGNED")
                .statusCode(200)
                .body(containsString("每年提交截止日 2023-02-15"), containsString("value=\"RURAL_CREDIT/N1\""));
        TAX.get("/desk/agreements?state=SIGNED&township=" + TOWN).body(not(containsString("agreements/renew")));
        Map<String, String> chosen = Map.of("agreement", "RURAL_CREDIT/N1", "reason", "CARD_CHANGED");
        typed(TAX, "renew", chosen).statusCode(403);
        typed(TOWNSHIP, "renew", Map.of("reason", "CARD_CHANGED")).statusCode(400);
        typed(TOWNSHIP, "renew", Map.of("agreement", "RURAL_CREDIT/N9", "reason", "CARD_CHANGED"))
                .statusCode(422)
                .body(containsString("重签人数与明细不符"));
        typed(TOWNSHIP, "renew", chosen).statusCode(303).header("Location", containsString("listed=1"));
        typed(TOWNSHIP, "renew", chosen).statusCode(303);
        assertEquals(1, county.handed(AgreementsToRenew.class).size(), "sent twice, taken once");
        TOWNSHIP.get("/desk/agreements?state=TO_RENEW&listed=1")
                .body(containsString("换卡"), containsString("2023-02-14"), containsString("列入人数： <b>1</b>"))
                .body(not(containsString(first.idNumber())));
        typed(TOWNSHIP, "renew", Map.of("none", "true")).statusCode(303);
        assertEquals(0, county.handed(AgreementsToRenew.class).get(1).people());
        county.opens("2023-02-16");
        typed(TAX, "void", Map.of()).statusCode(303);
        TOWNSHIP.get("/desk/agreements?state=VOIDED").body(containsString("N1"), containsString("2023-02-16"));
        typed(TOWNSHIP, "renew", Map.of("agreement", "RURAL_CREDIT/N1", "reason", "TO_SIGN_ANEW"))
                .statusCode(200)
                .body(containsString("列入人数： <b>0</b>"), containsString("没有可重签的协议"))
                .body(containsString("back=%2Fdesk%2Fagreements\""), not(containsString(first.idNumber())));
        POSTAL_SAVINGS.signs(first, "P1").statusCode(201);
        TOWNSHIP.get("/desk/agreements?state=REPLACED").body(containsString("N1"));
    }

    @Test
    @Clause("bachu-2022/第二十五条(8)")
    void whereNobodyIsWithoutAnAgreementTheTownshipSaysSoOnThePage() {
        county.begins("2023-01-10");
        county.insuresMedical(first);
        typed(TOWNSHIP, "urge", Map.of("person", "陈某", "none", "true", "people", first.key()))
                .statusCode(400);
        RURAL_CREDIT.signs(first, "E1").statusCode(201);
        TOWNSHIP.get("/desk/agreements").body(containsString("本乡镇已无未签人员"));
        TAX.get("/desk/agreements?township=" + TOWN).body(not(containsString("agreements/urge")));
        typed(TOWNSHIP, "urge", Map.of("person", "陈某", "none", "true")).statusCode(303);
        AgreementsUrged urged = county.handed(AgreementsUrged.class).get(0);
        assertEquals(List.of(0, 0), List.of(urged.people(), urged.left()));
    }

    @Test
    @Clause("bachu-2022/第二十五条(7)")
    void thePageShowsHowTheAgreementsStandAfterTheQuarterAndTheTownshipTellsTax() {
        county.begins("2023-08-17");
        county.insuresMedical(first, second, third);
        RURAL_CREDIT.signs(first, "R1").statusCode(201);
        county.opens("2023-10-08");
        TOWNSHIP.get("/desk/agreements").body(containsString("href=\"/desk/agreements/review\""));
        TOWNSHIP.get("/desk/agreements/review")
                .statusCode(200)
                .body(containsString("2023-Q3"), containsString("<dt>协议有效</dt><dd>1</dd>"))
                .body(containsString("<dt>未签有效协议</dt><dd>2</dd>"), not(containsString("已报送税务部门")));
        TAX.get("/desk/agreements/review").statusCode(403);
        typed(TAX, "review", Map.of()).statusCode(403);
        TOWNSHIP.request()
                .contentType("application/x-www-form-urlencoded")
                .post("/desk/agreements/review")
                .then()
                .statusCode(400)
                .body(containsString("Idempotency-Key"));
        typed(TOWNSHIP, "review", Map.of()).statusCode(303).header("Location", containsString("review?told=2023-Q3"));
        AgreementsReviewed told = county.handed(AgreementsReviewed.class).get(0);
        assertEquals(TOWN, told.township());
        assertEquals(List.of("2023-Q3", 1, 2), List.of(told.quarter(), told.valid(), told.missing()));
        TOWNSHIP.get("/desk/agreements/review?told=2023-Q3").body(containsString("已报送税务部门 <b>2023-Q3</b>"));
        TOWNSHIP.request()
                .cookie("language", "en")
                .get("/desk/agreements/review")
                .then()
                .body(containsString("Without a valid agreement"), not(containsString("核查")));
    }

    private static ValidatableResponse typed(Desk desk, String what, Map<String, String> fields) {
        return desk.request()
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParams(fields)
                .formParam("township", TOWN)
                .formParam("key", "typed-" + what + fields.hashCode())
                .post("/desk/agreements/" + what)
                .then();
    }

    private ValidatableResponse urges(Resident... residents) {
        return TOWNSHIP.post(
                "/agreements/urgings",
                Map.of(
                        "township",
                        TOWN,
                        "person",
                        "陈某",
                        "people",
                        Stream.of(residents).map(Resident::key).toList()));
    }
}
