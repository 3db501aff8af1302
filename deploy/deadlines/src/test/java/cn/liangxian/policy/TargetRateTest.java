package cn.liangxian.policy;

import static cn.liangxian.handoff.Insurance.MEDICAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.handoff.Clause;
import cn.liangxian.policy.Targets.Base;
import cn.liangxian.policy.Targets.Laggards;
import cn.liangxian.policy.Targets.Whose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("二: the rate of payment must not fall (参保缴费率不降低); below what, whose, and measured when, the file says")
@Clause("yicheng-2024/二")
class TargetRateTest {
    private static final Path YICHENG =
            Path.of("../jurisdictions/yicheng-2024.yaml").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void theReadingTakenIsEachTownshipsOwnLastYearWhenTheCampaignEndsAndIsMarkedAssumed() {
        Policy taken = Policy.load(YICHENG);
        Targets targets = taken.targets();
        assertEquals(Base.LAST_FEE_YEAR, targets.base());
        assertEquals(Whose.TOWNSHIP, targets.whose());
        assertEquals(Laggards.BELOW_COUNTY, targets.laggards());
        assertEquals(LocalDate.of(2023, 12, 20), targets.measured());
        assertEquals("yicheng-2024/二", targets.clause());
        assertTrue(targets.assumed());
        assertTrue(taken.assumptions().stream()
                .anyMatch(a -> a.where().equals("/target-rate") && a.fields().contains("measured")));
        assertEquals(Optional.empty(), targets.of(MEDICAL, "370404001"));
    }

    @Test
    void anotherReadingIsAChangeOfTheFileAlone() {
        Targets targets = reading("target-rate: { base: last fee year, of: county, measured: fee-year.end, by: 二 }")
                .targets();
        assertEquals(Whose.COUNTY, targets.whose());
        assertEquals(LocalDate.of(2024, 12, 31), targets.measured());
        assertEquals(
                Base.NONE,
                reading("target-rate: { base: none, measured: 2023-12-31, assumed: true }")
                        .targets()
                        .base());
        assertEquals(
                Laggards.BELOW_TARGET,
                reading("target-rate: { base: none, laggards: below target, measured: 2023-12-31, assumed: true }")
                        .targets()
                        .laggards());
    }

    @Test
    void theDayOfMeasuringStandsInTheCalendarOfTheCampaign() {
        String calendar = CampaignCalendar.print(
                reading("target-rate: { base: last fee year, measured: 2023-12-29, by: 二, assumed: [measured] }"));
        assertTrue(calendar.contains("2023-12-29 Fri      the rate is measured  [yicheng-2024/二, assumed]"), calendar);
    }

    @Test
    void aWordThatIsNoBaseOrADayThatIsNoneIsRefused() {
        assertThrows(
                InvalidPolicyException.class,
                () -> reading("target-rate: { base: the year before, measured: campaign.end, by: 二 }"));
        assertThrows(
                InvalidPolicyException.class,
                () -> reading("target-rate: { base: none, measured: campaign.nowhere, by: 二 }"));
    }

    private Policy reading(String value) {
        String file =
                """
                extends: %s
                document: { title: 峰政办发〔2023〕10号, issued: 2023-10-16, clauses: yicheng-2024 }
                effective: { from: 2023-09-01, until: 2024-12-31, by: 发文, assumed: true }
                %s
                """
                        .formatted(YICHENG, value);
        try {
            Path other = Files.writeString(folder.resolve("other-" + value.hashCode() + ".yaml"), file);
            return Policy.load(other, YICHENG.resolveSibling("holidays"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
