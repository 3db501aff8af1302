package cn.liangxian.desk;

import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How templates write what is no text of theirs. */
@TemplateExtension
class InTemplates {

    private InTemplates() {}

    /** As the value of a parameter in a link. */
    static String urlEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Fen as yuan with thousands apart: {@code 1,234.50}. */
    static String yuan(long fen) {
        return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(fen, 2));
    }

    /** A count with thousands apart. */
    static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
