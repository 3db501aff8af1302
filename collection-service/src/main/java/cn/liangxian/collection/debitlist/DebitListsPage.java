package cn.liangxian.collection.debitlist;

import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.collection.debitlist.DebitListForm.Filled;
import cn.liangxian.collection.debitlist.DebitListResource.Return;
import cn.liangxian.collection.desk.CollectionPages;
import cn.liangxian.collection.desk.FilledTable;
import cn.liangxian.collection.payableroster.PayableRoster;
import cn.liangxian.collection.payableroster.PayableRosterResource;
import cn.liangxian.collection.payableroster.PayableRosterState;
import cn.liangxian.desk.Desk;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Until;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * Debit lists 批量扣款清册: the roster that a township got, the form to fill in, the list that comes back with its seal, and the
 * amounts that tax sets of it (bachu-2022/第二十六条, 第二十七条).
 */
@Path("/desk/debit-lists")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DebitListsPage {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String AMOUNTS_SET = "collection-amounts-set";
    private static final int ROWS = 200;
    /** What somebody corrects in one go. */
    private static final int SHOWN = 100;

    /** One a township and year, with those that were refused. */
    private static final int ROSTERS = 2_000;

    /** Steps of the way of a list, as the page counts them. */
    private static final int FILLING = 2;

    private static final int AMOUNTS = 4;
    private static final int DONE = 5;

    private static final int TOWNSHIP_DIGITS = 9;
    private final Desk desk;
    private final Caller caller;
    private final Policy policy;
    private final DebitListResource lists;
    private final SettingAmounts setting;
    private final PayableRosterResource rosters;

    DebitListsPage(
            Desk desk,
            Caller caller,
            Policy policy,
            DebitListResource lists,
            SettingAmounts setting,
            PayableRosterResource rosters) {
        this.desk = desk;
        this.caller = caller;
        this.policy = policy;
        this.lists = lists;
        this.setting = setting;
        this.rosters = rosters;
    }

    /** A roster that was handed over to the township; {@code total} in fen. */
    public record RosterRow(String id, String place, String issuedOn, long lines, long total) {}

    /** A list; {@code until} is by when tax sets its amounts, or the township applies for changes. */
    public record Row(
            String id,
            String place,
            String returnedOn,
            long claims,
            long debitable,
            long total,
            String setOn,
            String state,
            String look,
            String until,
            boolean returned) {}

    /** What came of a list that was just handed in. */
    public record Taken(String grade, String look, long rows, long claims, long debitable, long total) {}

    /** A row that was not taken, by its line in the file. */
    public record Refused(int line, String name, String idNumber, String why) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("after") UUID after) {
        return page(after, null, List.of(), "");
    }

    /** The lines of a roster, as a village and a township read them. */
    @GET
    @Path("/roster")
    @Produces("text/csv; charset=UTF-8")
    @Operation(hidden = true)
    public Response roster(@QueryParam("id") String id) {
        if (id == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        return rosters.file(id);
    }

    @GET
    @Path("/form.xlsx")
    @Produces(XLSX)
    @Operation(hidden = true)
    public Response workbook() {
        lists.mustReturn();
        return attached(DebitListForm::writeWorkbook, "debit-list.xlsx");
    }

    @GET
    @Path("/form.csv")
    @Produces("text/csv; charset=UTF-8")
    @Operation(hidden = true)
    public Response csv() {
        lists.mustReturn();
        return attached(DebitListForm::writeCsv, "debit-list.csv");
    }

    private static Response attached(StreamingOutput content, String name) {
        return Response.ok(content)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    /** A file that cannot be read comes back with its flaws, and nothing of it is taken. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public TemplateInstance take(
            @RestForm int declared,
            @RestForm String categories,
            @RestForm String signedBy,
            @RestForm String sealed,
            @RestForm String key,
            @RestForm FileUpload file) {
        lists.mustReturn();
        Filled filled;
        try {
            filled = DebitListForm.read(FilledTable.of(file, DebitListForm.REQUIRED));
        } catch (FilledTable.UnreadableException e) {
            return page(null, null, List.of(), desk.word("table_" + e.fault()));
        }
        if (!filled.flaws().isEmpty()) {
            List<Refused> flaws = filled.flaws().stream()
                    .limit(SHOWN)
                    .map(flaw ->
                            new Refused(flaw.line(), "", "", desk.word("cell_" + flaw.why()) + " " + flaw.column()))
                    .toList();
            return page(null, null, flaws, desk.word("tableFlaws"));
        }
        DebitList taken = lists.take(
                key,
                new Return(
                        caller.area(),
                        declared,
                        categories,
                        signedBy == null ? "" : signedBy.strip(),
                        sealed != null,
                        filled.rows()));
        List<Refused> refused = taken.refusals().stream()
                .limit(SHOWN)
                .map(each -> refused(each, filled.origins().get(each.row() - 1)))
                .toList();
        return page(null, taken(taken), refused, "");
    }

    /** Tax sets the amounts. */
    @POST
    @Path("/amounts")
    @Operation(hidden = true)
    public Response set(@FormParam("id") UUID id, @FormParam("key") String key) {
        lists.mustSet();
        if (id == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        lists.set(key, id);
        return Response.seeOther(URI.create("/desk/debit-lists")).build();
    }

    private TemplateInstance page(UUID after, Taken taken, List<Refused> refused, String unreadable) {
        TemplateInstance page = desk.page("collection/debit-lists", CollectionPages.DEBIT_LISTS);
        List<DebitList> found = lists.list(after, ROWS);
        List<RosterRow> issued = rosters();
        return page.data("step", issued.isEmpty() ? 1 : step(found))
                .data(
                        "returns",
                        caller.department() == TOWNSHIP && caller.area().length() == TOWNSHIP_DIGITS)
                .data("sets", caller.department() == TAX)
                .data("rosters", issued)
                .data("rows", found.stream().map(this::row).toList())
                .data("next", found.size() == ROWS ? found.get(ROWS - 1).listId() : null)
                .data("taken", taken)
                .data("refused", refused)
                .data("unreadable", unreadable)
                .data("key", UUID.randomUUID());
    }

    /** Where the township stands: it fills in the list, its amounts wait to be set, or are set. */
    private static int step(List<DebitList> lists) {
        return lists.stream()
                .map(DebitList::state)
                .filter(state -> state != DebitListState.SUPERSEDED)
                .reduce((former, later) -> later)
                .map(state -> state == DebitListState.RETURNED ? AMOUNTS : DONE)
                .orElse(FILLING);
    }

    private List<RosterRow> rosters() {
        return rosters.list(null, null, ROSTERS).stream()
                .filter(roster -> roster.state() == PayableRosterState.ISSUED)
                .map((PayableRoster roster) -> new RosterRow(
                        roster.payableRosterId(),
                        desk.place(roster.township()),
                        roster.issuedOn().toString(),
                        roster.lines(),
                        roster.total().amount()))
                .toList();
    }

    private Row row(DebitList each) {
        return new Row(
                each.listId(),
                desk.place(each.township()),
                each.returnedOn().toString(),
                each.claims(),
                each.debitable(),
                each.total().amount(),
                each.amountsSetOn() == null ? "" : each.amountsSetOn().toString(),
                desk.word("debitList_" + each.state()),
                switch (each.state()) {
                    case RETURNED -> "near";
                    case SUPERSEDED -> "quiet";
                    case AMOUNTS_SET -> "done";
                },
                until(each),
                each.state() == DebitListState.RETURNED);
    }

    private String until(DebitList list) {
        Until until =
                switch (list.state()) {
                    case RETURNED -> Until.of(policy, AMOUNTS_SET, list.returnedOn());
                    case SUPERSEDED -> Until.NONE;
                    case AMOUNTS_SET -> new Until(setting.changesUntil(list.amountsSetOn()), false);
                };
        return until.day() == null ? "" : until.day().toString();
    }

    private Taken taken(DebitList list) {
        int refused = list.refusals().size();
        String grade = refused == 0 ? "WHOLE" : list.claims() == 0 ? "NONE" : "PART";
        return new Taken(
                desk.word("listTaken_" + grade),
                refused == 0 ? "good" : "wrong",
                list.claims() + refused,
                list.claims(),
                list.debitable(),
                list.total().amount());
    }

    private Refused refused(DebitList.Refused each, DebitListForm.Origin origin) {
        return new Refused(
                origin.line(),
                origin.maskedName(),
                origin.maskedIdNumber(),
                desk.language().of(each.message(), each.messageEn()));
    }
}
