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
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;

/** Suspects of cash payment: the screens, what they pushed to the townships, and what these found themselves. */
@Path("/cash-risk")
public class CashRiskResource {

    private final PushingSuspects screening;
    private final Pushes pushes;
    private final SelfCheck check;
    private final Idempotency idempotency;
    private final Caller caller;

    CashRiskResource(
            PushingSuspects screening, Pushes pushes, SelfCheck check, Idempotency idempotency, Caller caller) {
        this.screening = screening;
        this.pushes = pushes;
        this.check = check;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** A page; {@code next} is the cursor of the page after it, null on the last. */
    public record Page(List<Pushes.Push> pushes, String next) {}

    /** @param results by suspect; {@code reportDigest} is the SHA-256 of the signed report */
    public record Report(
            @NotEmpty @Size(max = 10_000) Map<String, @NotNull Result> results,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String reportDigest) {}

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
        return idempotency.once(
                "self-check-" + id,
                key,
                report,
                SelfCheckReported.class,
                () -> check.report(id, township, report.results(), report.reportDigest(), by));
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
