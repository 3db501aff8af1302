package cn.liangxian.collection.link;

import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.collection.AnomalyHandoff.AnomalyForwarded;
import cn.liangxian.collection.desk.CollectionPages;
import cn.liangxian.collection.link.LinkAnomalies.Selection;
import cn.liangxian.collection.link.LinkAnomaly.Kind;
import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Anomalies 异常数据: lines that cannot be linked to one person, on whom each waits and until when. The agency forwards and
 * closes, the department that was asked confirms; {@link LinkResource} has the rules.
 */
@Path("/desk/anomalies")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class AnomaliesPage {

    private static final int ROWS = 200;
    private static final int LONGEST = 400;

    private final Desk desk;
    private final Caller caller;
    private final LinkResource links;
    private final LinkAnomalies anomalies;
    private final BusinessDay day;

    AnomaliesPage(Desk desk, Caller caller, LinkResource links, LinkAnomalies anomalies, BusinessDay day) {
        this.desk = desk;
        this.caller = caller;
        this.links = links;
        this.anomalies = anomalies;
        this.day = day;
    }

    /** A state to choose, with how many there are. */
    public record Tab(String state, String title, long count, String look, boolean chosen) {}

    /** A choice of the filter or of a form. */
    public record Choice(String value, String title, boolean chosen) {}

    /** An anomaly; {@code late} when it was to be answered on an earlier day. */
    public record Row(
            String id,
            String kind,
            String insurance,
            String township,
            String person,
            String other,
            String raisedOn,
            String waitsOn,
            String until,
            boolean untilAssumed,
            boolean late,
            String state,
            String look,
            String finding) {}

    /** What was done about it. */
    public record Step(String on, String what, String note) {}

    /** The steps of the form in the drawer. */
    public enum Action {
        FORWARD,
        CONFIRM,
        CLOSE
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("state") LinkState state,
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("after") UUID after) {
        TemplateInstance page = desk.page("collection/anomalies", CollectionPages.ANOMALIES);
        Kind chosen = kind(kind);
        boolean verifies = AskingDepartments.verifies(caller.department());
        LinkState shown = verifies ? LinkState.FORWARDED : state == null ? LinkState.OPEN : state;
        Selection selection = links.visible(shown, chosen);
        List<LinkAnomaly> found = anomalies.list(selection, after, ROWS);
        Map<LinkState, Integer> counts = anomalies.counts(selection);
        return page.data("state", shown.name())
                .data("kind", kind)
                .data(
                        "tabs",
                        (verifies ? Stream.of(shown) : Arrays.stream(LinkState.values()))
                                .map(each -> new Tab(
                                        each.name(),
                                        desk.word("anomaly_" + each),
                                        counts.getOrDefault(each, 0),
                                        look(each),
                                        each == shown))
                                .toList())
                .data(
                        "kinds",
                        Arrays.stream(Kind.values())
                                .map(each -> new Choice(each.name(), desk.word("anomalyKind_" + each), each == chosen))
                                .toList())
                .data("rows", found.stream().map(this::row).toList())
                .data("next", found.size() == ROWS ? found.get(ROWS - 1).anomalyId() : null);
    }

    /** One of them with its course, and the forms of those on whom it waits, for the drawer. */
    @GET
    @Path("/one")
    @Operation(hidden = true)
    public TemplateInstance one(@QueryParam("id") UUID id) {
        desk.page("collection/anomaly", CollectionPages.ANOMALIES);
        LinkAnomaly one =
                anomalies.one(id, links.visible(null, null)).orElseThrow(() -> new Problem(LinkProblem.UNKNOWN, null));
        Department department = caller.department();
        boolean agency = department == MEDICAL_INSURANCE || department == SOCIAL_INSURANCE;
        return desk.below("collection/anomaly", CollectionPages.ANOMALIES, desk.word("anomalyKind_" + one.kind()))
                .data("row", row(one))
                .data("steps", steps(one))
                .data(
                        "forwards",
                        agency
                                && LinkState.LIFE
                                        .next(one.state(), LinkState.Step.FORWARDED_TO_DEPARTMENT)
                                        .isPresent())
                .data("confirms", one.state() == LinkState.FORWARDED && one.forwardedTo() == department)
                .data(
                        "closes",
                        (agency || department == TAX)
                                && LinkState.LIFE
                                        .next(one.state(), LinkState.Step.LOOKED_INTO)
                                        .isPresent())
                .data(
                        "verifiers",
                        Stream.of(Handoff.termsOf(AnomalyForwarded.class).to())
                                .map(each -> new Choice(each.name(), desk.named(each), false))
                                .toList())
                .data(
                        "bearers",
                        one.kind() == Kind.ID_NUMBER_SHARED ? List.of(one.personKey(), one.otherKey()) : List.of());
    }

    /** The agency asks another department, which confirms; the agency or tax closes. */
    @POST
    @Path("/step")
    @Operation(hidden = true)
    public Response step(
            @FormParam("id") UUID id,
            @FormParam("action") Action action,
            @FormParam("department") Department department,
            @FormParam("rightful") String rightful,
            @FormParam("text") String text) {
        links.mustWork();
        String said = Typed.text(text);
        boolean complete = action == Action.FORWARD ? department != null : said != null && said.length() <= LONGEST;
        if (id == null || action == null || !complete) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        String key = "desk-" + id + "-" + action;
        switch (action) {
            case FORWARD -> links.forward(key, id, new LinkResource.Forwarding(department));
            case CONFIRM -> links.confirm(key, id, new LinkResource.Confirmation(said));
            case CLOSE -> links.close(key, id, new LinkResource.Closing(Typed.text(rightful), said));
        }
        return Response.seeOther(URI.create("/desk/anomalies")).build();
    }

    private Row row(LinkAnomaly each) {
        LocalDate until = each.waitsUntil();
        return new Row(
                each.anomalyId(),
                desk.word("anomalyKind_" + each.kind()),
                desk.named(each.insurance()),
                desk.place(each.township()),
                each.personKey(),
                each.otherKey() == null ? "" : each.otherKey(),
                text(each.raisedOn()),
                each.waitsOn() == null ? "" : desk.named(each.waitsOn()),
                text(until),
                each.untilAssumed(),
                until != null
                        && day.last().filter(today -> today.isAfter(until)).isPresent(),
                desk.word("anomaly_" + each.state()),
                look(each.state()),
                each.finding() == null ? "" : each.finding());
    }

    private List<Step> steps(LinkAnomaly each) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(text(each.raisedOn()), desk.word("anomalyRaised"), ""));
        if (each.forwardedOn() != null) {
            steps.add(
                    new Step(text(each.forwardedOn()), desk.word("anomaly_FORWARDED"), desk.named(each.forwardedTo())));
        }
        if (each.confirmedOn() != null) {
            steps.add(new Step(text(each.confirmedOn()), desk.word("anomaly_CONFIRMED"), each.confirmation()));
        }
        if (each.closedOn() != null) {
            String rightful = each.rightful() == null ? "" : desk.word("rightful") + " " + each.rightful();
            steps.add(new Step(
                    text(each.closedOn()), desk.word("anomaly_CLOSED"), (each.finding() + " " + rightful).strip()));
        }
        return steps;
    }

    private static String look(LinkState state) {
        return switch (state) {
            case OPEN, CONFIRMED -> "near";
            case FORWARDED -> "wait";
            case CLOSED -> "done";
        };
    }

    private static String text(LocalDate date) {
        return date == null ? "" : date.toString();
    }

    private static Kind kind(String text) {
        if (text.isBlank()) {
            return null;
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Problem(AnyRequestProblem.MALFORMED, Text.value(text)));
    }
}
