package cn.liangxian.reconciliation.balance;

import cn.liangxian.desk.Desk;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Until;
import cn.liangxian.reconciliation.balance.ClosedDifferences.How;
import cn.liangxian.reconciliation.balance.DifferenceEvidence.Booked;
import cn.liangxian.reconciliation.balance.DifferenceEvidence.Collected;
import cn.liangxian.reconciliation.balance.DifferenceEvidence.Evidence;
import cn.liangxian.reconciliation.balance.DifferenceEvidence.Said;
import cn.liangxian.reconciliation.desk.ReconciliationPages;
import cn.liangxian.reconciliation.difference.DifferenceClock;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One difference with its evidence, for the drawer; from here the treasury reports a day again. */
@Path("/desk/differences/one")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DifferencePage {

    private final Desk desk;
    private final Caller caller;
    private final DifferenceResource differences;
    private final DifferenceClock clock;
    private final BusinessDay today;

    DifferencePage(Desk desk, Caller caller, DifferenceResource differences, DifferenceClock clock, BusinessDay today) {
        this.desk = desk;
        this.caller = caller;
        this.differences = differences;
        this.clock = clock;
        this.today = today;
    }

    /** An entry of tax; {@code amount} in fen. */
    public record TaxRow(String date, String insurance, String kind, String id, String township, long amount) {}

    /** A row of a report of the treasury; {@code amount} in fen. */
    public record TreasuryRow(
            String date, String insurance, int version, boolean stands, String account, int row, long amount) {}

    /** What a version of a balance said; sums in fen, {@code kind} empty where it found no difference. */
    public record Step(
            String on, String date, String insurance, int version, String kind, long collected, long treasury) {}

    /** @param of the difference, {@code date/insurance/channel/voucher} */
    @GET
    @Operation(hidden = true)
    public TemplateInstance one(@QueryParam("of") @DefaultValue("") String of) {
        desk.page("reconciliation/difference", ReconciliationPages.DIFFERENCES);
        DifferenceResource.Key key = DifferenceResource.Key.read(of);
        Evidence evidence = differences.evidence(key.channel(), key.voucher());
        Said last = evidence.said().stream()
                .filter(said ->
                        said.date().equals(key.day()) && said.insurance().name().equals(key.insurance()))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
        boolean open = last.kind() != null && sum(evidence, last.insurance()) != 0;
        Until until = open ? clock.of(last.date()) : Until.NONE;
        LocalDate now = today.last().orElse(last.date());
        return desk.below("reconciliation/difference", ReconciliationPages.DIFFERENCES, key.voucher())
                .data("date", last.date())
                .data("insurance", desk.named(last.insurance()))
                .data("channel", desk.channel(key.channel()))
                .data("voucher", key.voucher())
                .data("state", state(last, open))
                .data("open", open)
                .data("owner", open ? desk.named(last.owner()) : "")
                .data("until", until.day() == null ? "" : until.day().toString())
                .data("untilAssumed", until.assumed())
                .data("late", until.day() != null && now.isAfter(until.day()))
                .data("age", ChronoUnit.DAYS.between(last.date(), now))
                .data("tax", evidence.collected().stream().map(this::row).toList())
                .data("treasury", evidence.booked().stream().map(this::row).toList())
                .data("steps", evidence.said().stream().map(this::step).toList())
                .data(
                        "again",
                        open && caller.department() == Department.TREASURY && last.owner() == Department.TREASURY
                                ? last.date() + "/" + last.insurance()
                                : null);
    }

    private String state(Said last, boolean open) {
        return open
                ? desk.word("kind_" + last.kind())
                : desk.word("closed_" + (last.kind() == null ? How.RESTATED : How.CANCELLED_OUT));
    }

    /** Of the last versions of all days that name the voucher. */
    private static long sum(Evidence evidence, Insurance insurance) {
        return evidence.said().stream()
                .filter(said -> said.insurance() == insurance)
                .filter(said -> evidence.said().stream()
                        .noneMatch(later -> later.insurance() == insurance
                                && later.date().equals(said.date())
                                && later.version() > said.version()))
                .mapToLong(said -> said.treasury().minus(said.collected()).amount())
                .sum();
    }

    private TaxRow row(Collected each) {
        return new TaxRow(
                each.date().toString(),
                desk.named(each.insurance()),
                desk.word("entry_" + each.kind()),
                each.id(),
                each.township() == null ? "" : desk.place(each.township()),
                each.amount().amount());
    }

    private TreasuryRow row(Booked each) {
        return new TreasuryRow(
                each.date().toString(),
                desk.named(each.insurance()),
                each.version(),
                each.stands(),
                each.account(),
                each.row(),
                each.amount().amount());
    }

    private Step step(Said each) {
        return new Step(
                each.balancedOn().toString(),
                each.date().toString(),
                desk.named(each.insurance()),
                each.version(),
                each.kind() == null ? "" : desk.word("kind_" + each.kind()),
                each.collected().amount(),
                each.treasury().amount());
    }
}
