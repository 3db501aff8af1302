package cn.liangxian.audit.index;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.rest.Caller;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The events as they arrived, for whoever replays what happened: about a subject, of a topic, of a chain, of a day. */
@Path("/events")
public class EventsResource {

    private final Jdbi jdbi;
    private final Caller caller;

    EventsResource(Jdbi jdbi, Caller caller) {
        this.jdbi = jdbi;
        this.caller = caller;
    }

    /** One event with its envelope, its place on the topic and its payload; {@code seq} is its place in the index. */
    public record Event(
            long seq,
            String id,
            String source,
            String topic,
            int partition,
            long offset,
            String subject,
            Instant time,
            LocalDate businessDate,
            String correlation,
            String causation,
            @JsonRawValue String payload) {}

    /** A page; {@code next} is the cursor of the page after it, null on the last. */
    public record Page(List<Event> events, Long next) {}

    @GET
    public Page events(
            @QueryParam("subject") String subject,
            @QueryParam("topic") String topic,
            @QueryParam("correlation") String correlation,
            @QueryParam("date") LocalDate date,
            @QueryParam("after") long after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        caller.mustBe(AUDIT_BUREAU, TAX, COUNTY_GOVERNMENT);
        caller.mustCoverCounty();
        StringBuilder sql = new StringBuilder("select * from event where seq > :after");
        condition(sql, "subject", subject);
        condition(sql, "topic", topic);
        condition(sql, "correlation", correlation);
        condition(sql, "business_date", date);
        List<Event> events = jdbi.withHandle(h -> {
            Query query = h.createQuery(sql + " order by seq limit :limit")
                    .bind("after", after)
                    .bind("limit", limit + 1);
            bind(query, "subject", subject);
            bind(query, "topic", topic);
            bind(query, "correlation", correlation);
            bind(query, "business_date", date);
            return query.map((row, context) -> event(row)).list();
        });
        boolean more = events.size() > limit;
        List<Event> page = more ? events.subList(0, limit) : events;
        return new Page(page, more ? page.get(limit - 1).seq() : null);
    }

    static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getLong("seq"),
                row.getString("id"),
                row.getString("source"),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("position"),
                row.getString("subject"),
                row.getTimestamp("time").toInstant(),
                row.getObject("business_date", LocalDate.class),
                row.getString("correlation"),
                row.getString("causation"),
                payload(row.getBytes("payload")));
    }

    private static void condition(StringBuilder sql, String column, Object value) {
        if (value != null) {
            sql.append(" and ").append(column).append(" = :").append(column);
        }
    }

    private static void bind(Query query, String column, Object value) {
        if (value != null) {
            query.bind(column, value);
        }
    }

    /** Payloads are JSON as their publishers wrote it; what is not is shown as text. */
    private static String payload(byte[] bytes) {
        if (bytes == null) {
            return "null";
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return Payload.isJson(bytes) ? text : Payload.quoted(text);
    }
}
