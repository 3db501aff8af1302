package cn.liangxian.audit.register;

import cn.liangxian.handoff.Department;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The deadline register, as far as the caller may see it. */
@Path("/obligations")
public class ObligationsResource {

    private final Jdbi jdbi;
    private final Caller caller;
    private final Reading reading;

    ObligationsResource(Jdbi jdbi, Caller caller, Reading reading) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.reading = reading;
    }

    /** A page; {@code next} is the cursor of the page after it, null on the last. */
    public record Page(List<Shown> obligations, String next) {}

    /** An entry with all that happened to it, in order. */
    public record History(Shown entry, List<Fact> facts) {}

    @GET
    @Operation(
            summary = "Obligations by due date",
            description =
                    "What the department owes and is owed, with its standing, what it waits for, its clause, whether the"
                            + " day is assumed, inherited lateness and the steps of escalation. `after` is the `next` of a page.")
    public Page page(
            @QueryParam("standing") Standing standing,
            @QueryParam("handoff") String handoff,
            @QueryParam("owner") Department owner,
            @QueryParam("dueFrom") LocalDate dueFrom,
            @QueryParam("dueUntil") LocalDate dueUntil,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        Map<String, Object> wanted = new TreeMap<>();
        Sight sight = Sight.of(caller);
        StringBuilder sql = new StringBuilder("select * from obligation where " + sight.condition());
        condition(sql, wanted, "standing = :standing", "standing", standing == null ? null : standing.name());
        condition(sql, wanted, "handoff = :handoff", "handoff", handoff);
        condition(sql, wanted, "owner = :owner", "owner", owner == null ? null : owner.name());
        condition(sql, wanted, "due >= :dueFrom", "dueFrom", dueFrom);
        condition(sql, wanted, "due <= :dueUntil", "dueUntil", dueUntil);
        if (!after.isEmpty()) {
            sql.append(" and (due, obligation_id) > (:afterDue, :afterId)");
            wanted.put("afterDue", day(after));
            wanted.put("afterId", after.substring(after.indexOf('/') + 1));
        }
        return jdbi.withHandle(h -> {
            List<Entry> entries = sight.bind(h.createQuery(sql + " order by due, obligation_id limit :limit"))
                    .bind("limit", limit + 1)
                    .bindMap(wanted)
                    .map(Register::entry)
                    .list();
            boolean more = entries.size() > limit;
            List<Entry> page = more ? entries.subList(0, limit) : entries;
            return new Page(reading.shown(h, page), more ? cursor(page.get(limit - 1)) : null);
        });
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One obligation with all that happened to it")
    public History one(@PathParam("id") String id) {
        Sight sight = Sight.of(caller);
        return jdbi.withHandle(h -> {
            Entry entry = sight.bind(h.createQuery(
                            "select * from obligation where obligation_id = :id and " + sight.condition()))
                    .bind("id", id)
                    .map(Register::entry)
                    .findOne()
                    .orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
            return new History(reading.shown(h, List.of(entry)).get(0), facts(h, id));
        });
    }

    private static List<Fact> facts(Handle h, String id) {
        return h.createQuery("select * from obligation_fact where obligation_id = ? order by seq")
                .bind(0, id)
                .map((row, context) -> new Fact(
                        row.getString("obligation_id"),
                        Happening.valueOf(row.getString("happening")),
                        row.getObject("on_date", LocalDate.class),
                        row.getObject("due", LocalDate.class),
                        row.getString("event_id")))
                .list();
    }

    private static String cursor(Entry last) {
        return last.obligation().due() + "/" + last.obligation().obligationId();
    }

    private static LocalDate day(String cursor) {
        try {
            return LocalDate.parse(cursor.substring(0, Math.max(0, cursor.indexOf('/'))));
        } catch (DateTimeException e) {
            throw new Problem(
                            AnyRequestProblem.MALFORMED, new Text("after 须为上一页的 next", "after is the `next` of a page"))
                    .at(null, "after", Text.value(cursor));
        }
    }

    private static void condition(
            StringBuilder sql, Map<String, Object> wanted, String condition, String name, Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            wanted.put(name, value);
        }
    }
}
