package cn.liangxian.audit.publication;

import cn.liangxian.handoff.LineDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/**
 * The lines of publications. What is shown names village, insurance and fee year and a masked key; no amount and no payer,
 * because the tier of 100 and money paid on behalf belong to hardship and disability alone.
 */
final class PublishedLines {

    private static final int FETCH = 1_000;
    private static final String WAITING =
            """
            select row_number() over (order by village, person_key, insurance) as number,
                   person_key, insurance, fee_year, village
            from settled_claim c
            where township = :township and settled_on <= :until and not exists (
                select from publication_line l
                where l.person_key = c.person_key and l.insurance = c.insurance and l.fee_year = c.fee_year)
            """;

    private PublishedLines() {}

    /** One line as it is published. */
    record Line(int number, String village, String person, String insurance, int feeYear) {
        String canonical() {
            return number + "|" + village + "|" + person + "|" + insurance + "|" + feeYear;
        }
    }

    /** People and lines that wait for publication, and the digest of the lines as they will be shown. */
    record Sum(int people, int lines, String digest) {}

    static Sum sum(Handle h, String township, LocalDate until) {
        LineDigest digest = new LineDigest();
        Set<String> people = new HashSet<>();
        try (ResultIterator<Line> lines = h.createQuery(WAITING + " order by number")
                .bind("township", township)
                .bind("until", until)
                .setFetchSize(FETCH)
                .map((row, context) -> {
                    people.add(row.getString("person_key"));
                    return line(row);
                })
                .iterator()) {
            lines.forEachRemaining(line -> digest.add(line.canonical()));
        }
        return new Sum(people.size(), (int) digest.lines(), digest.hex());
    }

    /** Keeps the waiting lines as those of the publication. */
    static void freeze(Handle h, String publicationId, String township, LocalDate until) {
        h.createUpdate(
                        """
                        insert into publication_line (publication_id, number, person_key, insurance, fee_year, village)
                        select :id, number, person_key, insurance, fee_year, village from ("""
                                + WAITING + ") waiting")
                .bind("id", publicationId)
                .bind("township", township)
                .bind("until", until)
                .execute();
    }

    static boolean anyWaiting(Handle h, String township, LocalDate until) {
        return h.createQuery("select exists (" + WAITING + ")")
                .bind("township", township)
                .bind("until", until)
                .mapTo(Boolean.class)
                .one();
    }

    /** Gives each line of the publication in order, without holding them all. */
    static void each(Handle h, String publicationId, Consumer<Line> reader) {
        try (ResultIterator<Line> lines = h.createQuery(
                        "select * from publication_line where publication_id = ? order by number")
                .bind(0, publicationId)
                .setFetchSize(FETCH)
                .map((row, context) -> line(row))
                .iterator()) {
            lines.forEachRemaining(reader);
        }
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getInt("number"),
                row.getString("village"),
                masked(row.getString("person_key")),
                row.getString("insurance"),
                row.getInt("fee_year"));
    }

    private static String masked(String personKey) {
        return "****" + personKey.substring(Math.max(0, personKey.length() - 6));
    }
}
