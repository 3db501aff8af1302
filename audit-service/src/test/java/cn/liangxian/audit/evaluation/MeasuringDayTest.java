package cn.liangxian.audit.evaluation;

import static cn.liangxian.audit.register.Stimuli.on;
import static org.hamcrest.Matchers.equalTo;

import cn.liangxian.audit.Road;
import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.collection.CollectionHandoff.ProgressReported;
import cn.liangxian.collection.CollectionHandoff.RefundListed;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.OtherReading;
import cn.liangxian.messaging.Received;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same events as under the other reading, whose day is the last of the campaign: see OversightTest. */
@QuarkusTest
@TestProfile(MeasuringDayTest.MeasuredAtTheEndOfTheYear.class)
class MeasuringDayTest {

    private static final String TOWNSHIP = "370404001";

    @Inject
    Road road;

    /** Another day of measuring, and other laggards. */
    public static class MeasuredAtTheEndOfTheYear extends OtherReading {
        @Override
        protected String values() {
            return "target-rate: { base: last fee year, laggards: below target, measured: 2023-12-31, by: 二, assumed: true }";
        }
    }

    @Test
    @Clause("yicheng-2024/二")
    void whereTheFileMeasuresTheRateAtTheEndOfTheYearWhatIsPaidUntilThenCounts() {
        road.begins();
        road.opens("2023-11-10");
        road.takes(
                progress(TOWNSHIP, 3, 6600),
                on("2023-12-20", paid("last-day", "2023-12-20")),
                on("2023-12-31", paid("last-of-the-year", "2023-12-31")),
                on("2024-01-01", paid("too-late", "2024-01-01")));
        road.opens("2024-01-21");
        road.as("COUNTY_GOVERNMENT", "370404")
                .get("/evaluation")
                .then()
                .statusCode(200)
                .body("attainments[0].peoplePaid", equalTo(2))
                .body("attainments[0].rate", equalTo(6666))
                .body("attainments[0].met", equalTo(true));
    }

    @Test
    @Clause({"yicheng-2024/二", "yicheng-2024/五(四)-a"})
    void whoseMoneyWentBackHasNotPaidUntilItIsPaidAgain() {
        road.begins();
        road.opens("2023-11-10");
        road.takes(
                progress(TOWNSHIP, 4, 6600),
                on("2023-11-10", paid("stays", "2023-11-10")),
                on("2023-11-10", paid("gone", "2023-11-10")),
                on("2023-11-10", paid("back", "2023-11-10")),
                on("2023-11-10", paid("later", "2023-11-10")));
        road.takes(
                on("2023-12-01", refunded("gone", "2023-12-01")),
                on("2023-12-01", refunded("back", "2023-12-01")),
                on("2024-01-02", refunded("later", "2024-01-02")));
        road.takes(on("2023-12-05", again("back", "2023-12-05")));
        road.opens("2024-01-21");
        road.as("COUNTY_GOVERNMENT", "370404")
                .get("/evaluation")
                .then()
                .statusCode(200)
                .body("attainments[0].peoplePaid", equalTo(3))
                .body("attainments[0].rate", equalTo(7500));
    }

    @Test
    @Clause({"yicheng-2024/二", "yicheng-2024/七"})
    void whereTheFileReadsItSoWhoFallsShortOfTheTargetLagsAndNotWhoIsBelowTheCounty() {
        road.begins();
        road.opens("2023-11-10");
        road.takes(
                progress(TOWNSHIP, 2, 6000),
                progress("370404002", 1, 10000),
                progress("370404100", 1, null),
                on("2023-11-10", paid("half", "2023-11-10")));
        road.opens("2023-11-13");
        String lagging = "[0].townships.find { it.township == '%s' }.laggard";
        road.as("COUNTY_GOVERNMENT", "370404")
                .get("/circulations")
                .then()
                .body(lagging.formatted(TOWNSHIP), equalTo(true))
                .body(lagging.formatted("370404002"), equalTo(true))
                .body(lagging.formatted("370404100"), equalTo(false));
    }

    private static RefundListed refunded(String person, String on) {
        return new RefundListed(
                "refund-" + person,
                "payment-" + person,
                person,
                Insurance.MEDICAL,
                Fen.ofYuan(380),
                "STATUS_ENDED",
                "PROXY",
                "refund-" + person,
                LocalDate.parse(on),
                null,
                2024,
                Fen.ZERO);
    }

    private static ContributionPaid again(String person, String on) {
        return paid(person, on, "again-");
    }

    private static ContributionPaid paid(String person, String on) {
        return paid(person, on, "");
    }

    private static ContributionPaid paid(String person, String on, String time) {
        Fen whole = Fen.ofYuan(380);
        return new ContributionPaid(
                time + "payment-" + person,
                person,
                Insurance.MEDICAL,
                2024,
                whole,
                whole,
                whole,
                whole,
                Payer.SELF,
                null,
                "WECHAT",
                time + "voucher-" + person,
                TOWNSHIP,
                TOWNSHIP + "001",
                LocalDate.parse(on));
    }

    /** So many people owe 380 yuan each, and nobody has paid yet; the target in hundredths of a percent. */
    private static Received<Handoff> progress(String township, int people, Integer target) {
        return on(
                "2023-11-10",
                new ProgressReported(
                        township,
                        LocalDate.of(2023, 11, 10),
                        Insurance.MEDICAL,
                        people,
                        0,
                        Fen.ofYuan(380L * people),
                        Fen.ZERO,
                        target,
                        List.of()));
    }
}
