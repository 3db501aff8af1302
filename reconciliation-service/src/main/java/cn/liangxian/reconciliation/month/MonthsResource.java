package cn.liangxian.reconciliation.month;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.FINANCE;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TREASURY;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.reconciliation.ReconciliationHandoff.AgencyReportFiled;
import cn.liangxian.reconciliation.ReconciliationHandoff.IncomeReason;
import cn.liangxian.reconciliation.ReconciliationHandoff.MonthBalanced;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;

/** The monthly reconciliation of tax, treasury, agencies and finance; a month is written as 2023-09. */
@Path("/months/{month}")
@Clause("bachu-2022/第三十六条")
public class MonthsResource {

    private final ReconcilingMonth reconciling;
    private final Months months;
    private final Idempotency idempotency;
    private final Caller caller;

    MonthsResource(ReconcilingMonth reconciling, Months months, Idempotency idempotency, Caller caller) {
        this.reconciling = reconciling;
        this.months = months;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** What the treasury states. */
    public record Statement(
            @NotNull Insurance insurance,
            @Min(1) int version,
            @NotBlank @Size(max = 100) String account,
            @Min(0) int entries,
            @NotNull Fen total) {}

    /** What the agency of the caller booked, and why that is not what the treasury states. */
    public record Report(
            @Min(1) int version, @NotNull Fen income, @NotNull @Size(max = 50) List<@NotNull IncomeReason> reasons) {}

    private record Asked(String month, Object request) {}

    @GET
    public List<Months.Month> of(@PathParam("month") String month) {
        caller.mustBe(TAX, TREASURY, MEDICAL_INSURANCE, SOCIAL_INSURANCE, FINANCE, AUDIT_BUREAU);
        caller.mustCoverCounty();
        return months.of(read(month));
    }

    @POST
    @Path("/statement")
    public MonthBalanced state(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("month") String month,
            @NotNull @Valid Statement statement) {
        mustState();
        YearMonth read = read(month);
        return idempotency.onceOnAnyDate(
                "treasury-statement",
                key,
                new Asked(month, statement),
                MonthBalanced.class,
                () -> reconciling.state(
                        read,
                        statement.insurance(),
                        statement.version(),
                        statement.account(),
                        statement.entries(),
                        statement.total()));
    }

    @POST
    @Path("/agency-report")
    public AgencyReportFiled report(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("month") String month,
            @NotNull @Valid Report report) {
        mustReport();
        YearMonth read = read(month);
        Insurance insurance = caller.department() == MEDICAL_INSURANCE ? Insurance.MEDICAL : Insurance.PENSION;
        return idempotency.onceOnAnyDate(
                "agency-report",
                key,
                new Asked(month, report),
                AgencyReportFiled.class,
                () -> reconciling.report(read, insurance, report.version(), report.income(), report.reasons()));
    }

    static YearMonth read(String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException e) {
            throw new Problem(MonthProblem.MALFORMED, null);
        }
    }

    void mustState() {
        caller.mustBe(TREASURY);
        caller.mustCoverCounty();
    }

    void mustReport() {
        caller.mustBe(MEDICAL_INSURANCE, SOCIAL_INSURANCE);
        caller.mustCoverCounty();
    }
}
