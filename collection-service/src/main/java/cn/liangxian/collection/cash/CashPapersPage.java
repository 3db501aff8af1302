package cn.liangxian.collection.cash;

import cn.liangxian.collection.cash.CashPapers.Look;
import cn.liangxian.collection.cash.CashPapers.Payer;
import cn.liangxian.collection.cash.CashResource.Filing;
import cn.liangxian.collection.cash.FilingLedger.OnRecord;
import cn.liangxian.collection.desk.CollectionPages;
import cn.liangxian.collection.scan.Uploaded;
import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Papers of the cash ledger 现金台账凭据: who pays in cash and why, what the three put on an entry, the scans that townships filed. */
@Path("/desk/cash/papers")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class CashPapersPage {

    private static final int ROWS = 200;
    private final Desk desk;
    private final CashPapers papers;
    private final CashPaperResource resource;
    private final CashResource cash;
    private final FilingLedger filing;
    private final Caller caller;

    CashPapersPage(
            Desk desk,
            CashPapers papers,
            CashPaperResource resource,
            CashResource cash,
            FilingLedger filing,
            Caller caller) {
        this.desk = desk;
        this.papers = papers;
        this.resource = resource;
        this.cash = cash;
        this.filing = filing;
        this.caller = caller;
    }

    /** Somebody who pays in cash. */
    public record PayerRow(String name, String village, String reason, String listedOn, int entries) {}

    /** A ledger that a township filed; {@code total} in fen. */
    public record LedgerRow(
            String id, String township, int entries, long total, String filedOn, String filedBy, String digest) {}

    /** The ledger that the township has still to file, as it is on record; {@code total} in fen. */
    public record Open(int entries, long total, int held) {}

    /** One of the six; {@code role} and {@code kind} by code for its address, {@code what} in words. */
    public record MarkRow(String role, String kind, String what, String digest) {}

    /** Who looked. */
    public record LookRow(String on, String department, String area) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("after") @DefaultValue("") String after) {
        desk.page("collection/cash-papers", CollectionPages.CASH);
        List<Payer> payers = resource.payers(after, ROWS);
        List<CashEntry.Ledger> ledgers = resource.ledgers();
        return desk.below("collection/cash-papers", CollectionPages.CASH, desk.word("cashPapers"))
                .data("payers", payers.stream().map(this::row).toList())
                .data("next", payers.size() == ROWS ? payers.get(ROWS - 1).personKey() : null)
                .data("ledgers", ledgers.stream().map(this::row).toList())
                .data("open", CashResource.FILING.contains(caller.department()) && ledgers.isEmpty() ? open() : null)
                .data("key", UUID.randomUUID());
    }

    /** The township files its ledger. What the paper says is typed, so that a lost page shows. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response file(
            @RestForm String entries,
            @RestForm String total,
            @RestForm String originalAt,
            @RestForm String key,
            @RestForm FileUpload scan) {
        cash.mustFile();
        Integer counted = Typed.count(entries);
        if (counted == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, desk.text("cashCount"));
        }
        byte[] content = Uploaded.bytes(scan, CashResource.MOST_BYTES, "scan");
        cash.file(key, new Filing(caller.area(), counted, Typed.yuan(total), content, originalAt));
        return Response.seeOther(URI.create("/desk/cash/papers")).build();
    }

    /** What the three put on an entry, for the drawer: to look is noted. */
    @GET
    @Path("/entry")
    @Operation(hidden = true)
    public TemplateInstance entry(@QueryParam("id") UUID id) {
        desk.page("collection/cash-entry", CollectionPages.CASH);
        CashEntry entry = papers.entry(known(id)).orElseThrow(() -> new Problem(CashProblem.ENTRY_UNKNOWN, null));
        return desk.below("collection/cash-entry", CollectionPages.CASH, entry.receiptNo())
                .data("id", entry.entryId())
                .data("receipt", entry.receiptNo())
                .data("place", desk.place(entry.village()))
                .data("takenOn", entry.takenOn().toString())
                .data("amount", entry.amount().amount())
                .data("collector", entry.collector())
                .data("witness", entry.head())
                .data("marks", papers.marks(entry).stream().map(this::row).toList())
                .data(
                        "looks",
                        papers.looks(entry.entryId()).stream().map(this::row).toList());
    }

    @GET
    @Path("/mark")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response mark(
            @QueryParam("entry") UUID entry, @QueryParam("role") Mark.Role role, @QueryParam("kind") Mark.Kind kind) {
        if (role == null || kind == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        return resource.mark(known(entry), role, kind);
    }

    @GET
    @Path("/scan")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response scan(@QueryParam("ledger") UUID ledger) {
        return resource.scan(known(ledger));
    }

    private static UUID known(UUID id) {
        if (id == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        return id;
    }

    private Open open() {
        OnRecord record = filing.onRecord(caller.area());
        return new Open(record.entries(), record.total().amount(), record.held());
    }

    private PayerRow row(Payer each) {
        return new PayerRow(
                each.maskedName(),
                desk.place(each.village()),
                each.reason(),
                each.listedOn().toString(),
                each.entries());
    }

    private LedgerRow row(CashEntry.Ledger each) {
        return new LedgerRow(
                each.ledgerId(),
                desk.place(each.township()),
                each.entries(),
                each.total().amount(),
                each.filedOn().toString(),
                each.filedBy() == null ? "" : each.filedBy(),
                each.digest());
    }

    private MarkRow row(CashPapers.MarkOf each) {
        return new MarkRow(
                each.role().name(),
                each.kind().name(),
                desk.language().of(Mark.named(each.role(), each.kind())),
                each.digest());
    }

    private LookRow row(Look each) {
        return new LookRow(each.seenOn().toString(), desk.named(each.department()), desk.place(each.area()));
    }
}
