package cn.liangxian.audit.register;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.audit.AuditHandoff.Obligation;
import cn.liangxian.handoff.Department;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The deadline register. Whoever oversees all sees all of the caller's area; every other department sees what it owes and
 * what is owed to it.
 */
@Path("/obligations")
public class ObligationsResource {

    private final Jdbi jdbi;
    private final Caller caller;

    ObligationsResource(Jdbi jdbi, Caller caller) {
        this.jdbi = jdbi;
        this.caller = caller;
    }

    /** An entry as it is shown; {@code metOn}, {@code metBy}, {@code manner} and {@code missedOn} are null where it did not happen. */
    public record Shown(
            Obligation obligation,
            String area,
            Standing standing,
            String standingZh,
            LocalDate metOn,
            String metBy,
            String manner,
            LocalDate missedOn,
            int daysLate) {}

    /** A page; {@code next} is the cursor of the page after it, null on the last. */
    public record Page(List<Shown> obligations, String next) {}

    /** An entry with all that happened to it, in order. */
    public record History(Shown entry, List<Fact> facts) {}

    @GET
    public Page page(
            @QueryParam("standing") Standing standing,
            @QueryParam("handoff") String handoff,
            @QueryParam("owner") Department owner,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        Map<String, String> wanted = new TreeMap<>();
        put(wanted, "standing", standing);
        put(wanted, "handoff", handoff);
        put(wanted, "owner", owner);
        StringBuilder sql = new StringBuilder("select * from obligation where obligation_id > :after and " + visible());
        wanted.keySet()
                .forEach(column ->
                        sql.append(" and ").append(column).append(" = :").append(column));
        List<Shown> shown = jdbi.withHandle(h -> h.createQuery(sql + " order by obligation_id limit :limit")
                .bind("after", after)
                .bind("limit", limit + 1)
                .bind("caller", caller.department().name())
                .bind("callersArea", caller.area())
                .bindMap(wanted)
                .map((row, context) -> shown(Register.entry(row, context), row.getString("area")))
                .list());
        boolean more = shown.size() > limit;
        List<Shown> page = more ? shown.subList(0, limit) : shown;
        return new Page(page, more ? page.get(limit - 1).obligation().obligationId() : null);
    }

    @GET
    @Path("/{id}")
    public History one(@PathParam("id") String id) {
        return jdbi.withHandle(h -> {
            Shown entry = h.createQuery("select * from obligation where obligation_id = :id and " + visible())
                    .bind("id", id)
                    .bind("caller", caller.department().name())
                    .bind("callersArea", caller.area())
                    .map((row, context) -> shown(Register.entry(row, context), row.getString("area")))
                    .findOne()
                    .orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
            return new History(entry, facts(h, id));
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

    /** An area sees its own obligations and those of the areas inside it. */
    private String visible() {
        boolean all = List.of(TAX, COUNTY_GOVERNMENT, AUDIT_BUREAU).contains(caller.department());
        return "area like :callersArea || '%'"
                + (all ? " and :caller <> ''" : " and (owner = :caller or receiver = :caller)");
    }

    private static void put(Map<String, String> wanted, String column, Object value) {
        if (value != null) {
            wanted.put(column, value.toString());
        }
    }

    private static Shown shown(Entry entry, String area) {
        Fulfilment met = entry.met();
        return new Shown(
                entry.obligation(),
                area,
                entry.standing(),
                entry.standing().zh(),
                met == null ? null : met.on(),
                met == null ? null : met.eventId(),
                met == null ? null : met.manner(),
                entry.missedOn(),
                entry.daysLate());
    }
}
