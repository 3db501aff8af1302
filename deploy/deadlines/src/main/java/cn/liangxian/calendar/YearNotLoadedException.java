package cn.liangxian.calendar;

import java.time.LocalDate;

/**
 * A working day was asked for in a year (or, in a region, a season) whose holiday notice is not loaded.
 *
 * <p>Answering "no holidays" instead would silently move deadlines; the way out is to add the year's file.
 */
public final class YearNotLoadedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    YearNotLoadedException(LocalDate day, String region, String why) {
        super("no holiday data for " + day + " in calendar " + region + ": " + why);
    }
}
