package cn.liangxian.audit.supervision;

import static cn.liangxian.audit.register.Stimuli.TOWNSHIP;
import static cn.liangxian.audit.register.Stimuli.on;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import cn.liangxian.audit.Road;
import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.collection.CollectionHandoff.ProgressReported;
import cn.liangxian.collection.CollectionHandoff.ProgressReported.VillageProgress;
import cn.liangxian.enrollment.EnrollmentHandoff.Sex;
import cn.liangxian.enrollment.SpecialCaseHandoff.AssessmentMade;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Payments for earlier fee years 补缴 among those for this one. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class BackPaymentTest {

    private static final String VILLAGE = TOWNSHIP + "001";
    private static final LocalDate DAY = LocalDate.of(2023, 11, 10);

    @Inject
    Road road;

    @Test
    @Clause({"yicheng-2024/四(三)3b", "yicheng-2024/五(九)", "yicheng-2024/二", "yicheng-2024/五(一)-b"})
    void theyAreMeasuredByWhatWasAssessedAndCountForNoRateOfThisYear() {
        road.begins();
        road.opens("2023-11-10");
        Fen due = Fen.ofYuan(1520);
        VillageProgress village = new VillageProgress(VILLAGE, 4, 0, due, Fen.ZERO, null);
        road.takes(
                on(
                        "2023-11-10",
                        new ProgressReported(
                                TOWNSHIP, DAY, Insurance.MEDICAL, 4, 0, due, Fen.ZERO, 5000, List.of(village))),
                on("2023-11-10", paid("a", 2024, 380)),
                on("2023-11-10", assessed("a", 2021, 350)),
                on("2023-11-10", paid("a", 2021, 350)),
                on("2023-11-10", assessed("b", 2022, 350)),
                on("2023-11-10", paid("b", 2022, 380)),
                on("2023-11-10", assessed("c", 2021, 320)),
                on("2023-11-10", paid("c", 2022, 320)));
        road.opens("2023-11-13");
        road.as("AUDIT_BUREAU", "370404")
                .get("/supervision/findings?state=RAISED")
                .then()
                .body("findings.rule", equalTo(List.of("above-standard", "above-standard")))
                .body("findings.amount", hasItems(38_000, 32_000));
        road.as("COUNTY_GOVERNMENT", "370404")
                .get("/circulations")
                .then()
                .body("[0].townships", hasSize(1))
                .body("[0].townships[0].peoplePaid", equalTo(1))
                .body("[0].townships[0].rate", equalTo(2500))
                .body("[0].townships[0].met", equalTo(false));
        road.opens("2023-11-20");
        road.as("TOWNSHIP", TOWNSHIP)
                .get("/assessments")
                .then()
                .body("[0].villages[0].claims", equalTo(4))
                .body("[0].villages[0].settled", equalTo(1));
    }

    private static AssessmentMade assessed(String person, int feeYear, long yuan) {
        return new AssessmentMade(
                "assessment-" + person,
                "person-" + person,
                "sealed",
                TOWNSHIP,
                VILLAGE,
                LocalDate.of(1980, 1, 1),
                Sex.FEMALE,
                Insurance.MEDICAL,
                feeYear,
                "INTERRUPTION",
                true,
                null,
                Fen.ofYuan(yuan),
                DAY.plusDays(30),
                "yicheng-2024/四(三)3b",
                DAY,
                true);
    }

    private static ContributionPaid paid(String person, int feeYear, long yuan) {
        Fen whole = Fen.ofYuan(yuan);
        return new ContributionPaid(
                "payment-" + person + feeYear,
                "person-" + person,
                Insurance.MEDICAL,
                feeYear,
                whole,
                whole,
                whole,
                whole,
                Payer.SELF,
                null,
                "WECHAT",
                "voucher-" + person + feeYear,
                TOWNSHIP,
                VILLAGE,
                DAY);
    }
}
