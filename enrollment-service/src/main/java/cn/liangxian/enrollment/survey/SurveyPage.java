package cn.liangxian.enrollment.survey;

import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.enrollment.desk.EnrollmentPages;
import cn.liangxian.enrollment.survey.Surveying.Deviation;
import cn.liangxian.enrollment.survey.Surveying.Progress;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Coverage survey 参保摸排: a township surveys its villages one after the other, ends the survey, and hands over its part of the
 * roster under signature and seal; the agencies see how far each has come (bachu-2022/第十六条). {@link SurveyResource} has the
 * rules.
 */
@Path("/desk/survey")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class SurveyPage {

    private static final String SURVEYED = "enrollment-coverage-surveyed";
    private static final String PROVIDED = "enrollment-roster-part-provided";

    private final Desk desk;
    private final Caller caller;
    private final Policy policy;
    private final SurveyResource surveys;
    private final Surveying surveying;

    SurveyPage(Desk desk, Caller caller, Policy policy, SurveyResource surveys, Surveying surveying) {
        this.desk = desk;
        this.caller = caller;
        this.policy = policy;
        this.surveys = surveys;
        this.surveying = surveying;
    }

    /** A township; the days are empty until it has done so. */
    public record Row(
            String code,
            String name,
            int villages,
            int surveyed,
            long residents,
            String completedOn,
            String providedOn,
            String signedBy) {}

    /** A village, with how many residents the register has. */
    public record Village(String code, String name, long residents, boolean surveyed) {}

    /** What may be found of somebody. */
    public record Choice(String value, String title) {}

    /** @param township whose villages are shown; a township sees its own */
    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("township") @DefaultValue("") String township) {
        TemplateInstance page = desk.page("enrollment/survey", EnrollmentPages.SURVEY);
        boolean own = caller.department() == TOWNSHIP;
        String of = own ? caller.area() : township;
        return page.data("own", own)
                .data("surveyBy", due(SURVEYED))
                .data("provideBy", due(PROVIDED))
                .data("key", UUID.randomUUID())
                .data("rows", surveys.progress().stream().map(this::row).toList())
                .data("township", of.isEmpty() ? "" : desk.place(of))
                .data("villages", of.isEmpty() ? List.of() : villages(of));
    }

    /** The form for one village. */
    @GET
    @Path("/village")
    @Operation(hidden = true)
    public TemplateInstance village(@QueryParam("village") @DefaultValue("") String village) {
        desk.page("enrollment/survey-village", EnrollmentPages.SURVEY);
        surveys.mustSurvey();
        Village one = villages(caller.area()).stream()
                .filter(each -> each.code().equals(village))
                .findFirst()
                .orElseThrow(() -> new Problem(SurveyProblem.VILLAGE_UNKNOWN, Text.value(village)));
        return desk.below("enrollment/survey-village", EnrollmentPages.SURVEY, one.name())
                .data("village", one)
                .data("key", UUID.randomUUID())
                .data(
                        "deviations",
                        Arrays.stream(Deviation.values())
                                .map(each -> new Choice(each.name(), desk.word("field_" + each)))
                                .toList());
    }

    /** One village is done. With each deviation come the ID numbers of those of whom it was found, one a line. */
    @POST
    @Path("/village")
    @Operation(hidden = true)
    public Response survey(
            @FormParam("village") String village,
            @FormParam("heads") String heads,
            @FormParam("deviation") List<Deviation> deviations,
            @FormParam("numbers") List<String> numbers,
            @FormParam("key") String key) {
        surveys.mustSurvey();
        Integer counted = Typed.count(heads);
        if (village == null || counted == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null)
                    .at(null, village == null ? "village" : "heads", Text.MISSING);
        }
        caller.mustCover(village);
        List<SurveyResource.Found> found = new ArrayList<>();
        for (int i = 0; i < Math.min(deviations.size(), numbers.size()); i++) {
            List<String> lines = numbers.get(i)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            surveying
                    .found(village, deviations.get(i), lines)
                    .forEach(one -> found.add(new SurveyResource.Found(one.personKey(), one.deviation())));
        }
        surveys.survey(key, new SurveyResource.VillageSurvey(village, counted, found));
        return back();
    }

    /** All villages are done. */
    @POST
    @Path("/completion")
    @Operation(hidden = true)
    public Response complete(@FormParam("key") String key) {
        surveys.mustSurvey();
        surveys.complete(key);
        return back();
    }

    /** The part of the roster, under signature and seal. */
    @POST
    @Path("/roster-part")
    @Operation(hidden = true)
    public Response provide(
            @FormParam("signedBy") String signedBy, @FormParam("sealed") String sealed, @FormParam("key") String key) {
        surveys.mustSurvey();
        surveys.provide(key, new SurveyResource.Signature(Typed.text(signedBy), sealed != null));
        return back();
    }

    private static Response back() {
        return Response.seeOther(URI.create("/desk/survey")).build();
    }

    private String due(String handoff) {
        return policy.deadline(handoff)
                .map(deadline -> deadline.rule().due(policy.anchors()).toString())
                .orElse("");
    }

    private List<Village> villages(String township) {
        return surveys.villages().stream()
                .filter(each -> each.village().startsWith(township))
                .map(each -> new Village(each.village(), desk.place(each.village()), each.residents(), each.surveyed()))
                .toList();
    }

    private Row row(Progress each) {
        return new Row(
                each.township(),
                desk.place(each.township()),
                each.villages(),
                each.surveyed(),
                each.residents(),
                text(each.completedOn()),
                text(each.providedOn()),
                each.signedBy() == null ? "" : each.signedBy());
    }

    private static String text(LocalDate date) {
        return date == null ? "" : date.toString();
    }
}
