package cn.liangxian.audit.publication;

import cn.liangxian.audit.PublicationHandoff.PublicationEvidenced;
import cn.liangxian.audit.publication.Publications.Publication;
import cn.liangxian.handoff.Clause;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/** A township shows that it published (yicheng-2024/六(三)): the picture is kept with who filed it, when, and where it hung. */
@ApplicationScoped
@Clause({"yicheng-2024/六(三)", "bachu-2022/第四十三条(2)"})
class FilingEvidence {

    private final Jdbi jdbi;
    private final Publications publications;
    private final Outbox outbox;
    private final BusinessDay day;

    FilingEvidence(Jdbi jdbi, Publications publications, Outbox outbox, BusinessDay day) {
        this.jdbi = jdbi;
        this.publications = publications;
        this.outbox = outbox;
        this.day = day;
    }

    /** Files it and hands it over; the same file a second time changes nothing. {@link Problem} when it cannot be true. */
    @Transactional
    Publication file(Publication publication, PublicationsResource.Statement statement, Evidence evidence, String by) {
        LocalDate today = day.today();
        LocalDate published = statement.publishedOn();
        if (published.isAfter(today)) {
            throw new Problem(PublicationProblem.PUBLISHED_IN_FUTURE, Text.today(today))
                    .at(null, "publishedOn", Text.value(published));
        }
        if (published.isBefore(publication.orderedOn())) {
            throw new Problem(
                            PublicationProblem.PUBLISHED_TOO_EARLY,
                            new Text("清册提供日为" + publication.orderedOn(), "provided on " + publication.orderedOn()))
                    .at(null, "publishedOn", Text.value(published));
        }
        if (statement.village() != null && !statement.village().startsWith(publication.township())) {
            throw new Problem(PublicationProblem.VILLAGE_ELSEWHERE, null)
                    .at(null, "village", Text.value(statement.village()));
        }
        int filed = jdbi.withHandle(h -> h.createUpdate(
                        """
                        insert into publication_evidence (publication_id, evidence_digest, published_on, filed_on, village,
                            place, filed_by, media_type, content, way)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .bind(0, publication.publicationId())
                .bind(1, evidence.digest())
                .bind(2, published)
                .bind(3, today)
                .bind(4, statement.village())
                .bind(5, statement.place())
                .bind(6, by)
                .bind(7, evidence.mediaType())
                .bind(8, evidence.content())
                .bind(9, statement.way() == null ? null : statement.way().name())
                .execute());
        if (filed > 0) {
            outbox.handOver(new PublicationEvidenced(
                    publication.publicationId(),
                    publication.township(),
                    published,
                    evidence.digest(),
                    statement.village(),
                    statement.way()));
        }
        return publications.get(publication.publicationId());
    }
}
