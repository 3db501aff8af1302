package cn.liangxian.collection.cash;

import static cn.liangxian.handoff.Department.DISCIPLINE;

import cn.liangxian.collection.cash.CashEntry.Finding;
import cn.liangxian.collection.cash.CashEntry.Holding;
import cn.liangxian.collection.desk.CollectionPages;
import cn.liangxian.desk.Desk;
import cn.liangxian.rest.Caller;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The cash ledger 现金代收台账: who has cash in hand since when, what is wrong, and the entries one after the other. */
@Path("/desk/cash")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class CashPage {

    private static final int ROWS = 200;
    private final Desk desk;
    private final Caller caller;
    private final CashResource cash;

    CashPage(Desk desk, Caller caller, CashResource cash) {
        this.desk = desk;
        this.caller = caller;
        this.cash = cash;
    }

    /** Cash in the hands of a collector, in fen; {@code late} when some of it was taken on an earlier day. */
    public record Held(
            String village, String collector, int entries, long amount, String since, int days, boolean late) {}

    /** What is wrong with an entry. */
    public record Wrong(
            String id, String what, String receipt, String village, String collector, long amount, int days) {}

    /** An entry; {@code paid} in fen, null while the cash is in hand. */
    public record Row(
            String id,
            String receipt,
            String takenOn,
            String village,
            String insurance,
            String person,
            long amount,
            String collector,
            String witness,
            String settledOn,
            Long paid,
            String voucher,
            String state,
            String look) {}

    @GET
    @Operation(hidden = true)
    @Transactional
    public TemplateInstance page(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("held") @DefaultValue("") String heldAfter,
            @QueryParam("wrong") @DefaultValue("") String wrongAfter) {
        TemplateInstance page = desk.page("collection/cash", CollectionPages.CASH);
        // discipline watches, and is not shown whom the entries are about
        List<CashEntry> entries = caller.department() == DISCIPLINE ? List.of() : cash.entries(null, after, ROWS);
        List<Holding> held = cash.holdings(heldAfter, ROWS);
        List<Finding> wrong = cash.findings(wrongAfter, ROWS);
        return page.data("held", held.stream().map(this::held).toList())
                .data("nextHeld", held.size() == ROWS ? after(held.get(ROWS - 1)) : null)
                .data("wrong", wrong.stream().map(this::wrong).toList())
                // an entry has a finding or two, so that a full page has no fewer
                .data(
                        "nextWrong",
                        wrong.size() >= ROWS
                                ? wrong.get(wrong.size() - 1).entry().receiptNo()
                                : null)
                .data("rows", entries.stream().map(this::row).toList())
                .data("ledger", caller.department() != DISCIPLINE)
                .data("next", entries.size() == ROWS ? entries.get(ROWS - 1).receiptNo() : null);
    }

    private static String after(Holding last) {
        return last.village() + "/" + last.collector();
    }

    private Held held(Holding each) {
        return new Held(
                desk.place(each.village()),
                each.collector(),
                each.entries(),
                each.amount().amount(),
                each.since().toString(),
                each.days(),
                each.days() > 0);
    }

    private Wrong wrong(Finding each) {
        return new Wrong(
                each.entry().entryId().toString(),
                desk.word("cash_" + each.wrong()),
                each.entry().receiptNo(),
                desk.place(each.entry().village()),
                each.entry().collector(),
                each.amount().amount(),
                each.days());
    }

    private Row row(CashEntry each) {
        return new Row(
                each.entryId().toString(),
                each.receiptNo(),
                each.takenOn().toString(),
                desk.place(each.village()),
                desk.named(each.insurance()),
                each.personKey(),
                each.amount().amount(),
                each.collector(),
                each.head(),
                each.settledOn() == null ? "" : each.settledOn().toString(),
                each.paid() == null ? null : each.paid().amount(),
                each.voucher() == null ? "" : desk.channel(each.channel()) + " " + each.voucher(),
                desk.language().of(each.state().word()),
                switch (each.state()) {
                    case HELD -> "near";
                    case SETTLED -> "done";
                    case RETURNED -> "quiet";
                });
    }
}
