package cn.liangxian.audit.index;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
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
    private final PersonAsOf persons;
    private final Caller caller;

    ReplayResource(Replay replay, RosterLines lines, PersonAsOf persons, Caller caller) {
        this.replay = replay;
        this.lines = lines;
        this.persons = persons;
        this.caller = caller;
    }

    /**
     * The events that name the key anywhere, as a whole word; a key below six characters, like the number of a batch, as their subject. A page covers a stretch of the index and says how much has been searched so
     * far: with {@code next} null the answer is complete, before that it is not. Lines of rosters are found by the key of
     * their person alone, all at once.
     *
     * @param key of a person, or the id of a list, roster, payment, batch; never a name or ID number, no event holds one
     */
    @GET
    public Replay.Page search(
            @QueryParam("key") @NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,60}") String key,
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

    /** A standing in one insurance; {@code due} null until a roster or a payment says it, the others where there is none. */
    public record Insured(
            Insurance insurance,
            LocalDate registeredFrom,
            Fen due,
            Fen paid,
            List<String> payers,
            Fen refunded,
            LocalDate entitledFrom,
            LocalDate redSince) {}

    /** A person at the end of a day; {@code complete} is false when more was handed over than was looked at. */
    public record Person(String key, LocalDate on, List<Insured> insurances, List<Status> statuses, boolean complete) {}

    /** How a person stood at the end of a day, told from the handoffs alone; 404 when none names the key. */
    @GET
    @Path("/persons/{key}")
    public Person person(@PathParam("key") String key, @QueryParam("on") LocalDate on) {
        mustRead();
        PersonAsOf.Found found = persons.of(key, on).orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
        List<Insured> insurances = found.state().insurances().entrySet().stream()
                .map(each -> new Insured(
                        each.getKey(),
                        each.getValue().registeredFrom(),
                        each.getValue().due(),
                        each.getValue().paid(),
                        each.getValue().payers(),
                        each.getValue().refunded(),
                        each.getValue().entitledFrom(),
                        each.getValue().redSince()))
                .toList();
        return new Person(key, found.on(), insurances, found.state().statuses(found.on()), found.complete());
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
        caller.mustCoverCounty();
    }
}
