package cn.liangxian.subsidy.application;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.OtherReading;
import cn.liangxian.subsidy.Neighbours;
import cn.liangxian.subsidy.Resident;
import cn.liangxian.subsidy.SubsidyHandoff.FundsApplied;
import cn.liangxian.subsidy.SubsidyHandoff.ProxyListConfirmed;
import cn.liangxian.subsidy.SubsidyHandoff.ProxyPaid;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The aid policy that the notice refers to has been read into the file: the poor are aided with 228 yuan. */
@QuarkusTest
@TestProfile(OtherAidTest.TheAidPolicyIsKnown.class)
@TestSecurity(user = "finance")
@OidcSecurity(claims = {@Claim(key = "department", value = "FINANCE"), @Claim(key = "area", value = "370404")})
class OtherAidTest {

    private static final LocalDate BEFORE = LocalDate.of(2023, 11, 1);

    @Inject
    Neighbours neighbours;

    /** Who else is aided, with how much and by whom, and nothing else. */
    public static class TheAidPolicyIsKnown extends OtherReading {
        @Override
        protected String values() {
            return """
                    insurances:
                      MEDICAL:
                        on-behalf:
                          - { name: other-aid, who: POVERTY, percent: 60, funder: GOVERNMENT, by: 四(一)医疗-3b, assumed: [who, percent, funder] }
                    """;
        }
    }

    @Test
    @Clause("yicheng-2024/四(一)医疗-3b")
    void otherAidRecipientsArePaidForWithThePersonalPartUnderTheirClauseAndTheStrongerAidComesBefore() {
        Resident poor = Resident.born("1980-01-01", "POVERTY");
        Resident poorAndAllowed = Resident.born("1980-01-01", "POVERTY", "DIBAO");
        Resident nobody = Resident.born("1980-01-01");
        neighbours.newCampaign();
        neighbours.opens(BEFORE.toString());
        String roster = Resident.rosterId();
        neighbours.hand(BEFORE, Resident.medical(roster, poor, poorAndAllowed, nobody));
        neighbours.hand(BEFORE, Resident.accepted(roster, Insurance.MEDICAL, 3));
        neighbours.opens("2023-11-10");

        ProxyListConfirmed list = neighbours.received(ProxyListConfirmed.class).stream()
                .filter(one -> one.funder().equals("GOVERNMENT"))
                .findFirst()
                .orElseThrow();
        assertEquals(Map.of("other-aid", 1), list.persons());
        FundsApplied applied = neighbours.received(FundsApplied.class).stream()
                .filter(one -> one.applicationId().equals(list.listId()))
                .findFirst()
                .orElseThrow();
        assertEquals(Fen.ofYuan(228), applied.amount());
        given().contentType(ContentType.JSON)
                .header("Idempotency-Key", Uuid7.next().toString())
                .body("{\"applicationId\":\"" + applied.applicationId() + "\",\"amount\":22800}")
                .post("/appropriations")
                .then()
                .statusCode(201);
        ProxyPaid paid = neighbours.received(ProxyPaid.class).get(0);
        assertEquals(poor.key(), paid.personKey());
        assertEquals(Fen.ofYuan(228), paid.amount());
        assertEquals("yicheng-2024/四(一)医疗-3b", paid.clause());
        assertEquals(
                Fen.ofYuan(380),
                neighbours.received(FundsApplied.class).stream()
                        .filter(one -> one.funder().equals("NOT_NAMED"))
                        .findFirst()
                        .orElseThrow()
                        .amount());
    }
}
