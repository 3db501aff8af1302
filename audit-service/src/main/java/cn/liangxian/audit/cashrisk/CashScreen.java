package cn.liangxian.audit.cashrisk;

import cn.liangxian.audit.CashRiskHandoff.Breach;
import cn.liangxian.handoff.Fen;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * A rule that finds what has to be checked about cash payment: named, explained, with the query that it asks.
 *
 * @param values of the query's parameters besides {@code upTo}, the end of what was indexed when the screens began
 * @param ripe whether something of this day counts already
 */
record CashScreen(Explained explained, Map<String, Object> values, Predicate<Dates> ripe) {

    /** What is shown of a screen. {@code seeks} says it in English; {@code evidence} is the query over the index of events. */
    record Explained(
            String name,
            Breach breach,
            String zh,
            String en,
            String seeksZh,
            String seeks,
            String clause,
            String evidence) {}

    /** The day of what was found, the day on which it ended, which may be null, and the day of the screening. */
    record Dates(LocalDate day, LocalDate end, LocalDate screening) {}

    /** What was found; the same key is found once. */
    record Found(String key, String township, String village, Fen amount, List<String> evidence) {}

    private record Row(Dates dates, Found found) {}

    /** The query gives key, township, village, amount, evidence, day and end. */
    List<Found> find(Handle handle, LocalDate date, long upTo) {
        Query query = handle.createQuery(explained.evidence()).bind("upTo", upTo);
        values.forEach((name, value) -> {
            if (value instanceof List<?> codes) {
                query.bindArray(name, String.class, codes);
            } else {
                query.bind(name, value);
            }
        });
        return query
                .map((row, context) -> new Row(
                        new Dates(date(row.getString("day")), date(row.getString("ended")), date),
                        new Found(
                                row.getString("key"),
                                row.getString("township"),
                                row.getString("village"),
                                Fen.of(row.getLong("amount")),
                                List.of((String[]) row.getArray("evidence").getArray()))))
                .list()
                .stream()
                .filter(row -> ripe.test(row.dates()))
                .map(Row::found)
                .toList();
    }

    private static LocalDate date(String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
