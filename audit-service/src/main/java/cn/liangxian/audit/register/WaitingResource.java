package cn.liangxian.audit.register;

import cn.liangxian.audit.AuditHandoff.Obligation;
import cn.liangxian.handoff.Department;
import cn.liangxian.rest.Caller;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Jdbi;

/** What cannot begin yet 暂不能开始, because a handoff of somebody else has not come. */
@Path("/waiting")
public class WaitingResource {

    private final Jdbi jdbi;
    private final Rulebook rulebook;
    private final Caller caller;

    WaitingResource(Jdbi jdbi, Rulebook rulebook, Caller caller) {
        this.jdbi = jdbi;
        this.rulebook = rulebook;
        this.caller = caller;
    }

    /**
     * A handoff whose clock has not started.
     *
     * @param owner who will owe it, to {@code receiver}
     * @param waitsFor key of the handoff that starts its clock
     * @param because the open obligation at the beginning of the chain, {@code on} whom it lies
     * @param since since when that one is open, {@code until} when it is due; {@code standing} where it stands
     */
    public record Blocked(
            String zh,
            String en,
            String handoff,
            Department owner,
            Department receiver,
            Map<String, String> scope,
            String clause,
            boolean assumed,
            String waitsFor,
            String because,
            Department on,
            String area,
            LocalDate since,
            LocalDate until,
            Standing standing) {}

    /** A page; {@code next} is the cursor of the page after it, null on the last. */
    public record Page(List<Blocked> blocked, String next) {}

    @GET
    @Operation(
            summary = "What cannot begin yet, and on whom it waits",
            description =
                    "One line for each handoff that waits for an open or missed obligation, directly or over others."
                            + " `limit` counts those obligations.")
    public Page page(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        Sight sight = Sight.of(caller);
        String[] awaited = rulebook.rules().stream()
                .map(Rule::handoff)
                .filter(handoff -> concerns(sight, handoff))
                .toArray(String[]::new);
        List<Entry> open = jdbi.withHandle(h -> h.createQuery(
                        """
                        select * from obligation where standing in ('EXPECTED', 'OPEN', 'DUE_SOON', 'MISSED')
                            and handoff = any(:awaited) and area like :area || '%' and obligation_id > :after
                        order by obligation_id limit :limit""")
                .bind("awaited", awaited)
                .bind("area", caller.area())
                .bind("after", after)
                .bind("limit", limit + 1)
                .map(Register::entry)
                .list());
        boolean more = open.size() > limit;
        List<Entry> page = more ? open.subList(0, limit) : open;
        List<Blocked> blocked = new ArrayList<>();
        for (Entry entry : page) {
            for (Rulebook.Awaiting awaiting :
                    rulebook.awaiting(entry.obligation().handoff())) {
                Blocked line = blocked(entry, awaiting);
                if (sees(sight, line)) {
                    blocked.add(line);
                }
            }
        }
        return new Page(blocked, more ? page.get(limit - 1).obligation().obligationId() : null);
    }

    private static Blocked blocked(Entry entry, Rulebook.Awaiting awaiting) {
        Obligation cause = entry.obligation();
        Rule rule = awaiting.rule();
        return new Blocked(
                "暂不能开始",
                "cannot begin yet",
                rule.handoff(),
                rule.owner(cause.scope()),
                rule.receiver(cause.scope()),
                cause.scope(),
                rule.deadline().clause(),
                rule.deadline().assumed(),
                awaiting.after().handoff(),
                cause.obligationId(),
                cause.owner(),
                cause.area(),
                cause.opened(),
                cause.due(),
                entry.standing());
    }

    private boolean concerns(Sight sight, String handoff) {
        List<Rulebook.Awaiting> awaiting = rulebook.awaiting(handoff);
        boolean party = rulebook.rule(handoff).map(rule -> party(sight, rule)).orElse(false)
                || awaiting.stream().anyMatch(a -> party(sight, a.rule()));
        return !awaiting.isEmpty() && (sight.all() || party);
    }

    private static boolean party(Sight sight, Rule rule) {
        return rule.from().contains(sight.department()) || rule.to().contains(sight.department());
    }

    private static boolean sees(Sight sight, Blocked line) {
        return sight.all()
                || sight.department() == line.owner()
                || sight.department() == line.receiver()
                || sight.department() == line.on();
    }
}
