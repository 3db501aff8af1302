package cn.liangxian.calendar;

import java.time.LocalDate;

/**
 * A working day was asked for in a year (or, in a region, a season) whose holiday notice is not loaded.
 *
 * <p>Answering "no holidays" instead would silently move deadlines; the way out is to add the year's file.
 * The message is in English.
 */
public final class YearNotLoadedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final LocalDate day;
    private final String region;

    YearNotLoadedException(LocalDate day, String region, String why) {
        super("no holiday data for " + day + " in calendar " + region + ": " + why);
        this.day = day;
        this.region = region;
    }

    /** What the message says, in Chinese. */
    public String zh() {
        return "日历 " + region + " 缺少判定" + day + "是否工作日的放假通知";
    }
}
