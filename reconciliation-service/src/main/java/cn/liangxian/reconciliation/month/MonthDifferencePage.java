package cn.liangxian.reconciliation.month;

import cn.liangxian.desk.Desk;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.reconciliation.ReconciliationHandoff.IncomeReason;
import cn.liangxian.reconciliation.desk.ReconciliationPages;
import cn.liangxian.reconciliation.month.MonthEvidence.Day;
import cn.liangxian.reconciliation.month.MonthEvidence.Evidence;
import cn.liangxian.reconciliation.month.MonthEvidence.Filed;
import cn.liangxian.reconciliation.month.MonthEvidence.Stated;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Why a month of an insurance does not agree, with its evidence, for the drawer. */
@Path("/desk/differences/month")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class MonthDifferencePage {

    /** A month differs by a cause or two; there are no more kinds than these. */
    private static final int KINDS = 20;

    private final Desk desk;
    private final MonthDifferenceResource resource;
    private final MonthDifferences differences;
    private final BusinessDay today;

    MonthDifferencePage(Desk desk, MonthDifferenceResource resource, MonthDifferences differences, BusinessDay today) {
        this.desk = desk;
        this.resource = resource;
        this.differences = differences;
        this.today = today;
    }

    /** A cause that is open; {@code difference} in fen, {@code age} in days. */
    public record Open(
            String kind, long difference, String owner, String until, boolean assumed, boolean late, long age) {}

    /** A version of the statement; sums in fen. */
    public record StatedRow(
            int version,
            String account,
            int entries,
            long total,
            long collected,
            long inDays,
            long beyondDays,
            String on) {}

    /** A version of the agency's report; sums in fen. */
    public record FiledRow(int version, long income, long statement, List<Reason> reasons, String on) {}

    /** @param amount income less statement, in fen */
    public record Reason(String cause, long amount) {}

    /** A day that still differs; {@code difference} in fen. */
    public record DayRow(String date, int count, long difference) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance one(
            @QueryParam("month") @DefaultValue("") String month,
            @QueryParam("insurance") @DefaultValue("") String insurance) {
        desk.page("reconciliation/month-difference", ReconciliationPages.DIFFERENCES);
        Insurance chosen = Arrays.stream(Insurance.values())
                .filter(each -> each.name().equals(insurance))
                .findFirst()
                .orElseThrow(() -> new Problem(AnyRequestProblem.MALFORMED, null));
        Evidence evidence = resource.evidence(month, chosen);
        return desk.below(
                        "reconciliation/month-difference",
                        ReconciliationPages.DIFFERENCES,
                        month + " " + desk.named(chosen))
                .data("open", open(evidence))
                .data("stated", evidence.statements().stream().map(this::row).toList())
                .data("filed", evidence.reports().stream().map(this::row).toList())
                .data("days", evidence.days().stream().map(this::row).toList());
    }

    private List<Open> open(Evidence evidence) {
        if (today.last().isEmpty()) {
            return List.of();
        }
        return differences.open(evidence.month() + "/" + evidence.insurance() + "/", KINDS).stream()
                .filter(each -> each.month().equals(evidence.month()) && each.insurance() == evidence.insurance())
                .map(each -> new Open(
                        desk.word("kind_" + each.kind()),
                        each.amount().amount(),
                        desk.named(each.owner()),
                        each.until() == null ? "" : each.until().toString(),
                        each.untilAssumed(),
                        each.until() != null
                                && today.last()
                                        .filter(day -> day.isAfter(each.until()))
                                        .isPresent(),
                        each.age()))
                .toList();
    }

    private StatedRow row(Stated each) {
        return new StatedRow(
                each.version(),
                each.account(),
                each.entries(),
                each.total().amount(),
                each.collected().amount(),
                each.inDays().amount(),
                each.beyondDays().amount(),
                each.issuedOn().toString());
    }

    private FiledRow row(Filed each) {
        return new FiledRow(
                each.version(),
                each.income().amount(),
                each.statement().amount(),
                each.reasons().stream().map(this::reason).toList(),
                each.filedOn().toString());
    }

    private Reason reason(IncomeReason each) {
        return new Reason(desk.word("kind_" + each.cause()), each.amount().amount());
    }

    private DayRow row(Day each) {
        return new DayRow(
                each.date().toString(), each.differences(), each.difference().amount());
    }
}
