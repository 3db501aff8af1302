package cn.liangxian.desk;

import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;

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
            throw new Problem(AnyRequestProblem.MALFORMED, typed + " is no date");
        }
    }
}
