package cn.liangxian.deadlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.calendar.WorkCalendar;
import cn.liangxian.calendar.YearNotLoadedException;
import cn.liangxian.handoff.Fen;
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
        "between campaign.start and campaign.pay,2023-10-21",
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
        "every FRIDAY,2023-11-13,2023-11-17",
        "every FRIDAY,2023-11-17,2023-11-17",
        "every FRIDAY,2023-11-18,2023-11-17",
        "every month by 10,2023-11-10,2023-11-10",
        "every month by 10,2023-11-11,2023-12-10",
        "every month by 31,2024-02-01,2024-02-29",
        "2 workdays after week.start,2023-11-18,2023-11-15",
        "10d after month.start,2023-11-20,2023-11-13",
        "5 workdays after quarter.start,2023-11-20,2023-10-11",
        "by year.start,2023-11-20,2023-01-01",
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
        assertEquals(day("2023-09-29"), rule("5d after x").withRoll(Roll.NO).due(anchors));
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
                .withRoll(Roll.NEXT));
        assertThrows(IllegalArgumentException.class, () -> rule("before campaign.start")
                .withRoll(Roll.NEXT));
    }

    @Test
    void aStageOrDateThatTheNoticeGivesStandsUnlessThePolicyLetsItRoll() {
        assertEquals(day("2024-01-20"), rule("within campaign.publish").due(CAMPAIGN), "a Saturday");
        assertEquals(
                day("2024-01-22"),
                rule("within campaign.publish").withRoll(Roll.NEXT).due(CAMPAIGN));
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
                "every month by 32",
                "every SOMEDAY",
                "between campaign.start",
                "2 days before x or 10000 yuan",
                "every year by 13-01",
                "by 2023-02-29",
                "campaign.start * 3d",
                "3 workdays after X; drop"
            })
    void whatIsNoDeadlineIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> rule(text));
    }

    @Test
    void aPeriodCountedBackMayGoToTheWorkdayBeforeAHoliday() {
        assertEquals(
                day("2023-09-28"),
                rule("campaign.start - 1d").withRoll(Roll.BACK).due(CAMPAIGN),
                "09-29 and 09-30 are holidays");
        assertEquals(
                day("2023-09-28"),
                rule("before campaign.start").withRoll(Roll.BACK).due(CAMPAIGN));
        assertEquals(
                day("2023-09-15"),
                rule("campaign.start - 16d").withRoll(Roll.BACK).due(CAMPAIGN));
    }

    @Test
    void aFixedDayOfTheWeekMayBeKeptOnWorkdays() {
        DeadlineRule rule = rule("every FRIDAY");
        Anchors holiday = CAMPAIGN.on(day("2023-09-27"));
        assertEquals(day("2023-09-29"), rule.due(holiday));
        assertEquals(day("2023-09-28"), rule.withRoll(Roll.BACK).due(holiday));
        assertEquals(day("2023-10-07"), rule.withRoll(Roll.NEXT).due(holiday));
    }

    @ParameterizedTest(name = "born {1}: {0} is {2}")
    @CsvSource({
        "by birthday.60,1963-11-05,2023-11-05",
        "5d after birthday.60,1963-11-05,2023-11-10",
        "1 month after birthday.70,1953-10-31,2023-11-30",
        "before birthday.70,1953-11-30,2023-11-29",
        "by birthday.59,1964-02-29,2023-02-28"
    })
    void aBirthdayIsTheClockOfItsPerson(String text, LocalDate birth, LocalDate due) {
        DeadlineRule rule = rule(text);
        assertTrue(rule.personal());
        assertEquals(Optional.empty(), rule.trigger());
        assertEquals(due, rule.due(CAMPAIGN.with(Anchors.BIRTH, birth)));
        assertThrows(MissingAnchorException.class, () -> rule.due(CAMPAIGN));
    }

    @Test
    void ofTwoLimitsTheOneThatIsReachedFirstCounts() {
        DeadlineRule rule = rule("2 days after x or 10000 yuan");
        Anchors taken = Anchors.of(Map.of("x", day("2023-11-06")));
        assertEquals(Optional.of("x"), rule.trigger());
        assertEquals(day("2023-11-08"), rule.due(taken), "the days alone");
        assertEquals(
                day("2023-11-08"),
                rule.due(taken, Map.of(day("2023-11-06"), Fen.ofYuan(9_999))),
                "one yuan below the sum");
        assertEquals(
                day("2023-11-07"),
                rule.due(taken, Map.of(day("2023-11-06"), Fen.ofYuan(9_999), day("2023-11-07"), Fen.ofYuan(1))));
        assertEquals(day("2023-11-06"), rule.due(taken, Map.of(day("2023-11-06"), Fen.ofYuan(10_000))));
        assertEquals(
                day("2023-11-08"),
                rule.due(taken, Map.of(day("2023-11-09"), Fen.ofYuan(20_000))),
                "the days are over before");
    }

    @Test
    void whatIsDueOnAFixedDayBelongsToThePeriodOfThatDay() {
        assertEquals(day("2024-02-15"), rule("every year by 02-15").belongsTo(day("2023-10-01")));
        assertEquals(day("2023-12-10"), rule("every month by 10").belongsTo(day("2023-11-11")));
        assertEquals(day("2023-11-11"), rule("month.end + 3 workdays").belongsTo(day("2023-11-11")));
    }

    @Test
    void aDeadlineInAYearWithoutItsHolidaysIsAnErrorAtFirstUse() {
        Anchors anchors = Anchors.of(Map.of("x", day("2026-12-23")));
        assertEquals(day("2026-12-24"), rule("1 workday after x").due(anchors));
        assertThrows(
                YearNotLoadedException.class, () -> rule("2 workdays after x").due(anchors));
        assertThrows(YearNotLoadedException.class, () -> rule("3d after x").due(anchors));
        assertEquals(
                day("2026-12-26"), rule("3d after x").withRoll(Roll.NO).due(anchors), "no holiday decides about it");
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
