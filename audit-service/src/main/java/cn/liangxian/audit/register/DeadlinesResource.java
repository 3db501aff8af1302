package cn.liangxian.audit.register;

import cn.liangxian.deadlines.MissingAnchorException;
import cn.liangxian.handoff.Department;
import cn.liangxian.policy.Deadline;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Slack;
import cn.liangxian.rest.Caller;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Jdbi;

/** The county's deadlines: as rules, and as a calendar of what is due on which day. */
@Path("/deadlines")
public class DeadlinesResource {

    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);
    private final Jdbi jdbi;
    private final Rulebook rulebook;
    private final Policy policy;
    private final Caller caller;

    DeadlinesResource(Jdbi jdbi, Rulebook rulebook, Policy policy, Caller caller) {
        this.jdbi = jdbi;
        this.rulebook = rulebook;
        this.policy = policy;
        this.caller = caller;
    }

    /**
     * A deadline of the policy.
     *
     * @param rule as the policy says it; {@code due} its day, null where an event or the business date decides
     * @param zero whether its owner may confirm that there is nothing
     * @param startedBy key of the handoff that starts the clock; null when the calendar does
     * @param slack by how many days it may be late until a day of the calendar is held up; null where none depends on it
     */
    public record Term(
            String handoff,
            List<Department> from,
            List<Department> to,
            List<Deadline.Per> per,
            String rule,
            LocalDate due,
            String startedBy,
            boolean zero,
            String clause,
            boolean assumed,
            List<String> awaitedBy,
            Slack slack) {}

    /**
     * What is due on one day: how many of one handoff by one department, and how many of them are not met.
     *
     * @param assumed whether no text gives the day
     */
    public record Due(
            LocalDate due,
            String handoff,
            Department owner,
            int obligations,
            int met,
            int confirmedZero,
            int missed,
            boolean assumed) {}

    /** A page; {@code next} is the cursor of the page after it, null on the last. */
    public record Page(List<Due> days, LocalDate next) {}

    @GET
    @Operation(summary = "The deadlines of the county's policy")
    public List<Term> terms() {
        return rulebook.rules().stream().map(this::term).toList();
    }

    @GET
    @Path("/calendar")
    @Operation(
            summary = "What is due on which day",
            description = "As far as the caller may see it. `after` is the `next` of a page; `limit` counts days.")
    public Page calendar(
            @QueryParam("from") LocalDate from,
            @QueryParam("until") LocalDate until,
            @QueryParam("after") LocalDate after,
            @QueryParam("limit") @DefaultValue("31") @Min(1) @Max(100) int limit) {
        Sight sight = Sight.of(caller);
        LocalDate begin = from == null ? LocalDate.EPOCH : from;
        List<LocalDate> days = jdbi.withHandle(h -> sight.bind(h.createQuery(
                        "select distinct due from obligation where due >= :from and due <= :until and due > :after and "
                                + sight.condition() + " order by due limit :limit"))
                .bind("from", begin)
                .bind("until", until == null ? EVER : until)
                .bind("after", after == null ? LocalDate.EPOCH : after)
                .bind("limit", limit + 1)
                .mapTo(LocalDate.class)
                .list());
        boolean more = days.size() > limit;
        List<LocalDate> page = more ? days.subList(0, limit) : days;
        return new Page(page.isEmpty() ? List.of() : due(sight, page), more ? page.get(limit - 1) : null);
    }

    private List<Due> due(Sight sight, List<LocalDate> days) {
        return jdbi.withHandle(h -> sight.bind(h.createQuery(
                        """
                        select due, handoff, owner, count(*) as obligations,
                            count(*) filter (where standing in ('MET_ON_TIME', 'MET_LATE')) as met,
                            count(*) filter (where manner = 'CONFIRMED_ZERO') as zero,
                            count(*) filter (where standing = 'MISSED') as missed, bool_or(assumed) as assumed
                        from obligation where due >= :first and due <= :last and standing <> 'VOID' and """
                                + " " + sight.condition()
                                + " group by due, handoff, owner order by due, handoff, owner"))
                .bind("first", days.get(0))
                .bind("last", days.get(days.size() - 1))
                .map((row, context) -> new Due(
                        row.getObject("due", LocalDate.class),
                        row.getString("handoff"),
                        Department.valueOf(row.getString("owner")),
                        row.getInt("obligations"),
                        row.getInt("met"),
                        row.getInt("zero"),
                        row.getInt("missed"),
                        row.getBoolean("assumed")))
                .list());
    }

    private Term term(Rule rule) {
        Deadline deadline = rule.deadline();
        return new Term(
                deadline.handoff(),
                rule.from(),
                rule.to(),
                deadline.per(),
                deadline.rule().text(),
                due(deadline),
                deadline.startedBy(),
                deadline.zero(),
                deadline.clause(),
                deadline.assumed(),
                rulebook.awaitedBy(deadline.handoff()),
                rulebook.slack(deadline.handoff()).orElse(null));
    }

    private LocalDate due(Deadline deadline) {
        try {
            return deadline.rule().due(policy.anchors());
        } catch (MissingAnchorException e) {
            return null;
        }
    }
}
