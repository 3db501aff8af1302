package cn.liangxian.collection.progress;

import static cn.liangxian.collection.Desk.TAX;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.CollectionHandoff.ProgressReported;
import cn.liangxian.collection.CollectionHandoff.ProgressReported.VillageProgress;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Resident;
import cn.liangxian.handoff.Clause;
import cn.liangxian.local.OtherReading;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import cn.liangxian.policy.Policy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What a township is measured against (参保缴费率不降低), as the policy reads it, and as other readings of the file have it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
@Clause("yicheng-2024/二")
class TargetRateTest {

    private static final LocalDate DAY = LocalDate.of(2023, 10, 26);

    @Inject
    County county;

    @Inject
    Jdbi jdbi;

    @Test
    void aTownshipIsHeldToItsOwnLastYearToTheCountysToWhatIsSetOrToNothingAsTheFileSays() {
        county.begins(DAY.toString());
        county.insuresMedical(
                Resident.ordinary(),
                Resident.ordinary().of("370404002001"),
                Resident.ordinary().of("370404002002"));
        TAX.post(
                        "/progress/last-year",
                        Map.of(
                                "villages",
                                List.of(
                                        before(Resident.VILLAGE, 100, 96),
                                        before("370404002001", 100, 80),
                                        before("370404002002", 100, 70))))
                .statusCode(201);
        targets("", 9600, 7500, 8000, 7000);
        targets(
                "target-rate: { base: last fee year, of: county, measured: campaign.end, by: 二 }",
                8200,
                8200,
                8200,
                8200);
        targets(
                "targets: { MEDICAL: { townships: { \"370404002\": 99.5 }, by: 二, assumed: true } }",
                9600,
                9950,
                9950,
                9950);
        targets("target-rate: { base: none, measured: campaign.end, by: 二 }", null, null, null, null);
    }

    /** Of both townships, and of the villages of the second. */
    private void targets(String reading, Integer... expected) {
        List<ProgressReported> reported =
                new Counting(jdbi, Policy.load(OtherReading.file(reading))).count("370404", DAY);
        assertEquals(
                Arrays.asList(expected[0], expected[1]),
                reported.stream().map(ProgressReported::targetRate).toList());
        assertEquals(
                Arrays.asList(expected[2], expected[3]),
                reported.get(1).villages().stream()
                        .map(VillageProgress::targetRate)
                        .toList());
    }

    private static Map<String, Object> before(String village, int people, int paid) {
        return Map.of("village", village, "insurance", "MEDICAL", "people", people, "peoplePaid", paid);
    }
}
