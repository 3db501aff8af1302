package cn.liangxian.audit.cashrisk;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.DISCIPLINE;
import static cn.liangxian.handoff.Department.FINANCE;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.audit.CashRiskHandoff.SelfCheckReported;
import cn.liangxian.audit.cashrisk.SelfCheck.Result;
import cn.liangxian.audit.cashrisk.SelfCheckReports.Look;
import cn.liangxian.audit.publication.Evidence;
import cn.liangxian.handoff.Department;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Suspects of cash payment: the screens, what they pushed to the townships, and what these found themselves. */
@Path("/cash-risk")
@Blocking
public class CashRiskResource {

    /** A longer one is scanned page by page. */
    static final int MOST_BYTES = 4_194_304;

    /** 反馈至税务部门: tax, who follows violations up, and who audits; the township sees its own. */
    static final Set<Department> REPORT_READERS = Set.of(TAX, TOWNSHIP, DISCIPLINE, AUDIT_BUREAU);

    private final PushingSuspects screening;
    private final Pushes pushes;
    private final SelfCheck check;
    private final SelfCheckReports reports;
    private final Idempotency idempotency;
    private final Caller caller;

    CashRiskResource(
            PushingSuspects screening,
            Pushes pushes,
            SelfCheck check,
            SelfCheckReports reports,
            Idempotency idempotency,
            Caller caller) {
        this.screening = screening;
        this.pushes = pushes;
        this.check = check;
        this.reports = reports;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** A page; {@code next} is the cursor of the page after it, null on the last. */
    public record Page(List<Pushes.Push> pushes, String next) {}

    /** @param results by suspect; {@code report} is the signed report, PDF, JPEG or PNG, at most 4 MiB */
    public record Report(
            @NotEmpty @Size(max = 10_000) Map<String, @NotNull Result> results,
            @NotNull @Size(min = 1, max = MOST_BYTES) byte[] report) {}

    private record Asked(Map<String, Result> results, String reportDigest) {}

    /** Every screen with what it looks for and the query that it asks. */
    @GET
    @Path("/screens")
    public List<CashScreen.Explained> screens() {
        mustRead();
        return screening.screens();
    }

    @GET
    @Path("/pushes")
    public Page page(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        mustRead();
        List<Pushes.Push> found = pushes.of(caller.area(), after, limit + 1);
        boolean more = found.size() > limit;
        return new Page(
                more ? found.subList(0, limit) : found,
                more ? found.get(limit - 1).pushId() : null);
    }

    /** In the order of their ids; {@code after} is the last id of the page before. */
    @GET
    @Path("/pushes/{id}/suspects")
    public List<Pushes.Suspect> suspects(
            @PathParam("id") String id,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(2_000) int limit) {
        mustRead();
        visible(id);
        return pushes.suspects(id, after, limit);
    }

    @POST
    @Path("/pushes/{id}/self-check")
    public SelfCheckReported report(
            @HeaderParam("Idempotency-Key") String key, @PathParam("id") String id, @NotNull @Valid Report report) {
        mustCheck();
        String township = visible(id);
        String by = caller.name();
        Evidence signed = Evidence.of(report.report());
        return idempotency.onceOnAnyDate(
                "self-check-" + id,
                key,
                new Asked(report.results(), signed.digest()),
                SelfCheckReported.class,
                () -> check.report(id, township, report.results(), signed, by));
    }

    /** The signed report as it was handed in; the look is kept. */
    @GET
    @Path("/pushes/{id}/self-check")
    @Produces(MediaType.WILDCARD)
    public Response signed(@PathParam("id") String id) {
        caller.mustBe(REPORT_READERS);
        visible(id);
        return reports.look(id).shown();
    }

    /** Who looked at the report, the latest first: at most 50, one a person and day. */
    @GET
    @Path("/pushes/{id}/self-check/looks")
    public List<Look> looks(@PathParam("id") String id) {
        caller.mustBe(REPORT_READERS);
        visible(id);
        return reports.looks(id);
    }

    private String visible(String push) {
        String township = pushes.townshipOf(push).orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
        caller.mustCover(township);
        return township;
    }

    void mustCheck() {
        caller.mustBe(TOWNSHIP);
    }

    private void mustRead() {
        caller.mustBe(TAX, TOWNSHIP, DISCIPLINE, MEDICAL_INSURANCE, SOCIAL_INSURANCE, FINANCE, AUDIT_BUREAU);
    }
}
