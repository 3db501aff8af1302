package cn.liangxian.audit.publication;

import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The publications that were ordered, and what was filed as evidence for them. */
@ApplicationScoped
public class Publications {

    private static final String SELECT =
            """
            select p.*, e.published_on, e.evidence_digest, e.filed_on,
                (select c.publication_id from publication c where c.replaces = p.publication_id) as replaced_by
            from publication p
            left join lateral (select published_on, evidence_digest, filed_on from publication_evidence e
                where e.publication_id = p.publication_id order by filed_on, published_on limit 1) e on true
            """;

    private final Jdbi jdbi;

    Publications(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A publication with its first evidence; the fields after {@code replacedBy} are null until there is any.
     *
     * @param lastNumber the highest number of a line
     * @param replacedBy the corrected version; null when this is the latest
     * @param publishedInTime whether it was published within the stage; when the evidence was filed is another matter
     */
    public record Publication(
            String publicationId,
            String township,
            int version,
            int people,
            int lines,
            int lastNumber,
            LocalDate orderedOn,
            LocalDate from,
            LocalDate until,
            String digest,
            String replacedBy,
            LocalDate publishedOn,
            Boolean publishedInTime,
            String evidenceDigest,
            LocalDate filedOn) {}

    /** What was filed: who showed when that it hung where. */
    record Filed(
            String evidenceDigest,
            LocalDate publishedOn,
            LocalDate filedOn,
            String filedBy,
            String village,
            String place) {}

    /** At most {@code limit} of an area, the oldest first, after the one with the id {@code after}; empty for the first. */
    List<Publication> of(String area, String after, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        SELECT
                                + """
                        where (p.township like :area || '%' or :area like p.township || '%')
                            and (:after = '' or (p.ordered_on, p.township, p.version) > (
                                select ordered_on, township, version from publication where publication_id = :after))
                        order by p.ordered_on, p.township, p.version limit :limit""")
                .bind("area", area)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> publication(row))
                .list());
    }

    /** {@link Problem} 404 when there is none of that id. */
    public Publication get(String id) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + "where p.publication_id = ?")
                .bind(0, id)
                .map((row, context) -> publication(row))
                .findOne()
                .orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null)));
    }

    List<Filed> evidence(String id) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select * from publication_evidence where publication_id = ? order by filed_on, evidence_digest")
                .bind(0, id)
                .map((row, context) -> new Filed(
                        row.getString("evidence_digest"),
                        row.getObject("published_on", LocalDate.class),
                        row.getObject("filed_on", LocalDate.class),
                        row.getString("filed_by"),
                        row.getString("village"),
                        row.getString("place")))
                .list());
    }

    /** The photograph or scan itself. */
    Optional<Evidence> file(String id, String digest) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select * from publication_evidence where publication_id = ? and evidence_digest = ?")
                .bind(0, id)
                .bind(1, digest)
                .map((row, context) -> new Evidence(row.getBytes("content"), row.getString("media_type"), digest))
                .findOne());
    }

    private static Publication publication(ResultSet row) throws SQLException {
        LocalDate until = row.getObject("until_date", LocalDate.class);
        LocalDate published = row.getObject("published_on", LocalDate.class);
        return new Publication(
                row.getString("publication_id"),
                row.getString("township"),
                row.getInt("version"),
                row.getInt("people"),
                row.getInt("lines"),
                row.getInt("last_number"),
                row.getObject("ordered_on", LocalDate.class),
                row.getObject("from_date", LocalDate.class),
                until,
                row.getString("digest"),
                row.getString("replaced_by"),
                published,
                published == null ? null : !published.isAfter(until),
                row.getString("evidence_digest"),
                row.getObject("filed_on", LocalDate.class));
    }
}
