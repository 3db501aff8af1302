package cn.liangxian.desk;

import cn.liangxian.handoff.Fen;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody typed into a field of a page; null where it was left empty. */
public final class Typed {

    /** More than any sum of a county, and nothing that overflows. */
    private static final Pattern SUM = Pattern.compile("-?[0-9]{1,12}([.][0-9]{1,2})?");

    private Typed() {}

    public static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** @throws Problem MALFORMED when it is no date */
    public static LocalDate date(String typed) {
        try {
            return text(typed) == null ? null : LocalDate.parse(text(typed));
        } catch (DateTimeException e) {
            throw new Problem(AnyRequestProblem.MALFORMED, new Text("日期格式不正确：" + typed, typed + " is no date"));
        }
    }

    /** @throws Problem 400 when it is no month */
    public static YearMonth month(String typed) {
        try {
            return text(typed) == null ? null : YearMonth.parse(text(typed));
        } catch (DateTimeException e) {
            throw new Problem(AnyRequestProblem.MALFORMED, new Text("月份格式不正确：" + typed, typed + " is no month"));
        }
    }

    /** @throws Problem MALFORMED when it is no sum of {@link #sum} */
    public static Fen yuan(String typed) {
        return text(typed) == null
                ? null
                : sum(typed)
                        .orElseThrow(() -> new Problem(
                                AnyRequestProblem.MALFORMED, new Text("金额格式不正确：" + typed, typed + " is no amount")));
    }

    /** Yuan with at most two decimals, thousands apart or not, in a field or in a cell of a file; empty when it is no such sum. */
    public static Optional<Fen> sum(String written) {
        String plain = written.strip().replace(",", "").replace("，", "");
        return SUM.matcher(plain).matches()
                ? Optional.of(Fen.of(new BigDecimal(plain).movePointRight(2).longValueExact()))
                : Optional.empty();
    }

    /** A whole number from 0 on. @throws Problem MALFORMED when it is none */
    public static Integer count(String typed) {
        String text = text(typed);
        if (text == null) {
            return null;
        }
        // no more digits than an int holds for sure
        if (!text.matches("[0-9]{1,9}")) {
            throw new Problem(AnyRequestProblem.MALFORMED, new Text("数字格式不正确：" + typed, typed + " is no number"));
        }
        return Integer.valueOf(text);
    }
}
