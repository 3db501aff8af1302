package cn.liangxian.audit.inspection;

import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.desk.Desk;
import cn.liangxian.handoff.Department;
import cn.liangxian.policy.CashRiskTerms;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Township;
import cn.liangxian.rest.Caller;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Jdbi;

/** Special inspections of cash payment 专项检查: how many each township has had of those the policy asks for. */
@Path("/desk/inspections")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class InspectionsPage {

    private static final int MOST = 300;
    private final Desk desk;
    private final Caller caller;
    private final Jdbi jdbi;
    private final Policy policy;

    InspectionsPage(Desk desk, Caller caller, Jdbi jdbi, Policy policy) {
        this.desk = desk;
        this.caller = caller;
        this.jdbi = jdbi;
        this.policy = policy;
    }

    private record Held(String township, int number, String on, List<Department> departments, int villages) {}

    /** An inspection as it was held. */
    public record Row(String township, int number, String on, String departments, int villages) {}

    /** How far a township is; {@code wanted} 0 where the policy asks for none. */
    public record Standing(String township, long held, int wanted, String look) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page() {
        TemplateInstance page = desk.page("audit/inspections", AuditPages.INSPECTIONS);
        List<Held> held = held();
        int wanted = policy.cashRisk().map(CashRiskTerms::inspections).orElse(0);
        return page.data(
                        "standings",
                        policy.jurisdiction().townships().stream()
                                .map(Township::code)
                                .filter(code -> code.startsWith(caller.area()))
                                .map(code -> standing(code, held, wanted))
                                .toList())
                .data(
                        "assumed",
                        policy.cashRisk().map(CashRiskTerms::inspectionsAssumed).orElse(false))
                .data("rows", held.stream().map(this::row).toList());
    }

    private Standing standing(String township, List<Held> held, int wanted) {
        long count =
                held.stream().filter(one -> one.township().equals(township)).count();
        return new Standing(
                desk.place(township), count, wanted, count >= wanted ? "done" : count == 0 ? "not-yet" : "near");
    }

    private Row row(Held held) {
        return new Row(
                desk.place(held.township()),
                held.number(),
                held.on(),
                held.departments().stream().map(desk::named).collect(Collectors.joining(desk.word("and"))),
                held.villages());
    }

    private List<Held> held() {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select * from inspection where starts_with(township, :area)
                        order by held_on desc, inspection_id desc limit :most""")
                .bind("area", caller.area())
                .bind("most", MOST)
                .map((row, context) -> new Held(
                        row.getString("township"),
                        row.getInt("number"),
                        row.getString("held_on"),
                        Arrays.stream((String[]) row.getArray("departments").getArray())
                                .map(Department::valueOf)
                                .toList(),
                        ((String[]) row.getArray("villages").getArray()).length))
                .list());
    }
}
