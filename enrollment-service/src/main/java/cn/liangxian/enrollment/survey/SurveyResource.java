package cn.liangxian.enrollment.survey;

import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.enrollment.ExchangeHandoff.CoverageSurveyed;
import cn.liangxian.enrollment.ExchangeHandoff.RosterPartProvided;
import cn.liangxian.enrollment.ExchangeHandoff.SurveyedVillage;
import cn.liangxian.enrollment.desk.EnrollmentPages;
import cn.liangxian.enrollment.survey.Surveying.Deviation;
import cn.liangxian.enrollment.survey.Surveying.Progress;
import cn.liangxian.enrollment.survey.Surveying.Village;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** A township surveys who is insured, village by village, and hands over its part of the roster. */
@Path("/coverage-survey")
@Blocking
public class SurveyResource {

    private final Surveying surveying;
    private final ProvidingRosterPart providing;
    private final Idempotency idempotency;
    private final Caller caller;

    SurveyResource(Surveying surveying, ProvidingRosterPart providing, Idempotency idempotency, Caller caller) {
        this.surveying = surveying;
        this.providing = providing;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** Somebody whom the survey found otherwise than the register has him. */
    public record Found(@NotNull UUID personKey, @NotNull Deviation deviation) {}

    /** @param heads residents that were looked at */
    public record VillageSurvey(
            @NotBlank @Size(max = 12) String village,
            @Min(1) int heads,
            @NotNull @Size(max = 20_000) List<@NotNull @Valid Found> found) {}

    /** Who answers for the part. */
    public record Signature(@NotBlank @Size(max = 100) String signedBy, boolean sealed) {}

    @GET
    @Path("/villages")
    public List<Village> villages() {
        caller.mustBe(EnrollmentPages.OF_SURVEY);
        return surveying.villages(caller.area());
    }

    @POST
    @Path("/villages")
    public Response survey(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull VillageSurvey survey) {
        mustSurvey();
        caller.mustCover(survey.village());
        String by = caller.name();
        List<Surveying.Found> found = survey.found().stream()
                .map(one -> new Surveying.Found(one.personKey(), one.deviation()))
                .toList();
        return created(idempotency.once(
                "village-survey",
                key,
                survey,
                SurveyedVillage.class,
                () -> surveying.survey(survey.village(), survey.heads(), found, by)));
    }

    @POST
    @Path("/completion")
    public Response complete(@HeaderParam("Idempotency-Key") String key) {
        mustSurvey();
        String township = caller.area();
        String by = caller.name();
        return created(idempotency.once(
                "coverage-survey", key, township, CoverageSurveyed.class, () -> surveying.complete(township, by)));
    }

    @POST
    @Path("/roster-part")
    public Response provide(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Signature signature) {
        mustSurvey();
        if (!signature.sealed()) {
            throw new Problem(SurveyProblem.NOT_SEALED, null).at(null, "sealed", SurveyProblem.NOT_SEALED.title());
        }
        String township = caller.area();
        String by = caller.name();
        return created(idempotency.once(
                "roster-part",
                key,
                signature,
                RosterPartProvided.class,
                () -> providing.provide(township, signature.signedBy(), by)));
    }

    /** How far the townships of the caller's area have come. */
    List<Progress> progress() {
        caller.mustBe(EnrollmentPages.OF_SURVEY);
        return surveying.progress(caller.area());
    }

    void mustSurvey() {
        caller.mustBe(TOWNSHIP);
    }

    private static Response created(Object entity) {
        return Response.status(Response.Status.CREATED).entity(entity).build();
    }
}
