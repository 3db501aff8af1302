package cn.liangxian.subsidy.application;

import cn.liangxian.desk.Desk;
import cn.liangxian.handoff.Department;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Caller;
import cn.liangxian.subsidy.desk.SubsidyPages;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One application 申请明细: for whom, under which rule and clause, and what of it is short; finance appropriates here. */
@Path("/desk/funds/application")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ApplicationPage {

    private static final int ROWS = 200;
    private final Desk desk;
    private final Caller caller;
    private final ApplicationResource applications;
    private final Policy policy;

    ApplicationPage(Desk desk, Caller caller, ApplicationResource applications, Policy policy) {
        this.desk = desk;
        this.caller = caller;
        this.applications = applications;
        this.policy = policy;
    }

    /** A person by key; {@code amount} in fen. */
    public record Row(int number, String personKey, String rule, String clause, boolean assumed, long amount) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("id") UUID id, @QueryParam("after") @DefaultValue("0") int after) {
        ApplicationResource.View view = applications.one(id);
        List<ApplicationLine> lines = applications.lines(id, after, ROWS);
        String funder = policy.funders().stream()
                .filter(each -> each.code().equals(view.funder()))
                .findFirst()
                .map(each -> desk.language().of(each.zh(), each.en()))
                .orElse(view.funder());
        return desk.below(
                        "subsidy/application",
                        SubsidyPages.FUNDS,
                        desk.word("purpose_" + view.purpose()) + " · " + desk.named(view.insurance()))
                .data("funder", funder)
                .data("id", id)
                .data("appliedOn", view.appliedOn())
                .data("heads", view.heads())
                .data("amount", view.amount().amount())
                .data("appropriated", view.appropriated().amount())
                .data("shortfall", view.shortfall().amount())
                .data("perHead", view.perHead().amount())
                .data("assumed", view.assumed())
                .data("state", desk.word("state_" + view.state()))
                .data("look", FundsPage.look(view.state()))
                .data("open", view.open().amount())
                .data(
                        "until",
                        view.waitsUntil() == null ? "" : view.waitsUntil().toString())
                .data("untilAssumed", view.untilAssumed())
                // what is funded takes more only where the notice names a lower bound: the form then answers with the
                // refusal
                .data("gives", caller.department() == Department.FINANCE)
                .data("key", UUID.randomUUID())
                .data("rows", lines.stream().map(ApplicationPage::row).toList())
                .data("next", lines.size() == ROWS ? lines.get(ROWS - 1).number() : null);
    }

    private static Row row(ApplicationLine line) {
        return new Row(
                line.number(),
                line.personKey(),
                line.rule(),
                line.clause().substring(line.clause().indexOf('/') + 1),
                line.assumed(),
                line.amount().amount());
    }
}
