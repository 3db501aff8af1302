package cn.liangxian.reconciliation.balance;

import cn.liangxian.desk.Desk;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Until;
import cn.liangxian.reconciliation.balance.DifferenceEvidence.Booked;
import cn.liangxian.reconciliation.balance.DifferenceEvidence.Collected;
import cn.liangxian.reconciliation.balance.DifferenceEvidence.Evidence;
import cn.liangxian.reconciliation.balance.DifferenceEvidence.Said;
import cn.liangxian.reconciliation.balance.DifferenceEvidence.Stands;
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
    private final DifferenceEvidence evidenceOf;
    private final DifferenceClock clock;
    private final BusinessDay today;

    DifferencePage(
            Desk desk,
            Caller caller,
            DifferenceResource differences,
            DifferenceEvidence evidenceOf,
            DifferenceClock clock,
            BusinessDay today) {
        this.desk = desk;
        this.caller = caller;
        this.evidenceOf = evidenceOf;
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
        Stands stands = evidenceOf.stands(key).orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
        boolean open = stands.open();
        Until until = open ? clock.of(key.day()) : Until.NONE;
        LocalDate now = today.last().orElse(key.day());
        return desk.below("reconciliation/difference", ReconciliationPages.DIFFERENCES, key.voucher())
                .data("date", key.day())
                .data("insurance", desk.named(Insurance.valueOf(key.insurance())))
                .data("channel", desk.channel(key.channel()))
                .data("voucher", key.voucher())
                .data("state", desk.word(open ? "kind_" + stands.kind() : "closed_" + stands.how()))
                .data("open", open)
                .data("owner", open ? desk.named(stands.owner()) : "")
                .data("until", until.day() == null ? "" : until.day().toString())
                .data("untilAssumed", until.assumed())
                .data("late", until.day() != null && now.isAfter(until.day()))
                .data("age", ChronoUnit.DAYS.between(key.day(), now))
                .data("tax", evidence.collected().stream().map(this::row).toList())
                .data("treasury", evidence.booked().stream().map(this::row).toList())
                .data("steps", evidence.said().stream().map(this::step).toList())
                .data(
                        "again",
                        open && caller.department() == Department.TREASURY && stands.owner() == Department.TREASURY
                                ? key.day() + "/" + key.insurance()
                                : null);
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
