package cn.liangxian.collection.cash;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.DISCIPLINE;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.collection.cash.CashEntry.Ledger;
import cn.liangxian.collection.cash.CashPapers.Look;
import cn.liangxian.collection.cash.CashPapers.Payer;
import cn.liangxian.handoff.Department;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** What was handed in about cash, for those who watch it: who pays in cash and why, signatures and fingerprints, scans of ledgers. */
@Path("/")
@Blocking
public class CashPaperResource {

    /** Who watches cash (第四十一条, 第四十二条); a township its own. */
    private static final List<Department> WATCHING = List.of(TAX, TOWNSHIP, AUDIT_BUREAU, DISCIPLINE);

    private final CashPapers papers;
    private final Caller caller;

    CashPaperResource(CashPapers papers, Caller caller) {
        this.papers = papers;
        this.caller = caller;
    }

    /** Of the caller's area, in the order of the keys; {@code after} is the last key of the page before. */
    @GET
    @Path("cash-payers")
    public List<Payer> payers(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(2_000) int limit) {
        caller.mustBe(WATCHING);
        return papers.payers(after, limit);
    }

    /** At most one a township. */
    @GET
    @Path("cash-ledgers")
    public List<Ledger> ledgers() {
        caller.mustBe(WATCHING);
        return papers.ledgers();
    }

    /** The scan as it was filed: its SHA-256 is the digest of the ledger. */
    @GET
    @Path("cash-ledgers/{id}/scan")
    @Produces(MediaType.WILDCARD)
    public Response scan(@PathParam("id") UUID id) {
        caller.mustBe(WATCHING);
        return papers.scan(id).orElseThrow(CashPaperResource::unknown).shown();
    }

    /** The image as it was handed in. */
    @GET
    @Path("cash-entries/{id}/marks/{role}/{kind}")
    @Produces(MediaType.WILDCARD)
    public Response mark(
            @PathParam("id") UUID id, @PathParam("role") Mark.Role role, @PathParam("kind") Mark.Kind kind) {
        caller.mustBe(WATCHING);
        return papers.mark(id, role, kind)
                .orElseThrow(CashPaperResource::unknown)
                .shown();
    }

    /** Who looked at the marks of an entry or the scan of a ledger, the latest first: at most 50, one a person and day. */
    @GET
    @Path("cash-papers/{id}/looks")
    public List<Look> looks(@PathParam("id") UUID id) {
        caller.mustBe(WATCHING);
        boolean own = papers.entry(id).isPresent()
                || papers.ledgers().stream()
                        .anyMatch(ledger -> ledger.ledgerId().equals(id.toString()));
        if (!own) {
            throw unknown();
        }
        return papers.looks(id);
    }

    private static Problem unknown() {
        return new Problem(CashProblem.ENTRY_UNKNOWN, null);
    }
}
