package cn.liangxian.audit.inspection;

import static cn.liangxian.handoff.Department.DISCIPLINE;
import static cn.liangxian.handoff.Department.FINANCE;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.audit.CashRiskHandoff.Answerable;
import cn.liangxian.audit.CashRiskHandoff.Breach;
import cn.liangxian.audit.CashRiskHandoff.InspectionHeld;
import cn.liangxian.handoff.Department;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;

/** Special inspections of cash payment in townships and villages. */
@Path("/inspections")
public class InspectionsResource {

    static final List<Department> INSPECTORS = List.of(DISCIPLINE, TAX, FINANCE, MEDICAL_INSURANCE, SOCIAL_INSURANCE);

    private final Inspecting inspecting;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Policy policy;

    InspectionsResource(Inspecting inspecting, Idempotency idempotency, Caller caller, Policy policy) {
        this.inspecting = inspecting;
        this.idempotency = idempotency;
        this.caller = caller;
        this.policy = policy;
    }

    /** Something that was found wrong. */
    public record Wrong(@NotNull Breach breach, @NotNull Answerable answerable) {}

    /** @param villages that were looked at; {@code departments} that took part */
    public record Held(
            @NotNull String township,
            @NotEmpty @Size(max = 500) List<@NotNull String> villages,
            @NotEmpty List<@NotNull Department> departments,
            @NotNull @Size(max = 500) List<@NotNull @Valid Wrong> found) {}

    @POST
    public InspectionHeld hold(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid Held held) {
        caller.mustBe(INSPECTORS);
        caller.mustCoverCounty();
        caller.mustCover(held.township());
        boolean known = policy.jurisdiction().townships().stream()
                .anyMatch(township -> township.code().equals(held.township()));
        if (!known || held.villages().stream().anyMatch(village -> !village.startsWith(held.township()))) {
            throw new Problem(AnyRequestProblem.NOT_FOUND, new Text("没有该乡镇或村（社区）", "no such township or village"));
        }
        String by = caller.name();
        return idempotency.once(
                "inspection",
                key,
                held,
                InspectionHeld.class,
                () -> inspecting.enter(
                        held.township(),
                        held.villages(),
                        held.departments(),
                        held.found().stream()
                                .map(one -> new Inspecting.Found(one.breach(), one.answerable()))
                                .toList(),
                        by));
    }
}
