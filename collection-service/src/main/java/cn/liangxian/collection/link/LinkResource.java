package cn.liangxian.collection.link;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.collection.link.LinkAnomalies.Selection;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
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
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Lines that cannot be linked to one natural person. */
@Path("/link-anomalies")
public class LinkResource {

    private static final String MOST = "500";

    private final LinkAnomalies anomalies;
    private final Linking linking;
    private final AskingDepartments asking;
    private final Idempotency idempotency;
    private final Caller caller;

    LinkResource(
            LinkAnomalies anomalies,
            Linking linking,
            AskingDepartments asking,
            Idempotency idempotency,
            Caller caller) {
        this.anomalies = anomalies;
        this.linking = linking;
        this.asking = asking;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** @param rightful person key of the one whose the shared ID number is; null when no number is shared */
    public record Closing(@Size(max = 80) String rightful, @NotBlank @Size(max = 400) String finding) {}

    /** Which department is asked to verify. */
    public record Forwarding(@NotNull Department department) {}

    /** What the department found. */
    public record Confirmation(@NotBlank @Size(max = 400) String confirmation) {}

    private record Asked(UUID anomaly, Object what) {}

    /** What the caller's department was asked to verify, the oldest first; {@code after} is the last id of the page before. */
    @GET
    @Path("/forwarded")
    public List<LinkAnomaly> forwarded(
            @QueryParam("after") UUID after, @QueryParam("limit") @DefaultValue(MOST) @Min(1) @Max(1000) int limit) {
        mustVerify();
        return anomalies.list(visible(LinkState.FORWARDED, null), after, limit);
    }

    @POST
    @Path("/{id}/forwarding")
    @ResponseStatus(201)
    public LinkAnomaly forward(
            @HeaderParam("Idempotency-Key") String key, @PathParam("id") UUID id, @Valid @NotNull Forwarding to) {
        caller.mustBe(MEDICAL_INSURANCE, SOCIAL_INSURANCE);
        Insurance own = own();
        String area = caller.area();
        String by = caller.name();
        return idempotency.onceOnAnyDate(
                "link-forwarding",
                key,
                new Asked(id, to),
                LinkAnomaly.class,
                () -> asking.forward(id, to.department(), own, area, by));
    }

    @POST
    @Path("/{id}/confirmation")
    @ResponseStatus(201)
    public LinkAnomaly confirm(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("id") UUID id,
            @Valid @NotNull Confirmation confirmation) {
        mustVerify();
        Department department = caller.department();
        String area = caller.area();
        String by = caller.name();
        return idempotency.onceOnAnyDate(
                "link-confirmation",
                key,
                new Asked(id, confirmation),
                LinkAnomaly.class,
                () -> asking.confirm(id, department, area, confirmation.confirmation(), by));
    }

    /** The oldest first; {@code after} is the last id of the page before. */
    @GET
    public List<LinkAnomaly> list(
            @QueryParam("state") @DefaultValue("OPEN") LinkState state,
            @QueryParam("kind") LinkAnomaly.Kind kind,
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue(MOST) @Min(1) @Max(1000) int limit) {
        mustWatch();
        return anomalies.list(visible(state, kind), after, limit);
    }

    /**
     * What the caller may see: of its own insurance and area; a department that verifies, what it was asked and has not
     * confirmed yet. Null for any state or kind.
     */
    Selection visible(LinkState state, LinkAnomaly.Kind kind) {
        if (AskingDepartments.verifies(caller.department())) {
            return new Selection(LinkState.FORWARDED, kind, null, caller.area(), caller.department());
        }
        mustWatch();
        return new Selection(state, kind, own(), caller.area(), null);
    }

    private void mustWatch() {
        caller.mustBe(TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE, AUDIT_BUREAU);
    }

    @POST
    @Path("/{id}/closing")
    @ResponseStatus(201)
    public LinkAnomaly close(
            @HeaderParam("Idempotency-Key") String key, @PathParam("id") UUID id, @Valid @NotNull Closing closing) {
        mustClose();
        return idempotency.onceOnAnyDate(
                "link-closing",
                key,
                new Asked(id, closing),
                LinkAnomaly.class,
                () -> linking.close(id, closing.rightful(), closing.finding(), own(), caller.area(), caller.name()));
    }

    /** Whoever has a step to take: those who close, some of whom forward, and whoever is asked. */
    void mustWork() {
        if (!AskingDepartments.verifies(caller.department())) {
            mustClose();
        }
    }

    private void mustClose() {
        caller.mustBe(TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE);
    }

    private void mustVerify() {
        if (!AskingDepartments.verifies(caller.department())) {
            throw new Problem(
                    AnyRequestProblem.FORBIDDEN,
                    new Text(
                            caller.department().zh() + "不参与异常核实",
                            caller.department().en() + " verifies no anomalies"));
        }
    }

    private Insurance own() {
        return switch (caller.department()) {
            case MEDICAL_INSURANCE -> Insurance.MEDICAL;
            case SOCIAL_INSURANCE -> Insurance.PENSION;
            default -> null;
        };
    }
}
