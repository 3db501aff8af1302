package cn.liangxian.reconciliation.month;

import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;

import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.reconciliation.ReconciliationHandoff.IncomeCause;
import cn.liangxian.reconciliation.ReconciliationHandoff.IncomeReason;
import cn.liangxian.reconciliation.desk.ReconciliationPages;
import cn.liangxian.reconciliation.month.Months.Month;
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
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** An agency hands in its report of a month. {@link MonthsResource} has the rules. */
@Path("/desk/months/report")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class MonthReportPage {

    private final Desk desk;
    private final Caller caller;
    private final MonthsResource resource;
    private final Months months;
    private final MonthForm form;

    MonthReportPage(Desk desk, Caller caller, MonthsResource resource, Months months, MonthForm form) {
        this.desk = desk;
        this.caller = caller;
        this.resource = resource;
        this.months = months;
        this.form = form;
    }

    /** A cause to choose. */
    public record Choice(String value, String title) {}

    /** The form for the report of the caller's agency, for the drawer. */
    @GET
    @Operation(hidden = true)
    public TemplateInstance form(@QueryParam("month") @DefaultValue("") String month) {
        desk.page("reconciliation/month-report", ReconciliationPages.MONTHS);
        resource.mustReport();
        YearMonth read = MonthsResource.read(month);
        Insurance of = caller.department() == MEDICAL_INSURANCE ? Insurance.MEDICAL : Insurance.PENSION;
        Month last = months.of(read, of).orElse(null);
        return form.of("reconciliation/month-report", read, of, "enterReport")
                .data("version", months.lastReport(read, of) + 1)
                .data("stated", last == null ? null : last.statement().amount())
                .data(
                        "causes",
                        Arrays.stream(IncomeCause.values())
                                .map(cause -> new Choice(cause.name(), desk.word("kind_" + cause)))
                                .toList());
    }

    /** The amounts stand by the causes, empty where a cause has no part in the difference. */
    @POST
    @Operation(hidden = true)
    public Response report(
            @FormParam("month") String month,
            @FormParam("version") int version,
            @FormParam("income") String income,
            @FormParam("cause") List<IncomeCause> causes,
            @FormParam("amount") List<String> amounts,
            @FormParam("key") String key) {
        resource.mustReport();
        Fen booked = Typed.yuan(income);
        if (month == null || booked == null || causes.size() != amounts.size()) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        List<IncomeReason> reasons = new ArrayList<>();
        for (int i = 0; i < causes.size(); i++) {
            Fen amount = Typed.yuan(amounts.get(i));
            if (amount != null && !amount.isZero()) {
                reasons.add(new IncomeReason(causes.get(i), amount));
            }
        }
        resource.report(key, month, new MonthsResource.Report(version, booked, reasons));
        return MonthForm.back(month);
    }
}
