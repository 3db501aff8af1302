package cn.liangxian.collection.desk;

import cn.liangxian.handoff.Fen;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Money as somebody writes it: in yuan, with two decimals at most. */
public final class Yuan {

    /** More than any sum of this county, and nothing that overflows. */
    private static final Pattern SUM = Pattern.compile("\\d{1,9}([.]\\d{1,2})?");

    private Yuan() {}

    /** Empty when it is no sum. */
    public static Optional<Fen> read(String text) {
        String plain = text.strip().replace(",", "").replace("，", "");
        return SUM.matcher(plain).matches()
                ? Optional.of(Fen.of(
                        new BigDecimal(plain).movePointRight(2).setScale(0).longValueExact()))
                : Optional.empty();
    }

    /**
     * What was typed into a field; null where it was left empty.
     *
     * @throws Problem MALFORMED when it is no sum
     */
    public static Fen typed(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return read(text).orElseThrow(() -> new Problem(AnyRequestProblem.MALFORMED, null));
    }
}
