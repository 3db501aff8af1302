package cn.liangxian.deadlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.calendar.WorkCalendar;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineRuleTest {
    private static final WorkCalendar CALENDAR = WorkCalendar.load(Path.of("../jurisdictions/holidays"), "CN");
    private static final WorkCalendar XINJIANG = WorkCalendar.load(Path.of("../jurisdictions/holidays"), "CN-XJ");
    private static final Anchors CAMPAIGN = Anchors.of(Map.of(
            "campaign.start", day("2023-10-01"),
            "campaign.end", day("2023-12-20"),
            "campaign.pay", day("2023-10-21"),
            "campaign.publish", day("2023-12-21"),
            "campaign.publish.end", day("2024-01-20")));

    @ParameterizedTest(name = "{0} is due {1}")
    @CsvSource({
        "campaign.start - 15d,2023-09-16",
        "15 days before campaign.start,2023-09-16",
        "campaign.start - 1 month,2023-09-01",
        "campaign.end + 10d,2024-01-02",
        "campaign.end + 7 workdays,2023-12-29",
        "campaign.end + 2 weeks,2024-01-03",
        "before campaign.pay,2023-10-20",
        "within campaign.publish,2024-01-20",
        "within 1 month before campaign.start,2023-09-30",
        "by campaign.end,2023-12-20",
        "by 2023-11-05,2023-11-05"
    })
    void aCampaignDeadlineCountsFromTheCampaign(String text, LocalDate due) {
        assertEquals(due, rule(text).due(CAMPAIGN));
    }

    @ParameterizedTest(name = "{0} on {1} is due {2}")
    @CsvSource({
        "same day,2023-11-11,2023-11-11",
        "end of month,2024-02-10,2024-02-29",
        "end of week,2023-11-15,2023-11-19",
        "end of quarter,2023-11-30,2023-12-31",
        "end of year,2023-11-15,2023-12-31",
        "month.end + 3 workdays,2022-04-12,2022-05-07",
        "month.end + 5 workdays,2022-04-12,2022-05-10",
        "quarter.end + 5d,2023-05-31,2023-07-05",
        "every year by 02-15,2024-01-10,2024-02-15",
        "every year by 02-15,2024-02-15,2024-02-15",
        "every year by 02-15,2024-02-16,2025-02-15",
        "1 workday after day,2023-09-30,2023-10-07"
    })
    void aRecurringDeadlineFallsInThePeriodOfItsBusinessDate(String text, LocalDate on, LocalDate due) {
        DeadlineRule rule = rule(text);
        assertEquals(due, rule.due(CAMPAIGN.on(on)));
        assertTrue(rule.recurring());
    }

    @Test
    void theClockOfAHandoffStartsWithTheHandoffThatTriggersIt() {
        DeadlineRule rule = rule("3 workdays after collection-anomaly-raised");
        assertEquals(Optional.of("collection-anomaly-raised"), rule.trigger());
        assertEquals(day("2022-07-12"), rule.due(CAMPAIGN.with("collection-anomaly-raised", day("2022-07-07"))));
        assertThrows(MissingAnchorException.class, () -> rule.due(CAMPAIGN));
    }

    @Test
    void theSameClockRunsLongerWhereTheRegionHasItsOwnHolidays() {
        DeadlineRule rule = DeadlineRule.parse("3 workdays after collection-anomaly-raised", XINJIANG);
        assertEquals(day("2022-07-15"), rule.due(CAMPAIGN.with("collection-anomaly-raised", day("2022-07-07"))));
    }

    @Test
    void theCampaignIsNoTrigger() {
        assertEquals(Optional.empty(), rule("campaign.start - 15d").trigger());
        assertEquals(Optional.empty(), rule("month.end + 3 workdays").trigger());
    }

    @Test
    void theFirstDayIsNotCountedUnlessTheRuleSaysSo() {
        Anchors monday = Anchors.of(Map.of("x", day("2023-11-06")));
        assertEquals(day("2023-11-09"), rule("3d after x").due(monday));
        assertEquals(
                day("2023-11-08"), rule("3d after x").withFirstDayCounted(true).due(monday));
        assertEquals(day("2023-11-09"), rule("3 workdays after x").due(monday));
        assertEquals(
                day("2023-11-08"),
                rule("3 workdays after x").withFirstDayCounted(true).due(monday));
        assertEquals(day("2023-11-03"), rule("x - 3d").due(monday));
        assertEquals(day("2023-11-04"), rule("x - 3d").withFirstDayCounted(true).due(monday));
    }

    @Test
    void aFirstDayThatIsNoWorkdayIsNeverCountedAsOne() {
        Anchors saturday = Anchors.of(Map.of("x", day("2023-11-04")));
        assertEquals(day("2023-11-08"), rule("3 workdays after x").due(saturday));
        assertEquals(
                day("2023-11-08"),
                rule("3 workdays after x").withFirstDayCounted(true).due(saturday));
    }

    @Test
    void aForwardPeriodThatEndsOnAHolidayEndsOnTheNextWorkday() {
        Anchors anchors = Anchors.of(Map.of("x", day("2023-09-24")));
        assertEquals(day("2023-10-07"), rule("5d after x").due(anchors), "09-29 begins the national holiday");
        assertEquals(day("2023-09-29"), rule("5d after x").withRoll(false).due(anchors));
    }

    @Test
    void aPeriodThatEndsTheDayBeforeAHolidayDoesNotMove() {
        assertEquals(day("2023-09-28"), rule("4d after x").due(Anchors.of(Map.of("x", day("2023-09-24")))));
    }

    @Test
    void aPeriodCountedBackNeverMovesToALaterDayAndCannotBeToldTo() {
        assertEquals(day("2023-09-30"), rule("campaign.start - 1d").due(CAMPAIGN), "a holiday, still the last day");
        assertEquals(day("2023-09-30"), rule("before campaign.start").due(CAMPAIGN));
        assertThrows(IllegalArgumentException.class, () -> rule("campaign.start - 1d")
                .withRoll(true));
        assertThrows(IllegalArgumentException.class, () -> rule("before campaign.start")
                .withRoll(true));
    }

    @Test
    void aStageOrDateThatTheNoticeGivesStandsUnlessThePolicyLetsItRoll() {
        assertEquals(day("2024-01-20"), rule("within campaign.publish").due(CAMPAIGN), "a Saturday");
        assertEquals(
                day("2024-01-22"),
                rule("within campaign.publish").withRoll(true).due(CAMPAIGN));
    }

    @Test
    void aMonthWithoutTheDayOfTheStartEndsOnItsLastDay() {
        Anchors anchors = Anchors.of(Map.of("x", day("2024-01-31")));
        assertEquals(day("2024-02-29"), rule("1 month after x").due(anchors));
    }

    @Test
    void aWindowOpensWithItsStageOrSoLongBeforeItsAnchor() {
        assertEquals(
                Optional.of(day("2023-12-21")), rule("within campaign.publish").opens(CAMPAIGN));
        assertEquals(
                Optional.of(day("2023-09-01")),
                rule("within 1 month before campaign.start").opens(CAMPAIGN));
        assertEquals(Optional.empty(), rule("campaign.start - 15d").opens(CAMPAIGN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "3 moons after x",
                "0d after x",
                "3 workdays",
                "every year by 02-30",
                "every year by 13-01",
                "by 2023-02-29",
                "campaign.start * 3d",
                "3 workdays after X; drop"
            })
    void whatIsNoDeadlineIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> rule(text));
    }

    @Test
    void aDeadlineOfTheCampaignDoesNotRecur() {
        assertFalse(rule("campaign.start - 15d").recurring());
    }

    private static DeadlineRule rule(String text) {
        return DeadlineRule.parse(text, CALENDAR);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
