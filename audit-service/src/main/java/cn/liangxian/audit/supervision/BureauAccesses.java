package cn.liangxian.audit.supervision;

import cn.liangxian.messaging.BusinessDay;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The bureau may look at everything; that it looked stays on record. */
@ApplicationScoped
class BureauAccesses {

    private final Jdbi jdbi;
    private final BusinessDay day;

    BureauAccesses(Jdbi jdbi, BusinessDay day) {
        this.jdbi = jdbi;
        this.day = day;
    }

    /** One look; {@code onDate} is null before the first business date. */
    public record Access(long seq, LocalDate onDate, Instant at, String by, String path, String query, int status) {}

    /** A page; {@code next} is the cursor of the page after it, null on the last. */
    public record Page(List<Access> accesses, Long next) {}

    void enter(String by, String path, String query, int status) {
        jdbi.useHandle(h -> h.createUpdate(
                        "insert into bureau_access (on_date, by_whom, path, query, status) values (?, ?, ?, ?, ?)")
                .bind(0, day.last().orElse(null))
                .bind(1, by)
                .bind(2, path)
                .bind(3, query)
                .bind(4, status)
                .execute());
    }

    Page page(Long before, int limit) {
        List<Access> found = jdbi.withHandle(h -> h.createQuery(
                        "select * from bureau_access where seq < coalesce(:before, seq + 1) order by seq desc limit :limit")
                .bind("before", before)
                .bind("limit", limit + 1)
                .map((row, context) -> new Access(
                        row.getLong("seq"),
                        row.getObject("on_date", LocalDate.class),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_whom"),
                        row.getString("path"),
                        row.getString("query"),
                        row.getInt("status")))
                .list());
        boolean more = found.size() > limit;
        List<Access> page = more ? found.subList(0, limit) : found;
        return new Page(page, more ? page.get(limit - 1).seq() : null);
    }
}
