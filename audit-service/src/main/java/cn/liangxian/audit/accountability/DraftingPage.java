package cn.liangxian.audit.accountability;

import cn.liangxian.audit.AccountabilityHandoff.Failing;
import cn.liangxian.audit.accountability.AccountabilityResource.Accusation;
import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.audit.register.LateSheet;
import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Township;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Drafts a report 起草问责报告 from what the register has a unit down for as late or missed. */
@Path("/desk/accountability/draft")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DraftingPage {

    private static final int ROWS = 100;
    /** Digits of the code of a township; whoever is called to account has none that is longer. */
    private static final int TOWNSHIP_CODE = 9;

    private final Desk desk;
    private final Caller caller;
    private final AccountabilityResource resource;
    private final LateSheet late;
    private final Policy policy;
    private final BusinessDay day;

    DraftingPage(
            Desk desk, Caller caller, AccountabilityResource resource, LateSheet late, Policy policy, BusinessDay day) {
        this.desk = desk;
        this.caller = caller;
        this.resource = resource;
        this.late = late;
        this.policy = policy;
        this.day = day;
    }

    /** A choice of the filter or of the form. */
    public record Choice(String value, String title, boolean chosen) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("department") Department department,
            @QueryParam("area") @DefaultValue("") String area,
            @QueryParam("after") String after) {
        desk.page("audit/draft", AuditPages.ACCOUNTABILITY);
        resource.mustSign();
        String chosen = area.isBlank() ? caller.area() : area;
        caller.mustCover(chosen);
        LateSheet.Page found =
                department == null ? new LateSheet.Page(List.of(), null) : late.page(department, chosen, after, ROWS);
        return desk.below("audit/draft", AuditPages.ACCOUNTABILITY, desk.word("draftReport"))
                .data("department", department == null ? "" : department.name())
                .data("area", chosen)
                .data(
                        "departments",
                        Arrays.stream(Department.values())
                                .map(each -> new Choice(each.name(), desk.named(each), each == department))
                                .toList())
                .data("areas", areas(chosen))
                .data("rows", found.rows())
                .data("next", found.next())
                .data(
                        "failings",
                        Arrays.stream(Failing.values())
                                .map(each -> new Choice(each.name(), desk.word("failing_" + each), false))
                                .toList())
                .data("key", UUID.randomUUID());
    }

    /** One charge for each township of what was chosen; events belong to every one of them. */
    @POST
    @Operation(hidden = true)
    public Response draft(
            @FormParam("department") Department department,
            @FormParam("area") String area,
            @FormParam("failing") Failing failing,
            @FormParam("id") List<String> ids,
            @FormParam("events") String events,
            @FormParam("key") String key) {
        resource.mustSign();
        List<String> named = Typed.text(events) == null
                ? List.of()
                : List.of(Typed.text(events).split("[\\s,，]+"));
        if (department == null || area == null || failing == null || ids.isEmpty() && named.isEmpty()) {
            throw new Problem(AnyRequestProblem.MALFORMED, desk.text("draftNeeds"));
        }
        Map<String, List<String>> byArea = new TreeMap<>();
        late.areas(ids).forEach((id, of) -> byArea.computeIfAbsent(
                        of.substring(0, Math.min(TOWNSHIP_CODE, of.length())), each -> new ArrayList<>())
                .add(id));
        if (byArea.isEmpty()) {
            byArea.put(area, List.of());
        }
        List<Accusation> charges = byArea.entrySet().stream()
                .map(each -> new Accusation(
                        department,
                        each.getKey(),
                        failing,
                        each.getValue().stream().sorted().toList(),
                        named))
                .toList();
        resource.draft(key, new AccountabilityResource.Draft(charges));
        return Response.seeOther(URI.create("/desk/accountability")).build();
    }

    private List<Choice> areas(String chosen) {
        List<Choice> areas = new ArrayList<>();
        String county = policy.jurisdiction().code();
        areas.add(new Choice(county, desk.place(county), county.equals(chosen)));
        day.last().map(policy.jurisdiction()::townships).orElse(List.of()).stream()
                .map(Township::code)
                .forEach(code -> areas.add(new Choice(code, desk.place(code), code.equals(chosen))));
        return areas;
    }
}
