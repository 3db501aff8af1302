package cn.liangxian.enrollment.screening;

import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.enrollment.ScreeningHandoff.ScreeningOutcome;
import cn.liangxian.enrollment.desk.EnrollmentPages;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.ScreeningRule;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Doubts about identities 疑点身份: what screening found, for the agencies to decide one by one. */
@Path("/desk/doubts")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DoubtsPage {

    private static final int MOST = 500;
    private static final int LONGEST_REASON = 300;
    private final Desk desk;
    private final Policy policy;
    private final ScreeningResource screenings;

    DoubtsPage(Desk desk, Policy policy, ScreeningResource screenings) {
        this.desk = desk;
        this.policy = policy;
        this.screenings = screenings;
    }

    /** A doubt that waits; {@code listed} tells which outcomes fit. */
    public record Row(
            String id,
            String on,
            String person,
            String village,
            String category,
            String rule,
            String clause,
            boolean assumed,
            boolean listed,
            String waitsOn,
            String until,
            boolean untilAssumed) {}

    @GET
    @Operation(hidden = true)
    @Transactional
    public TemplateInstance page(
            @QueryParam("after") @DefaultValue("00000000-0000-0000-0000-000000000000") UUID after) {
        TemplateInstance page = desk.page("enrollment/doubts", EnrollmentPages.DOUBTS);
        List<Doubt> found = screenings.open(after, MOST);
        return page.data("rows", found.stream().map(this::row).toList())
                .data("next", found.size() == MOST ? found.get(MOST - 1).doubtId() : null);
    }

    @POST
    @Path("/decide")
    @Operation(hidden = true)
    public Response decide(
            @FormParam("id") UUID id,
            @FormParam("outcome") ScreeningOutcome outcome,
            @FormParam("reason") String reason,
            @FormParam("lastDay") String lastDay) {
        if (id == null || outcome == null || reason != null && reason.length() > LONGEST_REASON) {
            throw new Problem(AnyRequestProblem.MALFORMED, desk.text("outcome"));
        }
        screenings.decide(
                "desk-" + id + "-" + outcome,
                id,
                new ScreeningResource.Decision(outcome, Typed.text(reason), Typed.date(lastDay)));
        return back();
    }

    private static Response back() {
        return Response.seeOther(URI.create("/desk/doubts")).build();
    }

    private Row row(Doubt doubt) {
        Optional<ScreeningRule> rule = policy.screening().stream()
                .filter(each -> each.name().equals(doubt.rule()))
                .findFirst();
        return new Row(
                doubt.doubtId().toString(),
                doubt.screenedOn().toString(),
                doubt.personKey(),
                desk.place(doubt.village()),
                policy.category(doubt.category())
                        .map(category -> desk.language().of(category.zh(), category.en()))
                        .orElse(doubt.category()),
                rule.map(each -> desk.language().of(each.zh(), each.en()))
                        .orElse(doubt.rule().equals(ScreeningIdentities.LEFT) ? desk.word("rule_left") : doubt.rule()),
                rule.map(each -> each.clause().substring(each.clause().indexOf('/') + 1))
                        .orElse(""),
                rule.map(ScreeningRule::assumed).orElse(false),
                doubt.listed(),
                doubt.waitsOn().stream().map(desk::named).collect(Collectors.joining("、")),
                doubt.waitsUntil() == null ? "" : doubt.waitsUntil().toString(),
                doubt.untilAssumed());
    }
}
