package cn.liangxian.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Calendars that no council ever issued: holidays of up to nine days anywhere, and weekends that are worked. */
public final class RandomCalendars {
    public static final LocalDate FIRST = LocalDate.of(2030, 1, 1);
    public static final int DAYS = 3 * 365;
    private static final Set<Integer> YEARS =
            IntStream.rangeClosed(2025, 2038).boxed().collect(Collectors.toSet());

    private RandomCalendars() {}

    public static WorkCalendar of(long seed) {
        return new WorkCalendar("CN", offDays(seed), YEARS, List.of());
    }

    /** The same calendar with one more holiday. */
    public static WorkCalendar withHoliday(long seed, LocalDate holiday) {
        Map<LocalDate, Boolean> offDays = offDays(seed);
        offDays.put(holiday, true);
        return new WorkCalendar("CN", offDays, YEARS, List.of());
    }

    private static Map<LocalDate, Boolean> offDays(long seed) {
        Random random = new Random(seed);
        Map<LocalDate, Boolean> offDays = new HashMap<>();
        LocalDate from = FIRST.minusYears(1);
        for (int holidays = random.nextInt(60); holidays > 0; holidays--) {
            LocalDate begins = from.plusDays(random.nextInt(5 * 365));
            for (int days = random.nextInt(9); days >= 0; days--) offDays.put(begins.plusDays(days), true);
            offDays.putIfAbsent(begins.minusDays(random.nextInt(9)), false);
        }
        return offDays;
    }
}
