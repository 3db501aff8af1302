package cn.liangxian.audit.occasion;

import static cn.liangxian.audit.occasion.OccasionsResource.HOLDERS;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.audit.occasion.KeptOccasions.Instruction;
import cn.liangxian.audit.occasion.KeptOccasions.Notice;
import cn.liangxian.audit.occasion.Occasions.Kind;
import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Township;
import cn.liangxian.policy.Until;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
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
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * Trainings, drills and notices 培训、演练与通告: how many each township has had in the year of those it is owed, what was held
 * and put up, and the forms of those who hold it and put it up.
 */
@Path("/desk/occasions")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class OccasionsPage {

    private static final int ROWS = 100;
    private static final int NOTICES = 50;

    private final Desk desk;
    private final Caller caller;
    private final OccasionsResource occasions;
    private final KeptOccasions kept;
    private final Policy policy;
    private final BusinessDay day;

    OccasionsPage(
            Desk desk, Caller caller, OccasionsResource occasions, KeptOccasions kept, Policy policy, BusinessDay day) {
        this.desk = desk;
        this.caller = caller;
        this.occasions = occasions;
        this.kept = kept;
        this.policy = policy;
        this.day = day;
    }

    /** How far a township is in the calendar year with a kind; {@code wanted} 0 where the policy asks for none. */
    public record Standing(
            String township, String kind, int held, int wanted, String until, boolean untilAssumed, String look) {}

    /** A training or drill. */
    public record Row(String on, String kind, String township, String departments, int specialists, int helpers) {}

    /** A notice in a hall. */
    public record NoticeRow(String on, String department, String area, String hall, String digest) {}

    /** A choice of a form. */
    public record Choice(String value, String title, boolean chosen) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("before") @DefaultValue("") String before) {
        TemplateInstance page = desk.page("audit/occasions", AuditPages.OCCASIONS);
        OccasionsResource.Instructions found = occasions.instructions(before, ROWS);
        return page.data("standings", day.last().map(this::standings).orElse(List.of()))
                .data("year", day.last().map(LocalDate::getYear).orElse(null))
                .data("rows", found.instructions().stream().map(this::row).toList())
                .data("next", found.next())
                .data(
                        "notices",
                        occasions.notices("", NOTICES).notices().stream()
                                .map(this::row)
                                .toList())
                .data("holds", HOLDERS.contains(caller.department()));
    }

    /** The form for a training or drill, a line for each township, for the drawer. */
    @GET
    @Path("/new")
    @Operation(hidden = true)
    public TemplateInstance form() {
        desk.page("audit/occasion", AuditPages.OCCASIONS);
        caller.mustBe(HOLDERS);
        caller.mustCoverCounty();
        return desk.below("audit/occasion", AuditPages.OCCASIONS, desk.word("enterOccasion"))
                .data("today", day.last().map(LocalDate::toString).orElse(""))
                .data(
                        "kinds",
                        Arrays.stream(Kind.values())
                                .map(each -> new Choice(each.name(), desk.word("occasion_" + each), false))
                                .toList())
                .data(
                        "departments",
                        HOLDERS.stream()
                                .map(each -> new Choice(
                                        each.name(), desk.named(each), each == TAX || each == caller.department()))
                                .toList())
                .data(
                        "townships",
                        townships().stream()
                                .map(code -> new Choice(code, desk.place(code), false))
                                .toList())
                .data("key", UUID.randomUUID());
    }

    /** The numbers stand by the townships' lines, empty where nobody of it took part. */
    @POST
    @Operation(hidden = true)
    public Response hold(
            @FormParam("kind") Kind kind,
            @FormParam("heldOn") String heldOn,
            @FormParam("department") List<Department> departments,
            @FormParam("township") List<String> townships,
            @FormParam("specialists") List<String> specialists,
            @FormParam("helpers") List<String> helpers,
            @FormParam("key") String key) {
        caller.mustBe(HOLDERS);
        LocalDate on = Typed.date(heldOn);
        boolean complete = kind != null
                && on != null
                && townships.size() == specialists.size()
                && townships.size() == helpers.size();
        if (!complete) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        List<OccasionsResource.Attendance> attendances = new ArrayList<>();
        for (int i = 0; i < townships.size(); i++) {
            Integer experts = Typed.count(specialists.get(i));
            Integer others = Typed.count(helpers.get(i));
            if (experts != null || others != null) {
                attendances.add(new OccasionsResource.Attendance(
                        townships.get(i), experts == null ? 0 : experts, others == null ? 0 : others));
            }
        }
        OccasionsResource.Held held = new OccasionsResource.Held(on, departments, attendances);
        if (kind == Kind.TRAINING) {
            occasions.train(key, held);
        } else {
            occasions.drill(key, held);
        }
        return Response.seeOther(URI.create("/desk/occasions")).build();
    }

    /** A notice in a hall, with the picture that shows it. */
    @POST
    @Path("/notice")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response post(
            @RestForm String hall, @RestForm String postedOn, @RestForm FileUpload file, @RestForm String key) {
        caller.mustBe(HOLDERS);
        LocalDate on = Typed.date(postedOn);
        if (Typed.text(hall) == null || on == null || file == null || file.size() == 0) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        occasions.post(key, file, new OccasionsResource.Statement(Typed.text(hall), on));
        return Response.seeOther(URI.create("/desk/occasions")).build();
    }

    private List<Standing> standings(LocalDate today) {
        List<Standing> standings = new ArrayList<>();
        Map<KeptOccasions.Owed, Until> owed = kept.owed(townships(), today);
        for (Kind kind : Kind.values()) {
            Map<String, Integer> held = kept.inTheYearOf(today, kind);
            int wanted = kept.wanted(kind);
            for (String township : townships()) {
                standings.add(standing(
                        township,
                        kind,
                        held.getOrDefault(township, 0),
                        wanted,
                        owed.getOrDefault(new KeptOccasions.Owed(kind, township), Until.NONE)));
            }
        }
        return standings;
    }

    private Standing standing(String township, Kind kind, int held, int wanted, Until until) {
        return new Standing(
                desk.place(township),
                desk.word("occasion_" + kind),
                held,
                wanted,
                until.day() == null ? "" : until.day().toString(),
                until.assumed(),
                held >= wanted ? "done" : held == 0 ? "not-yet" : "near");
    }

    private List<String> townships() {
        return day.last().map(policy.jurisdiction()::townships).orElse(List.of()).stream()
                .map(Township::code)
                .filter(code -> code.startsWith(caller.area()))
                .toList();
    }

    private Row row(Instruction each) {
        return new Row(
                each.heldOn().toString(),
                desk.word("occasion_" + each.kind()),
                desk.place(each.township()),
                each.departments().stream().map(desk::named).collect(Collectors.joining(desk.word("and"))),
                each.specialists(),
                each.helpers());
    }

    private NoticeRow row(Notice each) {
        return new NoticeRow(
                each.postedOn().toString(),
                desk.named(each.department()),
                desk.place(each.area()),
                each.hall(),
                each.digest());
    }
}
