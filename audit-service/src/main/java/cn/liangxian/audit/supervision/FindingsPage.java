package cn.liangxian.audit.supervision;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;

import cn.liangxian.audit.OversightHandoff.Conclusion;
import cn.liangxian.audit.OversightHandoff.Explanation;
import cn.liangxian.audit.OversightHandoff.FindingRaised;
import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.audit.register.Sight;
import cn.liangxian.audit.supervision.FindingState.Step;
import cn.liangxian.desk.Desk;
import cn.liangxian.handoff.Handoff;
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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Findings 审计疑点: what the rules of the bureau found, who explains it until when, and how two of the bureau closed it. */
@Path("/desk/findings")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class FindingsPage {

    private static final int ROWS = 100;
    private final Desk desk;
    private final Caller caller;
    private final SupervisionResource supervision;
    private final Supervising supervising;
    private final BusinessDay day;

    FindingsPage(Desk desk, Caller caller, SupervisionResource supervision, Supervising supervising, BusinessDay day) {
        this.desk = desk;
        this.caller = caller;
        this.supervision = supervision;
        this.supervising = supervising;
        this.day = day;
    }

    /** A choice of the filter or of a form. */
    public record Choice(String value, String title, boolean chosen) {}

    /** A finding; {@code late} when something about it was to be done on an earlier day. */
    public record Row(
            String id,
            String raisedOn,
            String rule,
            String suspicion,
            String unit,
            String area,
            long amount,
            String waitsFor,
            String until,
            boolean untilAssumed,
            boolean late,
            String explanation,
            String conclusion,
            String concludedBy,
            String state,
            String look) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("state") @DefaultValue("") String state, @QueryParam("after") @DefaultValue("") String after) {
        TemplateInstance page = desk.page("audit/findings", AuditPages.FINDINGS);
        FindingState chosen = Arrays.stream(FindingState.values())
                .filter(each -> each.name().equals(state))
                .findFirst()
                .orElse(null);
        SupervisionResource.Page found = supervision.page(chosen, after, ROWS);
        Map<String, SupervisionRule.Explained> rules = rules();
        return page.data("state", chosen == null ? "" : chosen.name())
                .data("states", choices("finding_", FindingState.values(), chosen))
                .data(
                        "rows",
                        found.findings().stream().map(each -> row(each, rules)).toList())
                .data("next", found.next());
    }

    /** One finding with its evidence, and the form of whoever it waits for, for the drawer. */
    @GET
    @Path("/one")
    @Operation(hidden = true)
    public TemplateInstance one(@QueryParam("id") @DefaultValue("") String id) {
        desk.page("audit/finding", AuditPages.FINDINGS);
        Finding one = supervision.finding(id);
        boolean bureau = caller.department() == AUDIT_BUREAU;
        Row row = row(one, rules());
        return desk.below("audit/finding", AuditPages.FINDINGS, row.rule())
                .data("row", row)
                .data("evidence", one.evidence())
                .data("replays", Sight.oversees(caller.department()))
                .data("explains", caller.department() == one.department() && may(one, Step.EXPLAINED))
                .data("explanations", choices("explanation_", Explanation.values(), null))
                .data("concludes", bureau && may(one, Step.CONCLUDED))
                .data("conclusions", choices("conclusion_", Conclusion.values(), null))
                .data(
                        "approves",
                        bureau && may(one, Step.APPROVED) && !caller.name().equals(one.concludedBy()))
                .data("key", UUID.randomUUID());
    }

    @POST
    @Path("/answer")
    @Operation(hidden = true)
    public Response answer(
            @FormParam("id") @DefaultValue("") String id,
            @FormParam("explanation") Explanation explanation,
            @FormParam("key") String key) {
        caller.mustBe(Handoff.termsOf(FindingRaised.class).to());
        if (explanation == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, desk.text("explanationNeeded"));
        }
        supervision.answer(key, id, new SupervisionResource.Answer(explanation));
        return back();
    }

    @POST
    @Path("/conclusion")
    @Operation(hidden = true)
    public Response conclude(
            @FormParam("id") @DefaultValue("") String id,
            @FormParam("conclusion") Conclusion conclusion,
            @FormParam("key") String key) {
        supervision.mustConclude();
        if (conclusion == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, desk.text("conclusionNeeded"));
        }
        supervision.conclude(key, id, new SupervisionResource.Ending(conclusion));
        return back();
    }

    /** The second person of the bureau agrees, or sends it back. */
    @POST
    @Path("/review")
    @Operation(hidden = true)
    public Response review(
            @FormParam("id") @DefaultValue("") String id,
            @FormParam("agrees") boolean agrees,
            @FormParam("key") String key) {
        if (agrees) {
            supervision.approve(key, id);
        } else {
            supervision.sendBack(key, id);
        }
        return back();
    }

    private static boolean may(Finding finding, Step step) {
        return finding.state().after(step) != null;
    }

    private Map<String, SupervisionRule.Explained> rules() {
        return supervising.rules().stream()
                .collect(Collectors.toMap(SupervisionRule.Explained::name, Function.identity()));
    }

    private List<Choice> choices(String words, Enum<?>[] values, Enum<?> chosen) {
        return Stream.of(values)
                .map(each -> new Choice(each.name(), desk.word(words + each.name()), each == chosen))
                .toList();
    }

    private Row row(Finding each, Map<String, SupervisionRule.Explained> rules) {
        SupervisionRule.Explained rule = rules.get(each.rule());
        LocalDate until = each.until();
        boolean late = until != null
                && day.last().filter(today -> today.isAfter(until)).isPresent();
        return new Row(
                each.findingId(),
                each.raisedOn().toString(),
                rule == null ? each.rule() : desk.language().of(rule.zh(), rule.en()),
                desk.word("suspicion_" + each.suspicion()),
                desk.named(each.department()),
                desk.place(each.area()),
                each.amount().amount(),
                each.waitsFor() == null ? "" : desk.named(each.waitsFor()),
                until == null ? "" : until.toString(),
                each.untilAssumed(),
                late,
                each.explanation() == null ? "" : desk.word("explanation_" + each.explanation()),
                each.conclusion() == null ? "" : desk.word("conclusion_" + each.conclusion()),
                each.concludedBy() == null ? "" : each.concludedBy(),
                desk.word("finding_" + each.state()),
                switch (each.state()) {
                    case CLOSED -> "done";
                    case RAISED, ANSWERED, CONCLUDED -> late ? "late" : "near";
                });
    }

    private static Response back() {
        return Response.seeOther(URI.create("/desk/findings")).build();
    }
}
