package cn.liangxian.audit.index;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;

/** 事件回放: everything that was handed over about a person, a list or whatever else bears a key, and why it was. */
@Path("/replay")
public class ReplayResource {

    private final Replay replay;
    private final RosterLines lines;
    private final Caller caller;

    ReplayResource(Replay replay, RosterLines lines, Caller caller) {
        this.replay = replay;
        this.lines = lines;
        this.caller = caller;
    }

    /**
     * The events that name the key anywhere, as a whole word. A page covers a stretch of the index and says how much has been searched so
     * far: with {@code next} null the answer is complete, before that it is not. Lines of rosters are found by the key of
     * their person alone, all at once.
     *
     * @param key of a person, or the id of a list, roster, payment, batch; never a name or ID number, no event holds one
     */
    @GET
    public Replay.Page search(
            @QueryParam("key") @NotNull @Pattern(regexp = "[A-Za-z0-9-]{6,60}") String key,
            @QueryParam("topic") String topic,
            @QueryParam("date") LocalDate date,
            @QueryParam("after") long after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        mustRead();
        return replay.search(key, topic, date, after, limit);
    }

    /** What the lines of rosters say of a person, each with its place on its topic; the first fifty. */
    @GET
    @Path("/lines")
    public List<EventsResource.Event> lines(
            @QueryParam("key") @NotNull @Pattern(regexp = "[A-Za-z0-9-]{6,60}") String key) {
        mustRead();
        return lines.naming(key).lines().stream().map(RosterLines.Line::event).toList();
    }

    /** The whole tree that the event belongs to, from what began it; 404 when there is no such event. */
    @GET
    @Path("/{id}/tree")
    public Replay.Tree tree(@PathParam("id") String id) {
        mustRead();
        return replay.tree(id).orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
    }

    private void mustRead() {
        caller.mustBe(AUDIT_BUREAU, TAX, COUNTY_GOVERNMENT);
    }
}
