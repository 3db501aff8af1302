package cn.liangxian.audit.register;

import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What is mine 我的事项: what a department owes, by due date, and what each delay costs. */
@Path("/desk/mine")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class MinePage {

    private static final int BLOCKED = 200;
    private final Desk desk;
    private final Caller caller;
    private final ObligationSheet sheet;
    private final ObligationsResource obligations;
    private final WaitingResource waiting;
    private final ZeroConfirmationsResource zeros;
    private final Rulebook rulebook;
    private final BusinessDay day;

    MinePage(
            Desk desk,
            Caller caller,
            ObligationSheet sheet,
            ObligationsResource obligations,
            WaitingResource waiting,
            ZeroConfirmationsResource zeros,
            Rulebook rulebook,
            BusinessDay day) {
        this.desk = desk;
        this.caller = caller;
        this.sheet = sheet;
        this.obligations = obligations;
        this.waiting = waiting;
        this.zeros = zeros;
        this.rulebook = rulebook;
        this.day = day;
    }

    /** A state to choose, with how many there are; {@code more} when that is where counting stopped. */
    public record Tab(DeskState state, String title, String hint, int count, boolean more, boolean current) {}

    /** A value to choose in the filter bar. */
    public record Choice(String value, String title, boolean chosen) {}

    /** What cannot begin, and because of whom. */
    public record BlockedRow(
            String handoff,
            String owner,
            String area,
            String subject,
            String waitsFor,
            String on,
            String since,
            String until,
            boolean late,
            String clause,
            boolean assumed) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("state") @DefaultValue("TODO") DeskState state,
            @QueryParam("scope") @DefaultValue("MINE") DeskScope scope,
            @QueryParam("handoff") String handoff,
            @QueryParam("from") String from,
            @QueryParam("until") String until,
            @QueryParam("after") String after,
            @QueryParam("confirmed") Integer confirmed) {
        Sight sight = Sight.of(caller);
        ObligationSheet.Wish wish = new ObligationSheet.Wish(
                sight,
                scope == DeskScope.EVERYBODY && !sight.all() ? DeskScope.MINE : scope,
                state,
                handoff == null || handoff.isBlank() ? null : handoff,
                Typed.date(from),
                Typed.date(until),
                after);
        ObligationRow.Writer writer = writer();
        WaitingResource.Page held = waiting.page("", BLOCKED);
        List<WaitingResource.Blocked> blocked =
                held.blocked().stream().filter(line -> shows(wish, line)).toList();
        ObligationSheet.Page page =
                state == DeskState.BLOCKED ? new ObligationSheet.Page(List.of(), null) : sheet.page(wish);
        List<ObligationRow> rows = page.rows().stream().map(writer::row).toList();
        return desk.page("audit/mine", AuditPages.MINE)
                .data("tabs", tabs(wish, blocked.size(), held.next() != null))
                .data("state", state.name())
                .data("scopes", scopes(wish, sight))
                .data("handoffs", handoffs(wish, writer))
                .data("from", from == null ? "" : from)
                .data("until", until == null ? "" : until)
                .data("rows", rows)
                .data("zeros", rows.stream().anyMatch(ObligationRow::zero))
                .data(
                        "blocked",
                        blocked.stream().map(line -> blocked(line, writer)).toList())
                .data("next", page.next())
                .data("query", query(wish))
                .data("confirmed", confirmed)
                .data("key", UUID.randomUUID());
    }

    /** One obligation with all that happened to it, for the drawer. */
    @GET
    @Path("/one")
    @Operation(hidden = true)
    public TemplateInstance one(@QueryParam("id") String id) {
        ObligationsResource.History history = obligations.one(id);
        ObligationRow.Writer writer = writer();
        ObligationRow row = writer.row(history.entry());
        return desk.below("audit/obligation", AuditPages.MINE, row.handoff())
                .data("row", row)
                .data("waivable", LifeCycle.allows(history.entry().standing(), Happening.WAIVED))
                .data("key", UUID.randomUUID())
                .data(
                        "slack",
                        rulebook.slack(history.entry().obligation().handoff())
                                .map(slack -> Map.of("says", writer.slack(slack), "assumed", slack.assumed()))
                                .orElse(null))
                .data(
                        "facts",
                        history.facts().stream()
                                .map(fact ->
                                        Map.of("on", fact.on(), "what", desk.word("happening_" + fact.happening())))
                                .toList())
                .data(
                        "steps",
                        history.entry().steps().stream()
                                .map(step -> Map.of(
                                        "on", step.on(),
                                        "what", writer.step(step),
                                        "assumed", step.assumed(),
                                        "taken", step.taken()))
                                .toList())
                .data(
                        "awaited",
                        history.entry().awaitedBy().stream()
                                .map(writer::handoff)
                                .toList());
    }

    /** Confirms for each of the chosen obligations that there is nothing to hand over. */
    @POST
    @Path("/zero")
    @Operation(hidden = true)
    public Response zero(
            @FormParam("id") List<String> ids, @FormParam("reason") String reason, @FormParam("key") String key) {
        if (ids.isEmpty() || reason == null || reason.isBlank()) {
            throw new Problem(AnyRequestProblem.MALFORMED, desk.text("zeroNeeds"));
        }
        for (String id : ids) {
            zeros.confirm(key + "/" + id, new ZeroConfirmationsResource.Zero(id, reason));
        }
        return Response.seeOther(URI.create("/desk/mine?confirmed=" + ids.size()))
                .build();
    }

    private ObligationRow.Writer writer() {
        return new ObligationRow.Writer(desk, rulebook, day.last().orElse(null), caller.department());
    }

    private List<Tab> tabs(ObligationSheet.Wish wish, int blocked, boolean more) {
        Map<DeskState, Integer> counts = sheet.counts(wish);
        return Arrays.stream(DeskState.values())
                .map(state -> new Tab(
                        state,
                        desk.word("state_" + state),
                        desk.word("hint_" + state),
                        state == DeskState.BLOCKED ? blocked : counts.get(state),
                        state == DeskState.BLOCKED && more,
                        state == wish.state()))
                .toList();
    }

    private List<Choice> scopes(ObligationSheet.Wish wish, Sight sight) {
        return Arrays.stream(DeskScope.values())
                .filter(scope -> scope != DeskScope.EVERYBODY || sight.all())
                .map(scope -> new Choice(scope.name(), desk.word("scope_" + scope), scope == wish.scope()))
                .toList();
    }

    private List<Choice> handoffs(ObligationSheet.Wish wish, ObligationRow.Writer writer) {
        return rulebook.rules().stream()
                .map(Rule::handoff)
                .map(key -> new Choice(key, writer.handoff(key), key.equals(wish.handoff())))
                .sorted(Comparator.comparing(Choice::title))
                .toList();
    }

    private boolean shows(ObligationSheet.Wish wish, WaitingResource.Blocked line) {
        boolean ours =
                switch (wish.scope()) {
                    case MINE -> line.owner() == caller.department();
                    case TO_ME -> line.receiver() == caller.department();
                    case EVERYBODY -> true;
                };
        return ours && (wish.handoff() == null || wish.handoff().equals(line.handoff()));
    }

    private BlockedRow blocked(WaitingResource.Blocked line, ObligationRow.Writer writer) {
        return new BlockedRow(
                writer.handoff(line.handoff()),
                desk.named(line.owner()),
                desk.place(line.area()),
                writer.subject(line.scope()),
                writer.handoff(line.waitsFor()),
                desk.named(line.on()),
                line.since().toString(),
                line.until().toString(),
                line.standing() == Standing.MISSED,
                line.clause().substring(line.clause().indexOf('/') + 1),
                line.assumed());
    }

    /** The filter as it stands, for links that keep it. */
    private static String query(ObligationSheet.Wish wish) {
        return "scope=" + wish.scope()
                + (wish.handoff() == null ? "" : "&handoff=" + wish.handoff())
                + (wish.from() == null ? "" : "&from=" + wish.from())
                + (wish.until() == null ? "" : "&until=" + wish.until());
    }
}
