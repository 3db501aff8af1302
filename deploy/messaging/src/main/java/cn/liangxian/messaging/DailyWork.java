package cn.liangxian.messaging;

import java.time.LocalDate;

/**
 * Work that a service does once for every business date. All beans of this type run in the order of {@link #order()},
 * in one transaction per date; dates missed while the service was down are caught up one after the other.
 */
public interface DailyWork {

    void open(LocalDate date, boolean workday);

    default int order() {
        return 100;
    }

    /**
     * Whether it also runs on a date on which no policy is in force, to finish what was begun while one was. What begins
     * something new must not.
     */
    default boolean windsUp() {
        return false;
    }
}
