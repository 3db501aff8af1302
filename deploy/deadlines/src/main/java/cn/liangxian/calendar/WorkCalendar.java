package cn.liangxian.calendar;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The working days 工作日 of a region: the national holiday arrangement of each year, and over it the region's own holidays.
 *
 * <p>Monday to Friday are working days unless a notice says otherwise, and make-up days 调休 on weekends are. A regional
 * holiday wins over the national arrangement. A day whose notice is not loaded is an error at first use.
 */
public final class WorkCalendar {
    /** The notice of next year may already rule the last days of December (2019's began on 2018-12-29). */
    private static final int NEXT_NOTICE_REACHES_BACK_TO = 25;

    private final String region;
    private final Map<LocalDate, Boolean> offDays;
    private final Set<Integer> years;
    private final List<UnknownSeason> unknown;

    WorkCalendar(String region, Map<LocalDate, Boolean> offDays, Set<Integer> years, List<UnknownSeason> unknown) {
        this.region = region;
        this.offDays = Map.copyOf(offDays);
        this.years = Set.copyOf(years);
        this.unknown = List.copyOf(unknown);
    }

    /** A stretch in which a region's holidays are known to exist, but not on which days. Both ends included. */
    record UnknownSeason(LocalDate from, LocalDate until, String why) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /**
     * Reads every {@code <year>.json} of the folder, and the overlay {@code <region>.json} unless the region is the nation.
     *
     * @param region "CN" for the nation alone, else the name of an overlay, for example "CN-XJ"
     * @throws IllegalArgumentException when the folder holds no year, or no overlay of that name
     */
    public static WorkCalendar load(Path holidays, String region) {
        return HolidayFiles.read(holidays, region);
    }

    /** @throws YearNotLoadedException when the notice that decides about this day is not loaded */
    public boolean isWorkday(LocalDate day) {
        requireLoaded(day);
        Boolean off = offDays.get(day);
        if (off != null) return !off;
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The n-th working day after the day; the day itself is not counted. A negative n counts back; 0 is the day itself. */
    public LocalDate plusWorkdays(LocalDate day, int n) {
        int step = n < 0 ? -1 : 1;
        LocalDate reached = day;
        for (int left = Math.abs(n); left > 0; ) {
            reached = reached.plusDays(step);
            if (isWorkday(reached)) left--;
        }
        return reached;
    }

    /** The day itself when it is a working day, else the first one after it (民法典203). */
    public LocalDate nextWorkday(LocalDate day) {
        LocalDate reached = day;
        while (!isWorkday(reached)) reached = reached.plusDays(1);
        return reached;
    }

    /** The day itself when it is a working day, else the last one before it. */
    public LocalDate lastWorkday(LocalDate day) {
        LocalDate reached = day;
        while (!isWorkday(reached)) reached = reached.minusDays(1);
        return reached;
    }

    private void requireLoaded(LocalDate day) {
        requireYear(day, day.getYear());
        boolean yearEnd = day.getMonthValue() == 12 && day.getDayOfMonth() >= NEXT_NOTICE_REACHES_BACK_TO;
        if (yearEnd) requireYear(day, day.getYear() + 1);
        for (UnknownSeason season : unknown) {
            if (season.covers(day)) throw new YearNotLoadedException(day, region, season.why());
        }
    }

    private void requireYear(LocalDate day, int year) {
        if (!years.contains(year))
            throw new YearNotLoadedException(day, region, "the notice of " + year + " is missing");
    }
}
