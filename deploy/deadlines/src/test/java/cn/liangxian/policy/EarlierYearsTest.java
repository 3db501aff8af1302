package cn.liangxian.policy;

import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("四(三)3b: from when a payment for an earlier fee year 补缴 entitles, no text says")
class EarlierYearsTest {
    private static final Path YICHENG =
            Path.of("../jurisdictions/yicheng-2024.yaml").toAbsolutePath();
    private static final Policy TAKEN = Policy.load(YICHENG);
    private static final LocalDate PAID = LocalDate.parse("2023-11-10");
    private static final LocalDate IN_THE_FEE_YEAR = LocalDate.parse("2024-03-10");

    @TempDir
    private Path folder;

    @Test
    void itEntitlesFromTheDayOnWhichItIsPaidAndOneForTheFeeYearAsItsWindowSays() {
        BenefitStart earlier = TAKEN.benefitStart(PENSION, 2023, PAID, PAID);
        assertEquals(PAID, earlier.from());
        assertEquals("yicheng-2024/四(三)3b", earlier.clause());
        assertTrue(earlier.assumed());
        assertEquals(
                LocalDate.parse("2024-01-01"),
                TAKEN.benefitStart(PENSION, 2024, PAID, PAID).from());
        assertEquals(
                IN_THE_FEE_YEAR,
                TAKEN.benefitStart(MEDICAL, 2023, IN_THE_FEE_YEAR, IN_THE_FEE_YEAR)
                        .from());
        assertEquals(
                LocalDate.parse("2024-04-10"),
                TAKEN.benefitStart(MEDICAL, 2024, IN_THE_FEE_YEAR, IN_THE_FEE_YEAR)
                        .from());
    }

    @Test
    void anotherReadingIsAnotherValueOfTheFile() throws IOException {
        String other =
                """
                extends: %s
                document: { title: 峰政办发〔2023〕10号, issued: 2023-10-16, clauses: yicheng-2024 }
                effective: { from: 2023-09-01, until: 2024-12-31, by: 发文, assumed: true }
                insurances:
                  PENSION:
                    earlier-years: { benefit: as fee year, by: 四(三)3b }
                """
                        .formatted(YICHENG);
        Policy policy =
                Policy.load(Files.writeString(folder.resolve("other.yaml"), other), YICHENG.resolveSibling("holidays"));
        BenefitStart start = policy.benefitStart(PENSION, 2023, PAID, PAID);
        assertEquals(LocalDate.parse("2024-01-01"), start.from());
        assertEquals(PAID, policy.benefitStart(MEDICAL, 2023, PAID, PAID).from());
        assertFalse(policy.assumptions().equals(TAKEN.assumptions()));
    }

    @Test
    void whereTheFileSaysNothingOfItTheReadingIsTheSameAndAssumed() {
        Policy bachu = Policy.load(YICHENG.resolveSibling("bachu-2022.yaml"));
        BenefitStart start = bachu.benefitStart(PENSION, 2023, PAID, PAID);
        assertEquals(PAID, start.from());
        assertTrue(start.assumed());
    }
}
