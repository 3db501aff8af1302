package cn.liangxian.deadlines;

import cn.liangxian.deadlines.Expectation.At;
import cn.liangxian.deadlines.Expectation.Before;
import cn.liangxian.deadlines.Expectation.Between;
import cn.liangxian.deadlines.Expectation.Counted;
import cn.liangxian.deadlines.Expectation.EitherLimit;
import cn.liangxian.deadlines.Expectation.LeadingUpTo;
import cn.liangxian.deadlines.Expectation.Monthly;
import cn.liangxian.deadlines.Expectation.On;
import cn.liangxian.deadlines.Expectation.Weekly;
import cn.liangxian.deadlines.Expectation.Yearly;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the short expressions in which a policy file states its deadlines. */
final class DeadlineWords {
    private static final String ANCHOR = "([a-z][a-z0-9]*(?:[.-][a-z0-9]+)*)";
    private static final String COUNT = "(\\d{1,3})\\s*(d|days?|workdays?|w|weeks?|months?|years?)";

    private record Form(Pattern pattern, Function<MatchResult, Expectation> reading) {}

    private static final List<Form> FORMS = List.of(
            form(COUNT + " after " + ANCHOR, m -> counted(m.group(3), m.group(1), m.group(2), true)),
            form(
                    COUNT + " after " + ANCHOR + " or (\\d{1,9}) yuan",
                    m -> new EitherLimit(
                            counted(m.group(3), m.group(1), m.group(2), true), Long.parseLong(m.group(4)))),
            form(COUNT + " before " + ANCHOR, m -> counted(m.group(3), m.group(1), m.group(2), false)),
            form(
                    ANCHOR + " ([+-]) " + COUNT,
                    m -> counted(m.group(1), m.group(3), m.group(4), m.group(2).equals("+"))),
            form(
                    "within " + COUNT + " before " + ANCHOR,
                    m -> new LeadingUpTo(m.group(3), amount(m.group(1)), TimeUnit.of(m.group(2)))),
            form("within " + ANCHOR, m -> new Between(m.group(1), m.group(1) + ".end")),
            form("between " + ANCHOR + " and " + ANCHOR, m -> new Between(m.group(1), m.group(2))),
            form("before " + ANCHOR, m -> new Before(m.group(1))),
            form("every ([A-Z]+DAY)", m -> new Weekly(DayOfWeek.valueOf(m.group(1)))),
            form("every month by (\\d{1,2})", m -> new Monthly(dayOfMonth(m.group(1)))),
            form("every year by (\\d\\d-\\d\\d)", m -> new Yearly(MonthDay.parse("--" + m.group(1)))),
            form("by (\\d{4}-\\d\\d-\\d\\d)", m -> new On(LocalDate.parse(m.group(1)))),
            form("by " + ANCHOR, m -> new At(m.group(1))),
            form("same day as " + ANCHOR, m -> new At(m.group(1))),
            form("same day", m -> new At(Anchors.DAY)),
            form("end of (week|month|quarter|year)", m -> new At(m.group(1) + ".end")));

    private DeadlineWords() {}

    static Expectation read(String text) {
        String words = text.strip().replaceAll("\\s+", " ");
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(words);
            if (matcher.matches()) return reading(form, matcher, text);
        }
        throw new IllegalArgumentException("not a deadline: '" + text + "'");
    }

    private static Expectation reading(Form form, MatchResult match, String text) {
        try {
            return form.reading().apply(match);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such day in '" + text + "'", e);
        }
    }

    private static Form form(String pattern, Function<MatchResult, Expectation> reading) {
        return new Form(Pattern.compile(pattern), reading);
    }

    private static Counted counted(String anchor, String amount, String unit, boolean forward) {
        return new Counted(anchor, amount(amount), TimeUnit.of(unit), forward);
    }

    private static int dayOfMonth(String digits) {
        int day = Integer.parseInt(digits);
        if (day < 1 || day > 31) throw new DateTimeException("no month has a day " + day);
        return day;
    }

    private static int amount(String digits) {
        int amount = Integer.parseInt(digits);
        if (amount == 0) throw new IllegalArgumentException("a period of 0: say 'same day' instead");
        return amount;
    }
}
