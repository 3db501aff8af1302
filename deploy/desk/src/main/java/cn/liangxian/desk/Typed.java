package cn.liangxian.desk;

import cn.liangxian.handoff.Fen;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/** What somebody typed into a field of a page; null where it was left empty. */
public final class Typed {

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

    /** Yuan with at most two decimals, thousands apart or not. @throws Problem MALFORMED when it is no such amount */
    public static Fen yuan(String typed) {
        try {
            return text(typed) == null
                    ? null
                    : Fen.of(new BigDecimal(text(typed).replace(",", ""))
                            .movePointRight(2)
                            .longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw new Problem(AnyRequestProblem.MALFORMED, new Text("金额格式不正确：" + typed, typed + " is no amount"));
        }
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
