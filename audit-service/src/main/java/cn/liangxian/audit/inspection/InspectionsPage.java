package cn.liangxian.audit.inspection;

import static cn.liangxian.audit.inspection.InspectionsResource.INSPECTORS;

import cn.liangxian.audit.CashRiskHandoff.Answerable;
import cn.liangxian.audit.CashRiskHandoff.Breach;
import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.audit.inspection.Inspections.Held;
import cn.liangxian.audit.inspection.Inspections.Wrong;
import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.CashRiskTerms;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Township;
import cn.liangxian.policy.Until;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
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
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Special inspections of cash payment 专项检查: how many each township has had of those the policy asks for, and each one. */
@Path("/desk/inspections")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class InspectionsPage {

    private static final int ROWS = 100;
    /** Rows of the form for what was found wrong. */
    private static final int LINES = 4;

    private final Desk desk;
    private final Caller caller;
    private final Inspections inspections;
    private final InspectionsResource resource;
    private final Policy policy;
    private final BusinessDay day;

    InspectionsPage(
            Desk desk,
            Caller caller,
            Inspections inspections,
            InspectionsResource resource,
            Policy policy,
            BusinessDay day) {
        this.desk = desk;
        this.caller = caller;
        this.inspections = inspections;
        this.resource = resource;
        this.policy = policy;
        this.day = day;
    }

    /** An inspection as it was held. */
    public record Row(String id, String township, int number, String on, String departments, int villages, int wrong) {}

    /** How far a township is in the calendar year; {@code wanted} 0 where the policy asks for none. */
    public record Standing(String township, int held, int wanted, String until, boolean untilAssumed, String look) {}

    /** What was found wrong, and how it was dealt with. */
    public record Finding(String breach, String answerable, String state, String look) {}

    /** A choice of the filter or of a form. */
    public record Choice(String value, String title, boolean chosen) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("township") @DefaultValue("") String township,
            @QueryParam("before") @DefaultValue("") String before) {
        TemplateInstance page = desk.page("audit/inspections", AuditPages.INSPECTIONS);
        if (!township.isBlank()) {
            caller.mustCover(township);
        }
        int wanted = policy.cashRisk().map(CashRiskTerms::inspections).orElse(0);
        Map<String, Integer> held = day.last().map(inspections::inTheYearOf).orElse(Map.of());
        Map<String, Until> owed =
                day.last().map(today -> inspections.owed(townships(), today)).orElse(Map.of());
        List<Held> rows = inspections.of(township.isBlank() ? caller.area() : township, before, ROWS + 1);
        return page.data(
                        "standings",
                        townships().stream()
                                .map(code -> standing(
                                        code, held.getOrDefault(code, 0), wanted, owed.getOrDefault(code, Until.NONE)))
                                .toList())
                .data("year", day.last().map(LocalDate::getYear).orElse(null))
                .data(
                        "assumed",
                        policy.cashRisk().map(CashRiskTerms::inspectionsAssumed).orElse(false))
                .data("township", township)
                .data("townships", choices(township))
                .data("inspects", INSPECTORS.contains(caller.department()))
                .data("rows", rows.stream().limit(ROWS).map(this::row).toList())
                .data("next", rows.size() > ROWS ? rows.get(ROWS - 1).inspectionId() : null);
    }

    /** One inspection with what was found, for the drawer. */
    @GET
    @Path("/one")
    @Operation(hidden = true)
    public TemplateInstance one(@QueryParam("id") @DefaultValue("") String id) {
        desk.page("audit/inspection", AuditPages.INSPECTIONS);
        Held one = inspections.find(id).orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
        caller.mustCover(one.township());
        return desk.below("audit/inspection", AuditPages.INSPECTIONS, desk.place(one.township()))
                .data("row", row(one))
                .data("villages", one.villages().stream().map(desk::place).toList())
                .data("found", inspections.found(id).stream().map(this::finding).toList());
    }

    /** The form for an inspection held today, for the drawer. */
    @GET
    @Path("/new")
    @Operation(hidden = true)
    public TemplateInstance form() {
        desk.page("audit/inspecting", AuditPages.INSPECTIONS);
        caller.mustBe(INSPECTORS);
        caller.mustCoverCounty();
        return desk.below("audit/inspecting", AuditPages.INSPECTIONS, desk.word("enterInspection"))
                .data("townships", choices(""))
                .data(
                        "departments",
                        INSPECTORS.stream()
                                .map(each -> new Choice(each.name(), desk.named(each), each == caller.department()))
                                .toList())
                .data("lines", IntStream.rangeClosed(1, LINES).boxed().toList())
                .data(
                        "breaches",
                        Arrays.stream(Breach.values())
                                .map(each -> new Choice(each.name(), desk.word("breach_" + each), false))
                                .toList())
                .data(
                        "answerables",
                        Arrays.stream(Answerable.values())
                                .map(each -> new Choice(each.name(), desk.word("answerable_" + each), false))
                                .toList())
                .data("key", UUID.randomUUID());
    }

    /** @param villages by their numbers in the township; {@code breaches} empty where a row of the form was left out */
    @POST
    @Operation(hidden = true)
    public Response hold(
            @FormParam("township") String township,
            @FormParam("villages") String villages,
            @FormParam("department") List<Department> departments,
            @FormParam("breach") List<String> breaches,
            @FormParam("answerable") List<Answerable> answerables,
            @FormParam("key") String key) {
        caller.mustBe(INSPECTORS);
        String numbers = Typed.text(villages);
        if (township == null || numbers == null || departments.isEmpty() || breaches.size() != answerables.size()) {
            throw new Problem(AnyRequestProblem.MALFORMED, desk.text("inspectionNeeds"));
        }
        List<InspectionsResource.Wrong> found = new ArrayList<>();
        for (int i = 0; i < breaches.size(); i++) {
            if (!breaches.get(i).isBlank()) {
                found.add(new InspectionsResource.Wrong(breach(breaches.get(i)), answerables.get(i)));
            }
        }
        resource.hold(
                key,
                new InspectionsResource.Held(
                        township,
                        Arrays.stream(numbers.split("[^0-9]+"))
                                .filter(number -> !number.isEmpty())
                                .map(number -> township + number)
                                .toList(),
                        departments,
                        found));
        return Response.seeOther(URI.create("/desk/inspections")).build();
    }

    private Breach breach(String name) {
        return Arrays.stream(Breach.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem(AnyRequestProblem.MALFORMED, desk.text("inspectionNeeds")));
    }

    private List<String> townships() {
        return day.last().map(policy.jurisdiction()::townships).orElse(List.of()).stream()
                .map(Township::code)
                .filter(code -> code.startsWith(caller.area()))
                .toList();
    }

    private List<Choice> choices(String chosen) {
        return townships().stream()
                .map(code -> new Choice(code, desk.place(code), code.equals(chosen)))
                .toList();
    }

    private Standing standing(String township, int held, int wanted, Until until) {
        return new Standing(
                desk.place(township),
                held,
                wanted,
                until.day() == null ? "" : until.day().toString(),
                until.assumed(),
                held >= wanted ? "done" : held == 0 ? "not-yet" : "near");
    }

    private Row row(Held held) {
        return new Row(
                held.inspectionId(),
                desk.place(held.township()),
                held.number(),
                held.on().toString(),
                held.departments().stream().map(desk::named).collect(Collectors.joining(desk.word("and"))),
                held.villages().size(),
                held.wrong());
    }

    private Finding finding(Wrong each) {
        return new Finding(
                desk.word("breach_" + each.breach()),
                desk.word("answerable_" + each.answerable()),
                desk.word(each.handling() == null ? "violation_open" : "handling_" + each.handling()),
                each.handling() == null ? "near" : "done");
    }
}
