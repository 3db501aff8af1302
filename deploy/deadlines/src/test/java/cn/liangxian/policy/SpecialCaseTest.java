package cn.liangxian.policy;

import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.handoff.Insurance;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SpecialCaseTest {
    private static final Policy POLICY = Policy.load(Path.of("../jurisdictions/yicheng-2024.yaml"));

    @Test
    void aPaymentNeedsAnAssessmentFromTheDayAfterTheCampaignOn() {
        assertEquals("", needed(MEDICAL, "1990-01-01", "2023-12-20"));
        assertEquals("OUT_OF_CAMPAIGN", needed(MEDICAL, "1990-01-01", "2023-12-21"));
        assertEquals("", needed(PENSION, "1990-01-01", "2023-12-20"));
        assertEquals("OUT_OF_CAMPAIGN", needed(PENSION, "1990-01-01", "2023-12-21"));
    }

    @Test
    void whoHadToWaitForABirthdayAfterTheCampaignNeedsNone() {
        assertEquals("OUT_OF_CAMPAIGN", needed(MEDICAL, "1963-12-20", "2023-12-31"));
        assertEquals("", needed(MEDICAL, "1963-12-21", "2023-12-31"));
        assertEquals("", needed(MEDICAL, "1953-12-31", "2023-12-31"));
        assertEquals("OUT_OF_CAMPAIGN", needed(MEDICAL, "1964-01-01", "2023-12-31"));
        assertEquals("OUT_OF_CAMPAIGN", needed(PENSION, "1963-12-21", "2023-12-31"), "nobody waits with the pension");
    }

    @Test
    void aChildBornSinceTheStartOfTheCampaignIsANewborn() {
        assertEquals("", needed(MEDICAL, "2023-09-30", "2023-11-15"));
        assertEquals("NEWBORN", needed(MEDICAL, "2023-10-01", "2023-11-15"));
    }

    @Test
    void aBackPaymentIsForEarlierYearsOnly() {
        assertTrue(POLICY.specialCase("INTERRUPTION").orElseThrow().earlierYears());
        assertEquals("", needed(PENSION, "1970-01-01", "2023-11-15"));
    }

    private static String needed(Insurance insurance, String birth, String on) {
        PersonFacts person = PersonFacts.resident(LocalDate.parse(birth), Sex.FEMALE);
        return POLICY.assessmentNeeded(insurance, person, LocalDate.parse(on))
                .map(SpecialCase::code)
                .orElse("");
    }
}
