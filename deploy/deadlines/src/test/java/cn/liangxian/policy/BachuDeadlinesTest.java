package cn.liangxian.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every deadline of Bachu's notice, counted by hand with the calendar of Xinjiang: 古尔邦节 and 肉孜节 are days off there. */
class BachuDeadlinesTest {
    private static final Policy POLICY = Policy.load(Path.of("../jurisdictions/bachu-2022.yaml"));

    @ParameterizedTest(name = "{0} from {1}: {2} is on time, {3} is late")
    @CsvFileSource(resources = "/bachu-2022-deadlines.csv", numLinesToSkip = 1)
    void everyDeadlineHasALastGoodAndAFirstBadDay(
            String handoff, LocalDate clock, LocalDate lastGood, LocalDate firstBad) {
        DeadlineEdges.check(POLICY, handoff, clock, lastGood, firstBad);
    }

    @Test
    void noDeadlineIsLeftWithoutItsEdges() throws IOException {
        assertEquals(POLICY.deadlines().keySet(), DeadlineEdges.tested("bachu-2022-deadlines.csv"));
    }

    @Test
    void theSurveyMayBeginAMonthBeforeTheCampaignAndNotEarlier() {
        Deadline survey = POLICY.deadline("enrollment-coverage-surveyed").orElseThrow();
        assertEquals(
                LocalDate.parse("2023-08-01"),
                survey.rule().opens(POLICY.anchors()).orElseThrow());
    }
}
