package cn.liangxian.subsidy.application;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.FINANCE;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Schedule;
import cn.liangxian.policy.Until;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import cn.liangxian.subsidy.SubsidyHandoff.Purpose;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What was applied for, by whom it can be seen, and which runs wait for what. */
@Path("/applications")
public class ApplicationResource {

    private final Caller caller;
    private final Policy policy;
    private final Applications applications;
    private final Runs runs;

    ApplicationResource(Caller caller, Policy policy, Applications applications, Runs runs) {
        this.caller = caller;
        this.policy = policy;
        this.applications = applications;
        this.runs = runs;
    }

    /**
     * Amounts in fen; {@code open} is appropriated and not used yet, {@code perHead} appropriated per head so far,
     * rounded down; while money is missing, {@code waitsOn} finance since {@code appliedOn} and until {@code waitsUntil}, null
     * where the policy sets no period; {@code assumed} where a reading that no text gives took part in one of the lines.
     */
    public record View(
            UUID applicationId,
            Purpose purpose,
            Insurance insurance,
            int feeYear,
            String funder,
            int heads,
            Fen amount,
            LocalDate appliedOn,
            Fen appropriated,
            Fen shortfall,
            Fen open,
            Fen perHead,
            Application.State state,
            Department waitsOn,
            LocalDate waitsUntil,
            boolean untilAssumed,
            boolean assumed) {

        private static final String APPROPRIATED = "subsidy-funds-appropriated";

        static View of(Application a, Policy policy) {
            boolean waits = a.state() != Application.State.FUNDED;
            Until until = waits ? Until.of(policy, APPROPRIATED, a.appliedOn()) : Until.NONE;
            return new View(
                    a.id(),
                    a.purpose(),
                    a.insurance(),
                    a.feeYear(),
                    a.funder(),
                    a.heads(),
                    a.amount(),
                    a.appliedOn(),
                    a.appropriated(),
                    a.shortfall(),
                    a.open(),
                    a.perHead(),
                    a.state(),
                    waits ? FINANCE : null,
                    until.day(),
                    until.assumed(),
                    a.assumed());
        }
    }

    /**
     * A run with what it waits for.
     *
     * @param waitsOn who has to act, since {@code since}; nobody when it is done
     * @param waitsUntil the date of the run, by which it is to be done; null when it is, {@code untilAssumed} where no text gives it
     */
    public record RunView(
            RunKind kind,
            LocalDate date,
            RunState state,
            String waitingFor,
            List<Department> waitsOn,
            LocalDate since,
            LocalDate waitsUntil,
            boolean untilAssumed,
            int undecided) {

        static RunView of(Run run, Policy policy) {
            Schedule schedule = policy.schedules().get(run.kind().schedule());
            boolean waits = run.state() != RunState.DONE;
            return new RunView(
                    run.kind(),
                    run.date(),
                    run.state(),
                    run.waitingFor(),
                    run.state().waitsOn(),
                    run.since(),
                    waits ? run.date() : null,
                    waits && schedule != null && schedule.assumed(),
                    run.undecided());
        }
    }

    /** Oldest first; {@code state} keeps those in that state, {@code after} is the last id of the page before. */
    @GET
    public List<View> list(
            @QueryParam("state") Application.State state,
            @QueryParam("after") @DefaultValue("00000000-0000-0000-0000-000000000000") UUID after,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(1000) int limit) {
        permit();
        return applications.page(state, after, limit).stream()
                .map(application -> View.of(application, policy))
                .toList();
    }

    @GET
    @Path("/{id}")
    public View one(@PathParam("id") UUID id) {
        permit();
        return applications
                .find(id)
                .map(application -> View.of(application, policy))
                .orElseThrow(() -> notFound(id));
    }

    /** For whom, by person key, in the order in which the money is used; the page begins after line {@code after}. */
    @GET
    @Path("/{id}/lines")
    public List<ApplicationLine> lines(
            @PathParam("id") UUID id,
            @QueryParam("after") @DefaultValue("0") @Min(0) int after,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(1000) int limit) {
        permit();
        Application application = applications.find(id).orElseThrow(() -> notFound(id));
        return applications.lines(application.id(), after, limit);
    }

    @GET
    @Path("/runs")
    public List<RunView> runs() {
        permit();
        return runs.all().stream().map(run -> RunView.of(run, policy)).toList();
    }

    private void permit() {
        caller.mustBe(FINANCE, MEDICAL_INSURANCE, SOCIAL_INSURANCE, TAX, COUNTY_GOVERNMENT, AUDIT_BUREAU);
        caller.mustCoverCounty();
    }

    private static Problem notFound(UUID id) {
        return new Problem(ApplicationProblem.APPLICATION_UNKNOWN, Text.value(id));
    }
}
