package cn.liangxian.audit.publication;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** How many publications there are, for the statement. */
@ApplicationScoped
public class PublicationCount {

    private final Jdbi jdbi;

    PublicationCount(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Publications ordered, and those of them for which evidence was filed. */
    public record Count(int ordered, int evidenced) {}

    public Count now() {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select count(*), count(*) filter (where exists (
                            select from publication_evidence e where e.publication_id = p.publication_id))
                        from publication p""")
                .map((row, context) -> new Count(row.getInt(1), row.getInt(2)))
                .one());
    }
}
