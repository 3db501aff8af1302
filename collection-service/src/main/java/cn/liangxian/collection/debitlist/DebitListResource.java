package cn.liangxian.collection.debitlist;

import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.collection.DebitHandoff.AmountChangeApplied;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Debit lists (《批量扣款清册》): returned by townships, their amounts set by tax, then changed on application. */
@Path("/")
public class DebitListResource {

    /** Rows of one list: a large township, and what a request of 10 MB holds. */
    private static final int MOST_ROWS = 60_000;

    private final ReturningDebitList returning;
    private final SettingAmounts setting;
    private final DebitLists lists;
    private final Idempotency idempotency;
    private final Caller caller;

    DebitListResource(
            ReturningDebitList returning,
            SettingAmounts setting,
            DebitLists lists,
            Idempotency idempotency,
            Caller caller) {
        this.returning = returning;
        this.setting = setting;
        this.lists = lists;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /**
     * A township's list.
     *
     * @param declaredCount of rows
     * @param categories the note on the categories of people in it
     */
    public record Return(
            @NotBlank @Size(min = 9, max = 9) String township,
            int declaredCount,
            @NotBlank @Size(max = 500) String categories,
            @NotNull @Size(max = 50) String signedBy,
            boolean sealed,
            @NotNull @Size(min = 1, max = MOST_ROWS) List<@Valid @NotNull ReturnedRow> rows) {}

    /** One resident and insurance; {@code reason} is why the account cannot be debited, then no amount is needed. */
    public record ReturnedRow(
            @NotBlank @Size(max = 40) String idNumber,
            @NotNull Insurance insurance,
            Fen tier,
            Fen amount,
            @Size(max = 200) String reason) {

        public ReturnedRow {
            idNumber = idNumber == null ? null : idNumber.strip().toUpperCase(Locale.ROOT);
            reason = reason == null || reason.isBlank() ? null : reason.strip();
        }

        @Override
        public String toString() {
            return "ReturnedRow[masked, " + insurance + "]";
        }
    }

    /**
     * What a township's specialist applies for.
     *
     * @param specialist by name; needed where the notice has townships put theirs on record
     */
    public record Change(
            @NotBlank @Size(max = 40) String idNumber,
            @NotNull Insurance insurance,
            Fen tier,
            @NotNull Fen amount,
            @NotBlank @Size(max = 200) String reason,
            @Size(max = 100) String specialist) {

        public Change {
            idNumber = idNumber == null ? null : idNumber.strip().toUpperCase(Locale.ROOT);
            specialist = specialist == null ? null : specialist.strip();
        }

        @Override
        public String toString() {
            return "Change[masked, " + insurance + "]";
        }
    }

    @POST
    @Path("debit-lists")
    @ResponseStatus(201)
    public DebitList take(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Return returned) {
        mustReturn();
        caller.mustCover(returned.township());
        return idempotency.once("debit-list", key, returned, DebitList.class, () -> returning.take(returned));
    }

    /** The oldest first; {@code after} is the last id of the page before. */
    @GET
    @Path("debit-lists")
    public List<DebitList> list(
            @QueryParam("after") UUID after, @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(2_000) int limit) {
        caller.mustBe(TAX, TOWNSHIP);
        return lists.of(caller.area(), after, limit);
    }

    @POST
    @Path("debit-lists/{id}/amounts")
    @ResponseStatus(201)
    public DebitList set(@HeaderParam("Idempotency-Key") String key, @PathParam("id") UUID id) {
        mustSet();
        return idempotency.once("debit-amounts", key, id, DebitList.class, () -> setting.set(id));
    }

    @POST
    @Path("amount-changes")
    @ResponseStatus(201)
    public AmountChangeApplied change(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Change change) {
        mustReturn();
        return idempotency.once("amount-change", key, change, AmountChangeApplied.class, () -> setting.change(change));
    }

    /** What was changed on application, the oldest first; {@code after} is the last number of the page before. */
    @GET
    @Path("amount-changes")
    public List<AmountChange> changes(
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(2_000) int limit) {
        caller.mustBe(TAX, TOWNSHIP);
        return lists.changes(caller.area(), after, limit);
    }

    /** Whose list it is, and who applies for changes of it. */
    void mustReturn() {
        caller.mustBe(TOWNSHIP);
    }

    void mustSet() {
        caller.mustBe(TAX);
    }
}
