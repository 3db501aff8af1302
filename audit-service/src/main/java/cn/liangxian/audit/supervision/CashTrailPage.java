package cn.liangxian.audit.supervision;

import static cn.liangxian.audit.register.Sight.oversees;

import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.audit.supervision.CashTrails.Reached;
import cn.liangxian.audit.supervision.CashTrails.Trail;
import cn.liangxian.desk.Desk;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Township;
import cn.liangxian.policy.Until;
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
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where cash went 现金去向: each entry of the ledgers, by its receipt, from the hand of the resident to the entitlement. */
@Path("/desk/cash-trails")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class CashTrailPage {

    private static final int ROWS = 100;
    private static final String SETTLING = "collection-cash-settled";

    private final Desk desk;
    private final Caller caller;
    private final CashTrailResource trails;
    private final Policy policy;
    private final BusinessDay day;

    CashTrailPage(Desk desk, Caller caller, CashTrailResource trails, Policy policy, BusinessDay day) {
        this.desk = desk;
        this.caller = caller;
        this.trails = trails;
        this.policy = policy;
        this.day = day;
    }

    /** A choice of the filter. */
    public record Choice(String value, String title, boolean chosen) {}

    /** An entry; {@code paid} in fen, null before; {@code until} when it is to be paid in, while it is not. */
    public record Row(
            long seq,
            String entryId,
            String receipt,
            String takenOn,
            String village,
            String collector,
            String insurance,
            long taken,
            Long paid,
            boolean less,
            String paidOn,
            String voucher,
            String until,
            boolean untilAssumed,
            String state,
            String look) {}

    /** A place that the money came to; {@code on} empty where the day is not known. */
    public record Step(String on, String what, String note) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("township") @DefaultValue("") String township,
            @QueryParam("after") @DefaultValue("0") long after) {
        TemplateInstance page = desk.page("audit/trails", AuditPages.CASH_TRAILS);
        List<Trail> found = trails.page(township, after, ROWS + 1);
        return page.data("township", township)
                .data(
                        "townships",
                        day.last().map(policy.jurisdiction()::townships).orElse(List.of()).stream()
                                .map(Township::code)
                                .map(code -> new Choice(code, desk.place(code), code.equals(township)))
                                .toList())
                .data("rows", found.stream().limit(ROWS).map(this::row).toList())
                .data("next", found.size() > ROWS ? found.get(ROWS - 1).seq() : null);
    }

    /** One entry with every place that its money came to, for the drawer. */
    @GET
    @Path("/one")
    @Operation(hidden = true)
    public TemplateInstance one(@QueryParam("seq") long seq) {
        desk.page("audit/trail", AuditPages.CASH_TRAILS);
        Trail one = trails.page("", seq - 1, 1).stream()
                .filter(each -> each.seq() == seq)
                .findFirst()
                .orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
        return desk.below("audit/trail", AuditPages.CASH_TRAILS, one.receiptNo())
                .data("row", row(one))
                .data("steps", steps(one))
                .data("ends", one.reached() == Reached.ENTITLED || one.reached() == Reached.RETURNED)
                .data("replays", oversees(caller.department()));
    }

    private Row row(Trail each) {
        Until until = each.reached() == Reached.TAKEN ? Until.of(policy, SETTLING, each.takenOn()) : Until.NONE;
        LocalDate last = until.day();
        boolean late =
                last != null && day.last().filter(today -> today.isAfter(last)).isPresent();
        return new Row(
                each.seq(),
                each.entryId(),
                each.receiptNo(),
                each.takenOn().toString(),
                desk.place(each.village()),
                each.collector(),
                desk.named(each.insurance()),
                each.taken().amount(),
                each.paid() == null ? null : each.paid().amount(),
                each.paid() != null && each.paid().amount() < each.taken().amount(),
                text(each.paidOn()),
                each.voucher() == null ? "" : desk.channel(each.channel()) + " " + each.voucher(),
                text(last),
                until.assumed(),
                desk.word(late ? "reached_late" : "reached_" + each.reached()),
                look(each.reached(), late));
    }

    private List<Step> steps(Trail each) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(each.takenOn().toString(), desk.word("cashTaken"), each.receiptNo()));
        if (each.returnedOn() != null) {
            steps.add(new Step(text(each.returnedOn()), desk.word("cashReturned"), ""));
        }
        if (each.paidOn() != null) {
            steps.add(new Step(
                    text(each.paidOn()),
                    // a settlement whose payment nobody has seen is what the collector says
                    desk.word(each.reached() == Reached.TAKEN ? "reached_said" : "cashPaidIn"),
                    desk.channel(each.channel()) + " " + each.voucher()));
        }
        switch (each.reached()) {
            case DIFFERS_IN_TREASURY ->
                steps.add(new Step(
                        "", desk.word("reached_DIFFERS_IN_TREASURY"), desk.word("difference_" + each.difference())));
            case IN_TREASURY, ENTITLED -> steps.add(new Step("", desk.word("reached_IN_TREASURY"), ""));
            case TAKEN, RETURNED, PAID_IN -> {}
        }
        if (each.entitledOn() != null) {
            steps.add(new Step(text(each.entitledOn()), desk.word("reached_ENTITLED"), ""));
        }
        return steps;
    }

    private static String look(Reached reached, boolean late) {
        return switch (reached) {
            case TAKEN -> late ? "late" : "near";
            case RETURNED -> "quiet";
            case PAID_IN -> "wait";
            case DIFFERS_IN_TREASURY -> "late";
            case IN_TREASURY -> "near";
            case ENTITLED -> "done";
        };
    }

    private static String text(LocalDate date) {
        return date == null ? "" : date.toString();
    }
}
