package cn.liangxian.enrollment.feed;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as senders write them: 2023-10-01, 2023/10/1, 2023.10.1, 2023年10月1日, 20231001, or a date cell of a sheet. */
public final class ListDates {

    private static final Pattern WRITTEN =
            Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?:[ T]00:00(?::00)?)?");
    private static final Pattern COMPACT = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final LocalDate SHEET_ORIGIN = LocalDate.of(1899, 12, 30);
    /** 1910 to 2119 as day numbers of a sheet; a compact date in a numeric cell is far above. */
    private static final int FIRST_SHEET_DAY = 3_654;

    private static final int LAST_SHEET_DAY = 80_353;

    private ListDates() {}

    /** Empty when the cell is no date that exists. */
    public static Optional<LocalDate> read(Cell cell) {
        String text = cell.text().strip();
        if (cell.kind() == Cell.Kind.NUMBER) {
            try {
                BigDecimal number = new BigDecimal(text);
                if (number.compareTo(BigDecimal.valueOf(FIRST_SHEET_DAY)) >= 0
                        && number.compareTo(BigDecimal.valueOf(LAST_SHEET_DAY)) <= 0) {
                    return Optional.of(SHEET_ORIGIN.plusDays(number.longValue()));
                }
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            matcher = COMPACT.matcher(text);
            if (!matcher.matches()) {
                return Optional.empty();
            }
        }
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)));
            return date.getYear() >= 1900 && date.getYear() < 2200 ? Optional.of(date) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
