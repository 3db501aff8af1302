package cn.liangxian.deadlines;

import cn.liangxian.calendar.WorkCalendar;
import java.time.LocalDate;
import java.util.Optional;

/** placeholder */
public record DeadlineRule(String text, String anchor, boolean firstDayCounted, boolean roll, WorkCalendar calendar) {
    public static DeadlineRule parse(String text, WorkCalendar calendar) {
        throw new UnsupportedOperationException();
    }

    public LocalDate due(Anchors anchors) {
        throw new UnsupportedOperationException();
    }

    public LocalDate opens(Anchors anchors) {
        throw new UnsupportedOperationException();
    }

    public Optional<String> trigger() {
        throw new UnsupportedOperationException();
    }
}
