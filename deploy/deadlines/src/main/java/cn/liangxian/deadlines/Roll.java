package cn.liangxian.deadlines;

import cn.liangxian.calendar.WorkCalendar;
import java.time.LocalDate;

/** What becomes of a last day that is no working day. */
public enum Roll {
    /** It stands as it is. */
    NO,
    /** The next working day (民法典203). */
    NEXT,
    /** The working day before, so that it is never later than was asked for. */
    BACK;

    LocalDate apply(LocalDate last, WorkCalendar calendar) {
        return switch (this) {
            case NO -> last;
            case NEXT -> calendar.nextWorkday(last);
            case BACK -> calendar.lastWorkday(last);
        };
    }
}
