package cn.liangxian.subsidy.appropriation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.OtherCounty;
import cn.liangxian.local.TestRealm;
import cn.liangxian.subsidy.Neighbours;
import cn.liangxian.subsidy.Resident;
import cn.liangxian.subsidy.SubsidyHandoff.FundsApplied;
import cn.liangxian.subsidy.SubsidyHandoff.FundsAppropriated;
import cn.liangxian.subsidy.SubsidyHandoff.FundsPaidIn;
import cn.liangxian.subsidy.SubsidyHandoff.ProxyPaid;
import cn.liangxian.subsidy.SubsidyHandoff.Purpose;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Public money on the dates of the notice: what is current, and what is for the year. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class FundsOnScheduleTest {

    private static final LocalDate START = LocalDate.of(2023, 9, 1);

    private final Resident destitute = Resident.born("1950-01-01", "TEKUN");
    private final Resident ordinary = Resident.born("1990-01-01");

    @Inject
    Neighbours neighbours;

    @Test
    @Clause({"bachu-2022/第九条(3)", "bachu-2022/第九条(5)"})
    void theAgenciesApplyForWhatIsCurrentAndForTheYearAndFinanceAppropriatesIt() {
        neighbours.newCampaign();
        neighbours.opens(START.toString());
        String roster = Resident.rosterId();
        neighbours.hand(START, Resident.medical(roster, destitute, ordinary));
        neighbours.hand(START, Resident.accepted(roster, Insurance.MEDICAL, 2));
        neighbours.hand(START, ordinary.paysMedical(380, 380, "2023-09-01"));

        FundsApplied current = appliedOn("2023-09-20", Purpose.PROXY);
        assertEquals(Fen.ofYuan(380), current.amount());
        assertEquals(1, current.heads());
        appropriate("MEDICAL_INSURANCE", current, 38_000).statusCode(403);
        appropriate("FINANCE", current, 38_000).statusCode(201).body("shortfall", equalTo(0));
        assertEquals(
                destitute.key(), neighbours.received(ProxyPaid.class).get(0).personKey());

        FundsApplied annual = appliedOn("2023-12-21", Purpose.FISCAL_SUBSIDY);
        assertEquals(Fen.ofYuan(640), annual.amount());
        appropriate("FINANCE", annual, 64_000).statusCode(201);
        assertEquals(
                Fen.ofYuan(640), neighbours.received(FundsPaidIn.class).get(0).amount());
        assertEquals(
                List.of(Fen.ZERO, Fen.ZERO),
                neighbours.received(FundsAppropriated.class).stream()
                        .map(FundsAppropriated::shortfall)
                        .toList());
    }

    @Test
    @Clause("bachu-2022/第九条(4)")
    void thatTheProcedureStandsInADocumentThatIsNotAtHandIsSaidWhereItApplies() {
        desk("zh").body(containsString("申请与拨付的程序依 喀税发〔2019〕88号（第九条(4)），该文件未取得"));
        desk("en").body(containsString("left to 喀税发〔2019〕88号 (第九条(4)), which is not at hand"));
    }

    private static ValidatableResponse desk(String language) {
        return given().auth()
                .oauth2(TestRealm.token("FINANCE", "653130"))
                .cookie("language", language)
                .get("/desk/funds")
                .then()
                .statusCode(200);
    }

    /** Nothing is applied for on the day before. */
    private FundsApplied appliedOn(String day, Purpose purpose) {
        neighbours.opens(LocalDate.parse(day).minusDays(1).toString());
        assertEquals(0, applied(purpose).size());
        neighbours.opens(day);
        return applied(purpose).get(0);
    }

    private List<FundsApplied> applied(Purpose purpose) {
        return neighbours.received(FundsApplied.class).stream()
                .filter(one -> one.purpose() == purpose)
                .toList();
    }

    private static ValidatableResponse appropriate(String department, FundsApplied application, long fen) {
        return given().auth()
                .oauth2(TestRealm.token(department, "653130"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"applicationId\":\"%s\",\"amount\":%d}".formatted(application.applicationId(), fen))
                .post("/appropriations")
                .then();
    }
}
