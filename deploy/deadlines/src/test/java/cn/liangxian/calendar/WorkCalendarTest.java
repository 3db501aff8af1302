package cn.liangxian.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class WorkCalendarTest {
    static final Path HOLIDAYS = Path.of("../jurisdictions/holidays");
    private static final WorkCalendar NATION = WorkCalendar.load(HOLIDAYS, "CN");
    private static final WorkCalendar XINJIANG = WorkCalendar.load(HOLIDAYS, "CN-XJ");

    @ParameterizedTest(name = "{0}: {2} workdays after {1}")
    @CsvFileSource(resources = "/workday_vectors.csv", numLinesToSkip = 1)
    void everyKnownPeriodEndsOnItsDayInTheNationAndInTheRegion(
            String rule, LocalDate from, int workdays, LocalDate national, LocalDate regional) {
        assertEquals(national, NATION.plusWorkdays(from, workdays), rule);
        assertEquals(regional, XINJIANG.plusWorkdays(from, workdays), rule);
    }

    @Test
    void aNoticeOfNextYearRulesTheLastDaysOfThisOne() {
        assertTrue(NATION.isWorkday(LocalDate.parse("2018-12-29")), "a Saturday made up for by the notice of 2019");
        assertFalse(NATION.isWorkday(LocalDate.parse("2018-12-31")), "a Monday off by the notice of 2019");
        assertFalse(NATION.isWorkday(LocalDate.parse("2022-12-31")));
    }

    @Test
    void aMakeUpDayThatALaterNoticeCancelledIsOff() {
        assertFalse(NATION.isWorkday(LocalDate.parse("2020-02-01")));
    }

    @Test
    void aYearThatIsNotLoadedIsAnErrorAndNeverAYearWithoutHolidays() {
        assertThrows(YearNotLoadedException.class, () -> NATION.isWorkday(LocalDate.parse("2027-01-04")));
        assertThrows(YearNotLoadedException.class, () -> NATION.isWorkday(LocalDate.parse("2017-12-29")));
        assertThrows(YearNotLoadedException.class, () -> NATION.plusWorkdays(LocalDate.parse("2026-12-20"), 10));
    }

    @Test
    void theLastWeekOfTheLastLoadedYearIsAnErrorBecauseTheNextNoticeMayRuleIt() {
        assertTrue(NATION.isWorkday(LocalDate.parse("2026-12-24")));
        assertThrows(YearNotLoadedException.class, () -> NATION.isWorkday(LocalDate.parse("2026-12-25")));
    }

    @Test
    void aSeasonWhoseRegionalNoticeIsMissingIsAnErrorInTheRegionOnly() {
        LocalDate day = LocalDate.parse("2021-05-13");
        assertTrue(NATION.isWorkday(day));
        assertThrows(YearNotLoadedException.class, () -> XINJIANG.isWorkday(day));
    }

    @Test
    void aRegionalHolidayIsAWorkdayInTheNation() {
        LocalDate day = LocalDate.parse("2022-07-11");
        assertTrue(NATION.isWorkday(day));
        assertFalse(XINJIANG.isWorkday(day));
    }

    @Test
    void theNextWorkdayOfAWorkdayIsItself() {
        assertEquals(LocalDate.parse("2023-10-07"), NATION.nextWorkday(LocalDate.parse("2023-10-07")));
        assertEquals(LocalDate.parse("2023-10-07"), NATION.nextWorkday(LocalDate.parse("2023-09-29")));
    }

    @Test
    void aFolderWithoutYearsOrARegionWithoutOverlayIsRefused(@TempDir Path empty) {
        assertThrows(IllegalArgumentException.class, () -> WorkCalendar.load(empty, "CN"));
        assertThrows(IllegalArgumentException.class, () -> WorkCalendar.load(HOLIDAYS, "CN-ZZ"));
    }

    @Test
    @DisplayName("a file added to the folder is enough for a new year")
    void aNewYearIsOneNewFile(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("2031.json"),
                """
                {"year": 2031, "days": [{"name": "x", "date": "2031-03-04", "isOffDay": true}]}
                """);
        WorkCalendar calendar = WorkCalendar.load(folder, "CN");
        assertFalse(calendar.isWorkday(LocalDate.parse("2031-03-04")));
        assertTrue(calendar.isWorkday(LocalDate.parse("2031-03-05")));
    }

    @Property
    void countingForwardAndBackMeetsAgainOnWorkdays(
            @ForAll @IntRange(max = 2500) int offset, @ForAll @IntRange(max = 60) int n) {
        LocalDate start = NATION.nextWorkday(LocalDate.parse("2018-06-01").plusDays(offset));
        LocalDate end = NATION.plusWorkdays(start, n);
        assertTrue(NATION.isWorkday(end));
        assertEquals(start, NATION.plusWorkdays(end, -n));
        long between = start.datesUntil(end).filter(NATION::isWorkday).count();
        assertEquals(n, between);
    }

    @Property
    void aLongerPeriodNeverEndsEarlier(@ForAll @IntRange(max = 2500) int offset, @ForAll @IntRange(max = 60) int n) {
        LocalDate start = LocalDate.parse("2018-06-01").plusDays(offset);
        assertTrue(NATION.plusWorkdays(start, n).isBefore(NATION.plusWorkdays(start, n + 1)));
    }
}
