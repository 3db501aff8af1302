package cn.liangxian.audit.spotcheck;

import static cn.liangxian.handoff.Department.DISCIPLINE;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.audit.CashRiskHandoff.Answerable;
import cn.liangxian.audit.CashRiskHandoff.SpotCheck;
import cn.liangxian.audit.spotcheck.Samples.Sample;
import cn.liangxian.handoff.Department;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;

/**
 * The yearly spot check of suspects: the sealed population, the draw, and what the risk group found. What was sealed and drawn is
 * open to everybody, so that anyone can draw it again: it names suspects by ids that tell nobody who or what they are.
 */
@Path("/samples")
public class SamplesResource {

    /** 风险防控小组: who checks what was drawn. */
    static final Set<Department> RISK_GROUP = Set.of(DISCIPLINE, TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE);

    private final Samples samples;
    private final SpotChecking checking;
    private final Idempotency idempotency;
    private final Caller caller;

    SamplesResource(Samples samples, SpotChecking checking, Idempotency idempotency, Caller caller) {
        this.samples = samples;
        this.checking = checking;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** @param seed the public number, as it was published */
    public record Seed(@NotBlank @Size(max = 200) String seed) {}

    /** @param answerable of whom an answer is asked when it is a violation; the collector where it is null */
    public record Check(
            @NotBlank @Size(max = 40) String suspectId, @NotNull SpotCheck outcome, Answerable answerable) {}

    /** @param violationId of the referral; null when it is in order */
    public record Checked(String suspectId, SpotCheck outcome, String violationId) {}

    /** The oldest first, one a year; {@code after} is the last id of the page before. */
    @GET
    public List<Sample> page(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        return samples.list(after, limit);
    }

    /** The lines {@code area,suspectId} over which the digest was made; {@code deploy/docs/redraw-sample.sh} reads them. */
    @GET
    @Path("/{id}/population")
    @Produces(MediaType.TEXT_PLAIN)
    public String population(@PathParam("id") String id) {
        return String.join("\n", samples.population(get(id).sampleId())) + "\n";
    }

    @POST
    @Path("/{id}/draw")
    public Sample draw(
            @HeaderParam("Idempotency-Key") String key, @PathParam("id") String id, @NotNull @Valid Seed seed) {
        mustDraw();
        Sample sample = get(id);
        String by = caller.name();
        return idempotency.onceOnAnyDate(
                "sample-draw-" + id, key, seed, Sample.class, () -> checking.draw(sample, seed.seed(), by));
    }

    @POST
    @Path("/{id}/checks")
    public Checked check(
            @HeaderParam("Idempotency-Key") String key, @PathParam("id") String id, @NotNull @Valid Check check) {
        caller.mustBe(RISK_GROUP);
        caller.mustCoverCounty();
        Sample sample = get(id);
        String by = caller.name();
        Department department = caller.department();
        Answerable answerable = check.answerable() == null ? Answerable.COLLECTOR : check.answerable();
        return idempotency.onceOnAnyDate(
                "sample-check-" + id,
                key,
                check,
                Checked.class,
                () -> new Checked(
                        check.suspectId(),
                        check.outcome(),
                        checking.check(sample, check.suspectId(), check.outcome(), answerable, department, by)));
    }

    void mustDraw() {
        caller.mustBe(DISCIPLINE);
        caller.mustCoverCounty();
    }

    private Sample get(String id) {
        return samples.find(id).orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
    }
}
