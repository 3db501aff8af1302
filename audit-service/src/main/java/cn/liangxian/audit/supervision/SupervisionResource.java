package cn.liangxian.audit.supervision;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.DISCIPLINE;
import static cn.liangxian.handoff.Department.FINANCE;

import cn.liangxian.audit.OversightHandoff.Conclusion;
import cn.liangxian.audit.OversightHandoff.Explanation;
import cn.liangxian.handoff.Department;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The supervision of the whole course by the audit bureau: its rules, what they found, and how that ended. */
@Path("/supervision")
public class SupervisionResource {

    private static final Set<Department> OVERSEERS = Set.of(AUDIT_BUREAU, COUNTY_GOVERNMENT, DISCIPLINE);
    private final Supervising supervising;
    private final DailySheets sheets;
    private final Findings findings;
    private final ClosingFindings closing;
    private final BureauAccesses accesses;
    private final Idempotency idempotency;
    private final Caller caller;

    SupervisionResource(
            Supervising supervising,
            DailySheets sheets,
            Findings findings,
            ClosingFindings closing,
            BureauAccesses accesses,
            Idempotency idempotency,
            Caller caller) {
        this.supervising = supervising;
        this.sheets = sheets;
        this.findings = findings;
        this.closing = closing;
        this.accesses = accesses;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** What the asked department says. */
    public record Answer(@NotNull Explanation explanation) {}

    /** How the finding shall end. */
    public record Ending(@NotNull Conclusion conclusion) {}

    /** A page; {@code next} is the cursor of the page after it, null on the last. */
    public record Page(List<Finding> findings, String next) {}

    private record Asked(String finding, Object request) {}

    /** What went in and out on a day, and the cash of it, for those who supervise every day. */
    @GET
    @Path("/days/{date}")
    public DailySheets.Sheet day(@PathParam("date") LocalDate date) {
        caller.mustBe(DISCIPLINE, AUDIT_BUREAU, FINANCE);
        caller.mustCoverCounty();
        return sheets.of(date);
    }

    /** Every rule with what it looks for and the query that it asks. */
    @GET
    @Path("/rules")
    public List<SupervisionRule.Explained> rules() {
        caller.mustBe(OVERSEERS.toArray(Department[]::new));
        return supervising.rules();
    }

    /** The overseers see all of their area; a department what it is asked. */
    @GET
    @Path("/findings")
    public Page page(
            @QueryParam("state") FindingState state,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        Department department = OVERSEERS.contains(caller.department()) ? null : caller.department();
        List<Finding> found = findings.of(caller.area(), department, state, after, limit + 1);
        boolean more = found.size() > limit;
        List<Finding> page = more ? found.subList(0, limit) : found;
        return new Page(page, more ? page.get(limit - 1).findingId() : null);
    }

    @POST
    @Path("/findings/{id}/answer")
    public Finding answer(
            @HeaderParam("Idempotency-Key") String key, @PathParam("id") String id, @NotNull @Valid Answer answer) {
        caller.mustBe(visible(id).department());
        String by = caller.name();
        return once("finding-answer", key, id, answer, () -> closing.explain(id, answer.explanation(), by));
    }

    @POST
    @Path("/findings/{id}/conclusion")
    public Finding conclude(
            @HeaderParam("Idempotency-Key") String key, @PathParam("id") String id, @NotNull @Valid Ending ending) {
        mustConclude();
        visible(id);
        String by = caller.name();
        return once("finding-conclusion", key, id, ending, () -> closing.conclude(id, ending.conclusion(), by));
    }

    /** By another person of the bureau than the one who concluded. */
    @POST
    @Path("/findings/{id}/approval")
    public Finding approve(@HeaderParam("Idempotency-Key") String key, @PathParam("id") String id) {
        mustConclude();
        visible(id);
        String by = caller.name();
        return once("finding-approval", key, id, null, () -> closing.approve(id, by));
    }

    /** By another person of the bureau, who does not agree. */
    @POST
    @Path("/findings/{id}/return")
    public Finding sendBack(@HeaderParam("Idempotency-Key") String key, @PathParam("id") String id) {
        mustConclude();
        visible(id);
        String by = caller.name();
        return once("finding-return", key, id, null, () -> closing.sendBack(id, by));
    }

    /** What the audit bureau looked at, the last first; {@code before} is the cursor. */
    @GET
    @Path("/accesses")
    public BureauAccesses.Page accesses(
            @QueryParam("before") Long before, @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        caller.mustBe(OVERSEERS.toArray(Department[]::new));
        caller.mustCoverCounty();
        return accesses.page(before, limit);
    }

    private Finding once(String operation, String key, String id, Object request, Supplier<Finding> work) {
        return idempotency.onceOnAnyDate(operation, key, new Asked(id, request), Finding.class, work);
    }

    /** As the caller may see it. */
    Finding finding(String id) {
        return visible(id);
    }

    private Finding visible(String id) {
        Finding finding = findings.find(id).orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
        caller.mustCover(finding.area());
        if (!OVERSEERS.contains(caller.department()) && caller.department() != finding.department()) {
            throw new Problem(AnyRequestProblem.NOT_FOUND, null);
        }
        return finding;
    }

    void mustConclude() {
        caller.mustBe(AUDIT_BUREAU);
    }
}
