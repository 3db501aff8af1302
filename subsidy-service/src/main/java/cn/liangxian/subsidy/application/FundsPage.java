package cn.liangxian.subsidy.application;

import cn.liangxian.desk.Desk;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Schedule;
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
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Applications for funds 资金申请与拨付: what was applied for, given, used, and is short. */
@Path("/desk/funds")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class FundsPage {

    private static final String APPLIED = "subsidy-funds-applied";
    private static final String FIRST = "00000000-0000-0000-0000-000000000000";
    private static final int ROWS = 200;

    private final Desk desk;
    private final ApplicationResource applications;
    private final Applications all;
    private final Policy policy;

    FundsPage(Desk desk, ApplicationResource applications, Applications all, Policy policy) {
        this.desk = desk;
        this.applications = applications;
        this.all = all;
        this.policy = policy;
    }

    /** An application; sums in fen. */
    public record Row(
            String id,
            String appliedOn,
            String purpose,
            String insurance,
            String funder,
            int heads,
            long amount,
            boolean assumed,
            long appropriated,
            long shortfall,
            long open,
            String state,
            String look,
            String until,
            boolean untilAssumed) {}

    /** A run of the schedule, {@code assumed} where no text gives its day, and what it waits for. */
    public record RunRow(
            String date,
            boolean assumed,
            String kind,
            String state,
            String look,
            String waitsOn,
            String since,
            String until,
            boolean untilAssumed) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("after") @DefaultValue(FIRST) UUID after) {
        List<Row> rows =
                applications.list(null, after, ROWS).stream().map(this::row).toList();
        Applications.Sums sums = all.sums();
        return desk.page("subsidy/funds", SubsidyPages.FUNDS)
                .data("rows", rows)
                .data("next", rows.size() == ROWS ? rows.get(ROWS - 1).id() : null)
                .data("amount", sums.amount().amount())
                .data("appropriated", sums.appropriated().amount())
                .data("shortfall", sums.shortfall().amount())
                .data(
                        "procedures",
                        policy.procedures().stream()
                                .filter(one -> !one.atHand() && one.handoffs().contains(APPLIED))
                                .map(one -> desk.word("procedureMissing")
                                        .replace("#", one.document())
                                        .replace(
                                                "@",
                                                one.clause()
                                                        .substring(one.clause().indexOf('/') + 1)))
                                .toList())
                .data("runs", applications.runs().stream().map(this::run).toList());
    }

    private Row row(ApplicationResource.View view) {
        return new Row(
                view.applicationId().toString(),
                view.appliedOn().toString(),
                desk.word("purpose_" + view.purpose()),
                desk.named(view.insurance()),
                funder(view.funder()),
                view.heads(),
                view.amount().amount(),
                view.assumed(),
                view.appropriated().amount(),
                view.shortfall().amount(),
                view.open().amount(),
                desk.word("state_" + view.state()),
                look(view.state()),
                view.waitsUntil() == null ? "" : view.waitsUntil().toString(),
                view.untilAssumed());
    }

    static String look(Application.State state) {
        return switch (state) {
            case UNANSWERED -> "not-yet";
            case SHORT -> "late";
            case FUNDED -> "done";
        };
    }

    private RunRow run(ApplicationResource.RunView run) {
        return new RunRow(
                run.date().toString(),
                assumed(run.kind()),
                desk.word("kind_" + run.kind()),
                desk.word("run_" + run.state()),
                run.state() == RunState.DONE ? "done" : run.state() == RunState.DUE ? "not-yet" : "wait",
                run.waitsOn().stream().map(desk::named).collect(Collectors.joining("、")),
                run.since() == null ? "" : run.since().toString(),
                run.waitsUntil() == null ? "" : run.waitsUntil().toString(),
                run.untilAssumed());
    }

    private boolean assumed(RunKind kind) {
        Schedule schedule = policy.schedules().get(kind.schedule());
        return schedule != null && schedule.assumed();
    }

    private String funder(String code) {
        return policy.funders().stream()
                .filter(funder -> funder.code().equals(code))
                .findFirst()
                .map(funder -> desk.language().of(funder.zh(), funder.en()))
                .orElse(code);
    }
}
