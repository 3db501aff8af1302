package cn.liangxian.collection.debit;

import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.collection.attempt.AttemptSheet;
import cn.liangxian.collection.debit.FailedDebit.Outcome;
import cn.liangxian.collection.desk.CollectionPages;
import cn.liangxian.desk.Chart;
import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.policy.DebitResult;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Failed debits 扣款失败: the days with their reasons, the worklist of each village, and each debit to its closure. */
@Path("/desk/debits")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DebitsPage {

    private static final int ROWS = 200;
    private static final int DAYS = 31;
    /** A month of two banks. */
    private static final int BATCHES = 62;

    private final Desk desk;
    private final Caller caller;
    private final FailedDebitResource failures;
    private final FailedDebits failed;
    private final DebitDays days;
    private final DebitBook book;
    private final Policy policy;
    private final AttemptSheet attempts;

    DebitsPage(
            Desk desk,
            Caller caller,
            FailedDebitResource failures,
            FailedDebits failed,
            DebitDays days,
            DebitBook book,
            Policy policy,
            AttemptSheet attempts) {
        this.desk = desk;
        this.caller = caller;
        this.failures = failures;
        this.failed = failed;
        this.days = days;
        this.book = book;
        this.policy = policy;
        this.attempts = attempts;
    }

    /** A day of debit in numbers. */
    public record DayRow(String on, int lines, int paid, int open, String until, int failed, String reasons) {}

    /** A batch as {@code GET /debit-batches} has it. */
    public record BatchRow(
            long batchNo,
            String bank,
            String on,
            String cutOff,
            int lines,
            long total,
            int answered,
            int open,
            String answerBy) {}

    /** A village to choose. */
    public record VillageRow(String code, String place, int open, int untouched, int closed, boolean chosen) {}

    /** A failed debit; {@code last} is what came of speaking with the resident last. */
    public record Row(
            long claimNo,
            String name,
            String village,
            String insurance,
            long amount,
            int attempts,
            String reason,
            String lastTried,
            String guided,
            String last,
            String next,
            String state,
            String look) {}

    /** What was done about it, step by step. */
    public record Step(String on, String what, String note) {}

    /** A choice of the form. */
    public record Choice(String value, String title) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("village") @DefaultValue("") String village,
            @QueryParam("open") @DefaultValue("true") boolean open,
            @QueryParam("after") @DefaultValue("0") long after) {
        TemplateInstance page = desk.page("collection/debits", CollectionPages.DEBITS);
        String area = area(village);
        List<FailedDebit> found = failed.of(area, open, after, ROWS);
        List<DebitDays.Day> all = days.days(caller.area(), DebitDayResource.LAST, DAYS);
        return page.data("village", village)
                .data("open", open)
                .data("rows", found.stream().map(this::row).toList())
                .data("next", found.size() == ROWS ? found.get(ROWS - 1).claimNo() : null)
                .data(
                        "villages",
                        days.villages(caller.area()).stream()
                                .map(each -> village(each, village))
                                .toList())
                .data("days", all.stream().map(this::day).toList())
                .data("chart", chart(all))
                .data("batches", batches());
    }

    /** One failed debit with what was done about it, and every attempt over all channels, for the drawer. */
    @GET
    @Path("/one")
    @Operation(hidden = true)
    public TemplateInstance one(@QueryParam("claim") long claim) {
        desk.page("collection/debit", CollectionPages.DEBITS);
        FailedDebit one =
                failed.find(caller.area(), claim).orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
        return desk.below("collection/debit", CollectionPages.DEBITS, one.maskedName())
                .data("row", row(one))
                .data("resident", desk.elsewhere("enrollment", "/desk/persons/one?key=" + one.personKey()))
                .data("steps", one.contacts().stream().map(this::step).toList())
                .data("tried", attempts.of(one.personKey(), one.insurance()))
                .data("works", !one.closed() && (caller.department() == TOWNSHIP || caller.department() == VILLAGE))
                .data(
                        "outcomes",
                        Arrays.stream(Outcome.values())
                                .map(each -> new Choice(each.name(), desk.word("outcome_" + each)))
                                .toList())
                .data("key", UUID.randomUUID());
    }

    /** What the village did. */
    @POST
    @Path("/contact")
    @Operation(hidden = true)
    public Response contact(
            @FormParam("claim") long claim,
            @FormParam("outcome") Outcome outcome,
            @FormParam("note") String note,
            @FormParam("nextOn") String nextOn,
            @FormParam("key") String key) {
        failures.mustContact();
        if (outcome == null || note != null && note.length() > 300) {
            throw new Problem(AnyRequestProblem.MALFORMED, desk.text("outcome"));
        }
        FailedDebit after = failures.contact(
                key, claim, new FailedDebitResource.Report(outcome, Typed.text(note), Typed.date(nextOn)));
        return Response.seeOther(URI.create("/desk/debits?village=" + after.village()))
                .build();
    }

    private String area(String village) {
        if (village.isBlank()) {
            return caller.area();
        }
        caller.mustCover(village);
        return village;
    }

    private Row row(FailedDebit each) {
        var contacts = each.contacts();
        var last = contacts.isEmpty() ? null : contacts.get(contacts.size() - 1);
        String state = each.closed() ? "closed" : last == null ? "untouched" : "worked";
        return new Row(
                each.claimNo(),
                each.maskedName(),
                desk.place(each.village()),
                desk.named(each.insurance()),
                each.amount().amount(),
                each.attempts(),
                desk.language().of(each.reason().zh(), each.reason().en()),
                each.lastTried().toString(),
                each.guidedOn() == null ? "" : each.guidedOn().toString(),
                last == null ? "" : desk.word("outcome_" + last.outcome()),
                last == null || last.nextOn() == null ? "" : last.nextOn().toString(),
                desk.word("failure_" + state),
                each.closed() ? "done" : last == null ? "not-yet" : "near");
    }

    /** The latest of all banks; a township sees none, they are of the whole county. */
    private List<BatchRow> batches() {
        return caller.department() != TAX
                ? List.of()
                : book.of("%", LocalDate.EPOCH, Long.MAX_VALUE, BATCHES).stream()
                        .map(this::batch)
                        .toList();
    }

    private BatchRow batch(DebitBatch batch) {
        return new BatchRow(
                batch.batchNo(),
                policy.debit()
                        .flatMap(terms -> terms.bank(batch.bank()))
                        .map(bank -> desk.language().of(bank.zh(), bank.en()))
                        .orElse(batch.bank()),
                batch.debitOn().toString(),
                batch.cutOff().toString(),
                batch.lines(),
                batch.total().amount(),
                batch.answered(),
                batch.open(),
                batch.answerBy().toString());
    }

    private Step step(FailedDebit.Contact contact) {
        return new Step(
                contact.madeOn().toString(),
                desk.word("outcome_" + contact.outcome()),
                contact.note() == null ? "" : contact.note());
    }

    private VillageRow village(DebitDays.Village each, String chosen) {
        return new VillageRow(
                each.village(),
                desk.place(each.village()),
                each.open(),
                each.untouched(),
                each.closed(),
                each.village().equals(chosen));
    }

    private DayRow day(DebitDays.Day day) {
        StringBuilder reasons = new StringBuilder();
        day.failed().forEach((result, count) -> reasons.append(reasons.isEmpty() ? "" : desk.word("and"))
                .append(desk.language().of(result.zh(), result.en()))
                .append(' ')
                .append(count));
        return new DayRow(
                day.on().toString(),
                day.lines(),
                day.paid(),
                day.open(),
                day.until() == null ? "" : day.until().toString(),
                day.failed().values().stream().mapToInt(Integer::intValue).sum(),
                reasons.toString());
    }

    private String chart(List<DebitDays.Day> days) {
        List<DebitDays.Day> inOrder =
                days.stream().sorted(Comparator.comparing(DebitDays.Day::on)).toList();
        List<DebitResult> reasons = inOrder.stream()
                .flatMap(day -> day.failed().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        return Chart.stacked(
                inOrder.stream().map(day -> day.on().toString().substring(5)).toList(),
                reasons.stream()
                        .map(reason -> new Chart.Series(
                                desk.language().of(reason.zh(), reason.en()),
                                inOrder.stream()
                                        .map(day -> day.failed().getOrDefault(reason, 0))
                                        .toList()))
                        .toList());
    }
}
