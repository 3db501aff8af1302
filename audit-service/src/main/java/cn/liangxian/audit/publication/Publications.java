package cn.liangxian.audit.publication;

import cn.liangxian.audit.AuditHandoff.PublicationEvidenced;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The publications that were ordered, and the evidence that townships filed for them (yicheng-2024/六(三)). */
@ApplicationScoped
class Publications {

    private static final String SELECT =
            """
            select p.*, e.published_on, e.evidence_digest from publication p
            left join lateral (select published_on, evidence_digest from publication_evidence e
                where e.publication_id = p.publication_id order by filed_on, published_on limit 1) e on true
            """;

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final BusinessDay day;

    Publications(Jdbi jdbi, Outbox outbox, BusinessDay day) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.day = day;
    }

    /** A publication; the last two fields are null until its township filed evidence. */
    record Publication(
            String publicationId,
            String township,
            int people,
            int lines,
            LocalDate orderedOn,
            LocalDate from,
            LocalDate until,
            String digest,
            LocalDate publishedOn,
            String evidenceDigest) {}

    /** Those of an area, the oldest first. */
    List<Publication> of(String area) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + "where p.township like ? || '%' or ? like p.township || '%'"
                        + " order by p.ordered_on, p.township, p.publication_id")
                .bind(0, area)
                .bind(1, area)
                .map((row, context) -> publication(row))
                .list());
    }

    /** {@link Problem} 404 when there is none of that id. */
    Publication get(String id) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + "where p.publication_id = ?")
                .bind(0, id)
                .map((row, context) -> publication(row))
                .findOne()
                .orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null)));
    }

    /** Files the evidence and hands it over; the same evidence a second time changes nothing. */
    @Transactional
    Publication file(String id, LocalDate publishedOn, String digest) {
        Publication publication = get(id);
        LocalDate today = day.today();
        if (publishedOn.isAfter(today)) {
            throw new Problem(PublicationProblem.PUBLISHED_IN_FUTURE, "today is " + today)
                    .at(null, "publishedOn", publishedOn.toString());
        }
        if (publishedOn.isBefore(publication.orderedOn())) {
            throw new Problem(PublicationProblem.PUBLISHED_TOO_EARLY, "provided on " + publication.orderedOn())
                    .at(null, "publishedOn", publishedOn.toString());
        }
        int filed = jdbi.withHandle(
                h -> h.createUpdate("insert into publication_evidence values (?, ?, ?, ?) on conflict do nothing")
                        .bind(0, id)
                        .bind(1, digest)
                        .bind(2, publishedOn)
                        .bind(3, today)
                        .execute());
        if (filed > 0) {
            outbox.handOver(new PublicationEvidenced(id, publication.township(), publishedOn, digest));
        }
        return get(id);
    }

    private static Publication publication(ResultSet row) throws SQLException {
        return new Publication(
                row.getString("publication_id"),
                row.getString("township"),
                row.getInt("people"),
                row.getInt("lines"),
                row.getObject("ordered_on", LocalDate.class),
                row.getObject("from_date", LocalDate.class),
                row.getObject("until_date", LocalDate.class),
                row.getString("digest"),
                row.getObject("published_on", LocalDate.class),
                row.getString("evidence_digest"));
    }
}
