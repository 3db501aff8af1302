package cn.liangxian.subsidy.sponsorship;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.collection.CollectionHandoff.PaymentReturned;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.TestStack;
import cn.liangxian.subsidy.Neighbours;
import cn.liangxian.subsidy.Resident;
import cn.liangxian.subsidy.SubsidyHandoff.FundsApplied;
import cn.liangxian.subsidy.SubsidyHandoff.FundsReturned;
import cn.liangxian.subsidy.SubsidyHandoff.SponsorshipPaid;
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
@TestSecurity(user = "village")
@OidcSecurity(claims = {@Claim(key = "department", value = "VILLAGE"), @Claim(key = "area", value = "370404001003")})
class SponsorshipsTest {

    private static final LocalDate DAY = LocalDate.of(2023, 11, 1);
    private final Resident resident = Resident.born("1990-01-01");
    private final Resident settled = Resident.born("1990-01-01");

    @Inject
    Neighbours neighbours;

    @Inject
    Statements statements;

    @BeforeEach
    void twoAreRosteredAndOneHasPaid() {
        neighbours.newCampaign();
        neighbours.opens(DAY.toString());
        String roster = Resident.rosterId();
        neighbours.hand(DAY, Resident.medical(roster, resident, settled));
        neighbours.hand(DAY, Resident.accepted(roster, Insurance.MEDICAL, 2));
        neighbours.hand(DAY, settled.paysMedical(380, 380, DAY.toString()));
    }

    @Test
    @Clause("yicheng-2024/四(一)医疗-6")
    void aSponsorPaysAPartOrAllButNeverMoreThanIsOpen() {
        sponsor("k1", line(resident.key(), 100), line(resident.key(), 281), line(resident.key(), 280))
                .statusCode(201)
                .body("accepted", equalTo(2))
                .body("total", equalTo(38000))
                .body("refused.row", equalTo(List.of(2)))
                .body("refused.code", equalTo(List.of("amount-exceeds-open")));
        sponsor("k2", line(resident.key(), 1))
                .statusCode(201)
                .body("accepted", equalTo(0))
                .body("refused[0].code", equalTo("claim-settled"));
        List<SponsorshipPaid> paid = neighbours.received(SponsorshipPaid.class);
        assertEquals(2, paid.size());
        assertEquals("village collective", paid.get(0).sponsor());
        assertEquals(
                new Statement.Paid(1, Fen.ofYuan(380)),
                statements.now().sponsored().get(Insurance.MEDICAL));
        assertEquals(Fen.ZERO, statements.now().ledgerSum());
    }

    @Test
    void linesForUnknownOrSettledPersonsAndAmountsOfNothingAreRefusedOneByOne() {
        sponsor("k1", line("nobody", 380), line(settled.key(), 380), line(resident.key(), 0), line(resident.key(), 380))
                .statusCode(201)
                .body("accepted", equalTo(1))
                .body("refused.code", equalTo(List.of("person-unknown", "claim-settled", "amount-not-positive")));
    }

    @Test
    void theSameRequestSentAgainIsPaidOnce() {
        sponsor("k1", line(resident.key(), 100)).statusCode(201);
        sponsor("k1", line(resident.key(), 100)).statusCode(201);
        assertEquals(1, neighbours.received(SponsorshipPaid.class).size());
        sponsor(null, line(resident.key(), 100)).statusCode(400).body("code", equalTo("idempotency-key-missing"));
    }

    @Test
    void aSponsorshipThatCameBackGoesBackToTheSponsorOnceAndNotToFinance() {
        sponsor("k1", line(resident.key(), 380)).statusCode(201);
        SponsorshipPaid paid = neighbours.received(SponsorshipPaid.class).get(0);
        PaymentReturned back = new PaymentReturned(
                paid.sponsorshipId(), Payer.SPONSOR, paid.personKey(), paid.insurance(), paid.amount(), "settled");
        neighbours.hand(DAY, back);
        neighbours.hand(DAY, back);
        assertEquals(
                new Statement.Paid(1, Fen.ofYuan(380)),
                statements.now().sponsorshipReturned().get(Insurance.MEDICAL));
        assertEquals(Fen.ZERO, statements.now().ledgerSum());
        assertEquals(List.of(), neighbours.received(FundsReturned.class));
        // what came back is open again
        sponsor("k2", line(resident.key(), 380)).statusCode(201).body("accepted", equalTo(1));
    }

    @Test
    @Clause("yicheng-2024/四(一)医疗-6")
    void whatASponsorPaidIsNotAppliedForFromFinance() {
        Resident old = Resident.born("1950-01-01");
        String roster = Resident.rosterId();
        neighbours.hand(DAY, Resident.medical(roster, old));
        neighbours.hand(DAY, Resident.accepted(roster, Insurance.MEDICAL, 1));
        sponsor("k1", line(old.key(), 300)).statusCode(201).body("accepted", equalTo(1));
        neighbours.opens("2023-11-10");
        assertEquals(
                Fen.ofYuan(80), neighbours.received(FundsApplied.class).get(0).amount());
    }

    @Test
    @TestSecurity(user = "other-village")
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "VILLAGE"), @Claim(key = "area", value = "370404001004")})
    void aPersonOfAnotherVillageIsUnknownToThisOne() {
        sponsor("k1", line(resident.key(), 100))
                .statusCode(201)
                .body("accepted", equalTo(0))
                .body("refused[0].code", equalTo("person-unknown"));
    }

    @Test
    @TestSecurity(user = "treasury")
    @OidcSecurity(claims = {@Claim(key = "department", value = "TREASURY"), @Claim(key = "area", value = "370404")})
    void whoIsNoSponsorIsRefused() {
        sponsor("k1", line(resident.key(), 100)).statusCode(403);
        given().get("/statement").then().statusCode(403);
    }

    private static String line(String person, long yuan) {
        return "{\"personKey\":\"" + person + "\",\"insurance\":\"MEDICAL\",\"amount\":" + yuan * 100 + "}";
    }

    private static ValidatableResponse sponsor(String key, String... lines) {
        var request = given().contentType(ContentType.JSON)
                .body("{\"sponsor\":\"village collective\",\"lines\":[" + String.join(",", lines) + "]}");
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.post("/sponsorships").then();
    }
}
