package cn.liangxian.audit.index;

import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A person as of any day 人员时点状态: what held at the end of it, and what had been handed over by then. */
@Path("/desk/replay/person")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class PersonPage {

    private final Desk desk;
    private final PersonAsOf persons;
    private final Policy policy;

    PersonPage(Desk desk, PersonAsOf persons, Policy policy) {
        this.desk = desk;
        this.persons = persons;
        this.policy = policy;
    }

    /** Standing in one insurance; sums in fen, null where nothing is known. */
    public record Row(
            String insurance,
            String registered,
            Long due,
            long paid,
            String payers,
            long refunded,
            String entitled,
            String red,
            String state,
            String look) {}

    /** What was handed over, as a step of the course, and the page that tells it. */
    public record Step(String href, String date, String what) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("key") String key, @QueryParam("on") String on) {
        desk.countyPage("audit/person", AuditPages.REPLAY);
        PersonAsOf.Found found = persons.of(key == null ? "" : key, Typed.date(on))
                .orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
        LocalDate day = found.on();
        PersonState state = found.state();
        return desk.below("audit/person", AuditPages.REPLAY, desk.word("person"))
                .data("key", key)
                .data("on", day.toString())
                .data(
                        "rows",
                        state.insurances().entrySet().stream().map(this::row).toList())
                .data("statuses", state.statuses(day).stream().map(this::status).toList())
                .data("steps", steps(found.lines(), found.events()))
                .data("events", found.inAll())
                .data("part", !found.complete())
                .data(
                        "later",
                        found.inAll() - found.events().size() - found.lines().size());
    }

    /** By their days; of one day the lines of rosters first, the others as they arrived. */
    private List<Step> steps(List<EventsResource.Event> lines, List<EventsResource.Event> events) {
        return Stream.concat(
                        lines.stream().map(line -> step(line, LinePage.address(line))),
                        events.stream().map(event -> step(event, ReplayPage.address(event))))
                .sorted(Comparator.comparing(Step::date))
                .toList();
    }

    private Row row(Map.Entry<Insurance, PersonState.Insured> entry) {
        PersonState.Insured insured = entry.getValue();
        boolean complete = insured.due() != null && insured.paid().compareTo(insured.due()) >= 0;
        String state = insured.redSince() != null
                ? "red"
                : insured.entitledFrom() != null
                        ? "entitled"
                        : complete
                                ? insured.due().amount() == 0 ? "nothingDue" : "paid"
                                : insured.due() == null ? "registeredOnly" : "unpaid";
        return new Row(
                desk.named(entry.getKey()),
                text(insured.registeredFrom()),
                insured.due() == null ? null : insured.due().amount(),
                insured.paid().amount(),
                insured.payers().stream()
                        .distinct()
                        .map(payer -> desk.word("payer_" + payer))
                        .collect(Collectors.joining(desk.word("and"))),
                insured.refunded().amount(),
                text(insured.entitledFrom()),
                text(insured.redSince()),
                desk.word("standing_" + state),
                state.equals("red") ? "late" : state.equals("entitled") ? "done" : complete ? "near" : "not-yet");
    }

    private String status(Status status) {
        String name = policy.category(status.category())
                .map(category -> desk.language().of(category.zh(), category.en()))
                .orElse(status.category());
        return name + " " + status.from() + (status.until() == null ? "" : " — " + status.until());
    }

    private Step step(EventsResource.Event event, String href) {
        return new Step(href, text(event.businessDate()), Topics.named(desk, event.topic()));
    }

    private static String text(LocalDate date) {
        return date == null ? "" : date.toString();
    }
}
