package cn.liangxian.collection.cash;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.DISCIPLINE;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.collection.cash.CashEntry.Finding;
import cn.liangxian.collection.cash.CashEntry.Holding;
import cn.liangxian.collection.cash.CashEntry.Ledger;
import cn.liangxian.collection.cash.CashEntry.Listed;
import cn.liangxian.handoff.Department;
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

/** Cash from residents who can use no other channel (《现金征缴登记台账》). */
@Path("/")
public class CashResource {

    /** Who files a ledger, each its own. */
    static final List<Department> FILING = List.of(TOWNSHIP);

    /** Of the scan of a ledger. */
    static final int MOST_BYTES = 8_388_608;

    private final TakingCash taking;
    private final SettlingCash settling;
    private final FilingLedger filing;
    private final CashBook book;
    private final Idempotency idempotency;
    private final Caller caller;

    CashResource(
            TakingCash taking,
            SettlingCash settling,
            FilingLedger filing,
            CashBook book,
            Idempotency idempotency,
            Caller caller) {
        this.taking = taking;
        this.settling = settling;
        this.filing = filing;
        this.book = book;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** Whom a township lets pay in cash, at most 2,000 at once. */
    public record Payers(@NotNull @Size(min = 1, max = 2_000) List<@Valid @NotNull CashPayer> payers) {}

    /** @param reason why no other channel can be used */
    public record CashPayer(@NotBlank @Size(max = 40) String idNumber, @NotBlank @Size(max = 200) String reason) {

        public CashPayer {
            idNumber = idNumber == null ? null : idNumber.strip().toUpperCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return "CashPayer[masked]";
        }
    }

    /** @param head name and office of the third who signs: party secretary of the village, or leader of the team stationed there */
    public record Taking(
            @NotBlank @Size(max = 12) String village,
            @NotBlank @Size(max = 40) String collector,
            @NotBlank @Size(max = 40) String head,
            @NotBlank @Size(max = 40) String idNumber,
            @NotNull Insurance insurance,
            Fen tier,
            @NotNull Fen amount,
            @NotNull @Size(max = 12) List<@Valid @NotNull Mark> marks) {

        public Taking {
            idNumber = idNumber == null ? null : idNumber.strip().toUpperCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return "Taking[masked, " + insurance + "]";
        }
    }

    /** What the collector paid in for the resident, over which channel. */
    public record Settlement(
            @NotBlank @Size(max = 40) String channel,
            @NotBlank @Size(max = 100) String voucher,
            Fen tier,
            @NotNull Fen amount) {}

    /** A township's ledger: how many entries for how much, its scan, and where the original is kept. */
    public record Filing(
            @NotBlank @Size(min = 9, max = 9) String township,
            int entries,
            @NotNull Fen total,
            @NotNull @Size(min = 1, max = MOST_BYTES) byte[] scan,
            @NotBlank @Size(max = 200) String originalAt) {

        @Override
        public String toString() {
            return "Filing[" + township + ", " + entries + "]";
        }
    }

    private record Asked(UUID id, Object request) {}

    @POST
    @Path("cash-payers")
    @ResponseStatus(201)
    public Listed list(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Payers payers) {
        mustList();
        return idempotency.once("cash-payers", key, payers, Listed.class, () -> taking.list(payers));
    }

    @POST
    @Path("cash-entries")
    @ResponseStatus(201)
    public CashEntry take(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Taking cash) {
        caller.mustBe(VILLAGE, TOWNSHIP);
        caller.mustCover(cash.village());
        return idempotency.once("cash-entry", key, cash, CashEntry.class, () -> taking.take(cash));
    }

    @POST
    @Path("cash-entries/{id}/settlement")
    @ResponseStatus(201)
    public CashEntry settle(
            @HeaderParam("Idempotency-Key") String key, @PathParam("id") UUID id, @Valid @NotNull Settlement paid) {
        caller.mustBe(VILLAGE, TOWNSHIP);
        return idempotency.onceOnAnyDate(
                "cash-settlement", key, new Asked(id, paid), CashEntry.class, () -> settling.settle(id, paid));
    }

    @POST
    @Path("cash-entries/{id}/return")
    @ResponseStatus(201)
    public CashEntry giveBack(@HeaderParam("Idempotency-Key") String key, @PathParam("id") UUID id) {
        caller.mustBe(VILLAGE, TOWNSHIP);
        return idempotency.onceOnAnyDate("cash-return", key, id, CashEntry.class, () -> settling.giveBack(id));
    }

    @POST
    @Path("cash-ledgers")
    @ResponseStatus(201)
    public Ledger file(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Filing ledger) {
        mustFile();
        caller.mustCover(ledger.township());
        String by = caller.name();
        return idempotency.onceOnAnyDate("cash-ledger", key, ledger, Ledger.class, () -> filing.file(ledger, by));
    }

    /**
     * Of the caller's area, in the order of the receipts; {@code after} is the last receipt of the page before.
     *
     * @param state all when not given
     */
    @GET
    @Path("cash-entries")
    public List<CashEntry> entries(
            @QueryParam("state") CashState state,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(2_000) int limit) {
        caller.mustBe(TAX, TOWNSHIP, VILLAGE, AUDIT_BUREAU);
        return book.of(caller.area(), state, after, limit);
    }

    /** SHA-256 of the six marks of an entry of the caller's area. */
    @GET
    @Path("cash-entries/{id}/marks")
    public List<String> marks(@PathParam("id") UUID id) {
        caller.mustBe(TAX, TOWNSHIP, AUDIT_BUREAU, DISCIPLINE);
        return book.marks(id, caller.area());
    }

    /** Who has cash in hand, since when and how much; {@code after} is the last of the page before, {@code village/collector}. */
    @GET
    @Path("cash-holdings")
    public List<Holding> holdings(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(2_000) int limit) {
        caller.mustBe(TAX, TOWNSHIP, AUDIT_BUREAU, DISCIPLINE);
        return settling.holdings(caller.area(), after, limit);
    }

    /** What is wrong with so many entries as {@code limit}; {@code after} is the last receipt of the page before. */
    @GET
    @Path("cash-findings")
    public List<Finding> findings(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(2_000) int limit) {
        caller.mustBe(TAX, TOWNSHIP, AUDIT_BUREAU, DISCIPLINE);
        return settling.findings(caller.area(), after, limit);
    }

    void mustList() {
        caller.mustBe(TOWNSHIP);
    }

    void mustFile() {
        caller.mustBe(FILING);
    }
}
