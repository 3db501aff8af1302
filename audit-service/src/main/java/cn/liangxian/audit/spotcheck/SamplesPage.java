package cn.liangxian.audit.spotcheck;

import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.desk.Desk;
import cn.liangxian.handoff.Department;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Caller;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.FormParam;
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

/** Spot checks 抽查: the sealed population, the draw with a public seed, and the draw again by whoever doubts it. */
@Path("/desk/samples")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class SamplesPage {

    /** There is one a year. */
    private static final int MOST = 500;

    private final Desk desk;
    private final Caller caller;
    private final SamplesResource samples;
    private final Redraw redraw;
    private final Policy policy;

    SamplesPage(Desk desk, Caller caller, SamplesResource samples, Redraw redraw, Policy policy) {
        this.desk = desk;
        this.caller = caller;
        this.samples = samples;
        this.redraw = redraw;
        this.policy = policy;
    }

    /** A part of the population with its share. */
    public record Part(String area, int suspects, int sampled) {}

    /** A sample; {@code seed} empty before it was drawn. */
    public record Row(
            String id,
            String sealedOn,
            String digest,
            String seedSource,
            List<Part> parts,
            String seed,
            String drawnOn,
            List<String> drawn,
            Redraw.Result again) {}

    /** @param again the sample that shall be drawn again */
    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("again") String again) {
        TemplateInstance page = desk.page("audit/samples", AuditPages.SAMPLES);
        return page.data(
                        "rows",
                        samples.page("", MOST).stream()
                                .map(sample -> row(sample, sample.sampleId().equals(again)))
                                .toList())
                .data(
                        "assumed",
                        policy.cashRisk().map(terms -> terms.sample().assumed()).orElse(false))
                .data("draws", caller.department() == Department.DISCIPLINE)
                .data("key", UUID.randomUUID());
    }

    @POST
    @Path("/draw")
    @Operation(hidden = true)
    public Response draw(@FormParam("id") String id, @FormParam("seed") String seed, @FormParam("key") String key) {
        samples.draw(key, id, new SamplesResource.Seed(seed == null ? "" : seed.strip()));
        return Response.seeOther(URI.create("/desk/samples")).build();
    }

    private Row row(Samples.Sample sample, boolean again) {
        return new Row(
                sample.sampleId(),
                sample.sealedOn().toString(),
                sample.digest(),
                sample.seedSource(),
                sample.strata().stream()
                        .map(part -> new Part(desk.place(part.area()), part.suspects(), part.sampled()))
                        .toList(),
                sample.seed() == null ? "" : sample.seed(),
                sample.drawnOn() == null ? "" : sample.drawnOn().toString(),
                sample.drawn(),
                again ? redraw.again(sample.sampleId()).orElse(null) : null);
    }
}
