package cn.liangxian.audit.spotcheck;

import cn.liangxian.audit.CashRiskHandoff.Answerable;
import cn.liangxian.audit.CashRiskHandoff.SpotCheck;
import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.desk.Desk;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Until;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Spot checks 抽查: the sealed population, the draw with a public seed, the draw again by whoever doubts it, and what was found. */
@Path("/desk/samples")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class SamplesPage {

    /** There is one a year. */
    private static final int MOST = 500;

    private static final String DRAWING = "audit-sample-drawn";

    private final Desk desk;
    private final Caller caller;
    private final SamplesResource samples;
    private final Redraw redraw;
    private final Samples book;
    private final Policy policy;
    private final BusinessDay day;

    SamplesPage(
            Desk desk,
            Caller caller,
            SamplesResource samples,
            Redraw redraw,
            Samples book,
            Policy policy,
            BusinessDay day) {
        this.desk = desk;
        this.caller = caller;
        this.samples = samples;
        this.redraw = redraw;
        this.book = book;
        this.policy = policy;
        this.day = day;
    }

    /** A choice of a form. */
    public record Choice(String value, String title) {}

    /** A suspect that was drawn; of another area than the reader's only that it was. */
    public record Suspect(
            String id,
            boolean known,
            String breach,
            String place,
            long amount,
            String result,
            String found,
            String look,
            String by,
            String on,
            boolean checks) {}

    /** A part of the population with its share. */
    public record Part(String area, int suspects, int sampled) {}

    /** A sample; {@code seed} empty before it was drawn, which is {@code late} after {@code until}. */
    public record Row(
            String id,
            String sealedOn,
            String digest,
            String seedSource,
            List<Part> parts,
            String seed,
            String drawnOn,
            String until,
            boolean untilAssumed,
            boolean late,
            List<Suspect> drawn,
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
        samples.mustDraw();
        samples.draw(key, id, new SamplesResource.Seed(seed == null ? "" : seed.strip()));
        return Response.seeOther(URI.create("/desk/samples")).build();
    }

    /** A suspect that was drawn, for the drawer; the risk group enters there what it found. */
    @GET
    @Path("/one")
    @Operation(hidden = true)
    public TemplateInstance one(@QueryParam("sample") String sample, @QueryParam("suspect") String suspect) {
        desk.page("audit/sampled", AuditPages.SAMPLES);
        Samples.Sample drawn = book.find(sample == null ? "" : sample)
                .filter(each -> each.drawn().contains(suspect))
                .orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
        Suspect row = suspects(List.of(suspect)).get(0);
        if (!row.known()) {
            throw new Problem(AnyRequestProblem.NOT_FOUND, null);
        }
        return desk.below("audit/sampled", AuditPages.SAMPLES, desk.word("spotCheck"))
                .data("sample", drawn.sampleId())
                .data("row", row)
                .data("outcomes", choices("spot_", SpotCheck.values()))
                .data("answerables", choices("answerable_", Answerable.values()))
                .data("key", UUID.randomUUID());
    }

    @POST
    @Path("/check")
    @Operation(hidden = true)
    public Response check(
            @FormParam("sample") String sample,
            @FormParam("suspect") String suspect,
            @FormParam("outcome") SpotCheck outcome,
            @FormParam("answerable") Answerable answerable,
            @FormParam("key") String key) {
        caller.mustBe(SamplesResource.RISK_GROUP);
        if (sample == null || suspect == null || outcome == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, desk.text("spotCheckNeeds"));
        }
        samples.check(key, sample, new SamplesResource.Check(suspect, outcome, answerable));
        return Response.seeOther(URI.create("/desk/samples")).build();
    }

    private List<Choice> choices(String words, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(each -> new Choice(each.name(), desk.word(words + each.name())))
                .toList();
    }

    private List<Suspect> suspects(List<String> drawn) {
        Map<String, Samples.Checked> known = book.checked(drawn, caller.area());
        return drawn.stream().map(id -> suspect(id, known.get(id))).toList();
    }

    private Suspect suspect(String id, Samples.Checked each) {
        if (each == null) {
            return new Suspect(id, false, "", "", 0, "", "", "", "", "", false);
        }
        return new Suspect(
                id,
                true,
                desk.word("breach_" + each.breach()),
                desk.place(each.village() == null ? each.township() : each.village()),
                each.amount().amount(),
                desk.word("result_" + (each.result() == null ? "none" : each.result())),
                each.found() == null ? desk.word("spot_none") : desk.word("spot_" + each.found()),
                each.found() == null ? "not-yet" : each.found() == SpotCheck.IN_ORDER ? "done" : "late",
                each.by() == null ? "" : desk.named(each.by()),
                each.on() == null ? "" : each.on().toString(),
                each.found() == null && SamplesResource.RISK_GROUP.contains(caller.department()));
    }

    private Row row(Samples.Sample sample, boolean again) {
        Until until = sample.seed() == null ? Until.of(policy, DRAWING, sample.sealedOn()) : Until.NONE;
        LocalDate last = until.day();
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
                last == null ? "" : last.toString(),
                until.assumed(),
                last != null && day.last().filter(today -> today.isAfter(last)).isPresent(),
                suspects(sample.drawn()),
                again ? redraw.again(sample.sampleId()).orElse(null) : null);
    }
}
