package cn.liangxian.reconciliation.month;

import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TREASURY;

import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.reconciliation.ReconciliationHandoff.IncomeCause;
import cn.liangxian.reconciliation.ReconciliationHandoff.IncomeReason;
import cn.liangxian.reconciliation.desk.ReconciliationPages;
import cn.liangxian.reconciliation.month.Months.Month;
import cn.liangxian.reconciliation.treasury.TreasuryDays;
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
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Months 月度对账: the treasury's statement beside what tax collected and what the agency booked; the treasury and the agencies
 * hand their reports in here. {@link MonthsResource} has the rules.
 */
@Path("/desk/months")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class MonthsPage {

    private final Desk desk;
    private final Caller caller;
    private final MonthsResource resource;
    private final Months months;
    private final TreasuryDays treasury;
    private final BusinessDay today;

    MonthsPage(
            Desk desk,
            Caller caller,
            MonthsResource resource,
            Months months,
            TreasuryDays treasury,
            BusinessDay today) {
        this.desk = desk;
        this.caller = caller;
        this.resource = resource;
        this.months = months;
        this.treasury = treasury;
        this.today = today;
    }

    /** An insurance of the month; sums in fen, all but the first two null or empty until they are handed in. */
    public record Row(
            String insuranceCode,
            String insurance,
            int version,
            String account,
            Long collected,
            Long statement,
            Long inDays,
            Long beyondDays,
            String issuedOn,
            Long income,
            String filedOn,
            boolean states,
            boolean reports) {}

    /** A cause to choose. */
    public record Choice(String value, String title) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("month") @DefaultValue("") String month) {
        TemplateInstance page = desk.page("reconciliation/months", ReconciliationPages.MONTHS);
        YearMonth chosen = chosen(month);
        List<Month> stated = chosen == null ? List.of() : resource.of(chosen.toString());
        return page.data("month", chosen == null ? "" : chosen.toString())
                .data(
                        "rows",
                        chosen == null
                                ? List.of()
                                : Arrays.stream(Insurance.values())
                                        .map(insurance -> row(insurance, stated))
                                        .toList());
    }

    /** The form for the treasury's statement, for the drawer. */
    @GET
    @Path("/statement")
    @Operation(hidden = true)
    public TemplateInstance statementForm(
            @QueryParam("month") @DefaultValue("") String month,
            @QueryParam("insurance") @DefaultValue("") String insurance) {
        desk.page("reconciliation/month-statement", ReconciliationPages.MONTHS);
        resource.mustState();
        YearMonth read = MonthsResource.read(month);
        Insurance of = insurance(insurance);
        Month last = last(read, of);
        return form("reconciliation/month-statement", read, of, "enterStatement")
                .data("version", last == null ? 1 : last.version() + 1)
                .data("account", last == null ? treasury.account(of) : last.account());
    }

    @POST
    @Path("/statement")
    @Operation(hidden = true)
    public Response state(
            @FormParam("month") String month,
            @FormParam("insurance") String insurance,
            @FormParam("version") int version,
            @FormParam("account") String account,
            @FormParam("entries") String entries,
            @FormParam("total") String total,
            @FormParam("key") String key) {
        resource.mustState();
        Integer count = Typed.count(entries);
        Fen sum = Typed.yuan(total);
        if (month == null || Typed.text(account) == null || count == null || sum == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        resource.state(
                key,
                month,
                new MonthsResource.Statement(insurance(insurance), version, Typed.text(account), count, sum));
        return back(month);
    }

    /** The form for the report of the caller's agency, for the drawer. */
    @GET
    @Path("/report")
    @Operation(hidden = true)
    public TemplateInstance reportForm(@QueryParam("month") @DefaultValue("") String month) {
        desk.page("reconciliation/month-report", ReconciliationPages.MONTHS);
        resource.mustReport();
        YearMonth read = MonthsResource.read(month);
        Insurance of = caller.department() == MEDICAL_INSURANCE ? Insurance.MEDICAL : Insurance.PENSION;
        Month last = last(read, of);
        return form("reconciliation/month-report", read, of, "enterReport")
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
    @Path("/report")
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
        return back(month);
    }

    private TemplateInstance form(String template, YearMonth month, Insurance insurance, String title) {
        return desk.below(template, ReconciliationPages.MONTHS, desk.word(title))
                .data("month", month.toString())
                .data("insuranceCode", insurance.name())
                .data("insurance", desk.named(insurance))
                .data("key", UUID.randomUUID());
    }

    private Month last(YearMonth month, Insurance insurance) {
        return months.of(month, insurance).orElse(null);
    }

    /** The last that is over, when none is chosen; null before the first business date. */
    private YearMonth chosen(String month) {
        return month.isBlank()
                ? today.last().map(day -> YearMonth.from(day).minusMonths(1)).orElse(null)
                : MonthsResource.read(month);
    }

    private Row row(Insurance insurance, List<Month> stated) {
        Department agency = insurance == Insurance.MEDICAL ? MEDICAL_INSURANCE : SOCIAL_INSURANCE;
        Month month = stated.stream()
                .filter(each -> each.insurance() == insurance)
                .findFirst()
                .orElse(null);
        boolean states = caller.department() == TREASURY;
        boolean reports = caller.department() == agency;
        if (month == null) {
            return new Row(
                    insurance.name(),
                    desk.named(insurance),
                    0,
                    "",
                    null,
                    null,
                    null,
                    null,
                    "",
                    null,
                    "",
                    states,
                    false);
        }
        return new Row(
                insurance.name(),
                desk.named(insurance),
                month.version(),
                month.account(),
                month.collected().amount(),
                month.statement().amount(),
                month.inDays().amount(),
                month.beyondDays().amount(),
                month.issuedOn().toString(),
                month.income() == null ? null : month.income().amount(),
                month.filedOn() == null ? "" : month.filedOn().toString(),
                states,
                reports);
    }

    private static Insurance insurance(String text) {
        return Arrays.stream(Insurance.values())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Problem(AnyRequestProblem.MALFORMED, null));
    }

    private static Response back(String month) {
        return Response.seeOther(URI.create("/desk/months?month=" + month)).build();
    }
}
