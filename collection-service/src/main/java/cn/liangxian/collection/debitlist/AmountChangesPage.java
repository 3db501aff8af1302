package cn.liangxian.collection.debitlist;

import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.collection.DebitHandoff.AmountChangeApplied;
import cn.liangxian.collection.debitlist.DebitListResource.Change;
import cn.liangxian.collection.desk.CollectionPages;
import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.rest.Caller;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Changes of amounts 变更应缴费额: what the specialist of a township applies for while it can still be applied for, and what was
 * changed. The ID number is posted, and not sent back.
 */
@Path("/desk/debit-lists/changes")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class AmountChangesPage {

    private static final int ROWS = 200;
    private final Desk desk;
    private final Caller caller;
    private final DebitListResource lists;
    private final SettingAmounts setting;
    private final BusinessDay day;

    AmountChangesPage(Desk desk, Caller caller, DebitListResource lists, SettingAmounts setting, BusinessDay day) {
        this.desk = desk;
        this.caller = caller;
        this.lists = lists;
        this.setting = setting;
        this.day = day;
    }

    /** A change; sums in fen. */
    public record Row(
            String changedOn,
            String place,
            String insurance,
            String person,
            long before,
            long after,
            String reason,
            String specialist,
            String login) {}

    /** A choice of the form. */
    public record Choice(String value, String title) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("after") @DefaultValue("0") long after) {
        return page(after, null);
    }

    @POST
    @Operation(hidden = true)
    public TemplateInstance change(
            @FormParam("idNumber") String idNumber,
            @FormParam("insurance") Insurance insurance,
            @FormParam("tier") String tier,
            @FormParam("amount") String amount,
            @FormParam("reason") String reason,
            @FormParam("specialist") String specialist,
            @FormParam("key") String key) {
        lists.mustReturn();
        AmountChangeApplied applied = lists.change(
                key,
                new Change(idNumber, insurance, Typed.yuan(tier), Typed.yuan(amount), reason, Typed.text(specialist)));
        return page(
                0,
                new Row(
                        "",
                        "",
                        desk.named(applied.insurance()),
                        applied.personKey(),
                        applied.before().amount(),
                        applied.after().amount(),
                        applied.reason(),
                        "",
                        ""));
    }

    private TemplateInstance page(long after, Row applied) {
        desk.page("collection/amount-changes", CollectionPages.DEBIT_LISTS);
        List<AmountChange> found = lists.changes(after, ROWS);
        LocalDate until = until();
        return desk.below("collection/amount-changes", CollectionPages.DEBIT_LISTS, desk.word("amountChanges"))
                .data("applies", caller.department() == TOWNSHIP)
                .data("until", until == null ? "" : until.toString())
                .data(
                        "over",
                        until != null
                                && day.last()
                                        .filter(today -> today.isAfter(until))
                                        .isPresent())
                .data(
                        "insurances",
                        List.of(Insurance.PENSION, Insurance.MEDICAL).stream()
                                .map(each -> new Choice(each.name(), desk.named(each)))
                                .toList())
                .data("rows", found.stream().map(this::row).toList())
                .data("next", found.size() == ROWS ? found.get(ROWS - 1).number() : null)
                .data("applied", applied)
                .data("key", UUID.randomUUID());
    }

    /** Of the township's own list; null while its amounts are not set. */
    private LocalDate until() {
        if (caller.department() != TOWNSHIP) {
            return null;
        }
        return lists.list(null, ROWS).stream()
                .map(DebitList::amountsSetOn)
                .filter(Objects::nonNull)
                .reduce((former, later) -> later)
                .map(setting::changesUntil)
                .orElse(null);
    }

    private Row row(AmountChange each) {
        return new Row(
                each.changedOn().toString(),
                desk.place(each.village()),
                desk.named(each.insurance()),
                each.personKey(),
                each.before().amount(),
                each.after().amount(),
                each.reason(),
                Objects.toString(each.specialist(), ""),
                Objects.toString(each.login(), ""));
    }
}
