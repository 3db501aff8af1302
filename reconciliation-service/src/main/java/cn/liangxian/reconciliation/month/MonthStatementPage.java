package cn.liangxian.reconciliation.month;

import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.reconciliation.desk.ReconciliationPages;
import cn.liangxian.reconciliation.month.Months.Month;
import cn.liangxian.reconciliation.treasury.TreasuryDays;
import cn.liangxian.rest.AnyRequestProblem;
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
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The treasury hands in its statement of a month. {@link MonthsResource} has the rules. */
@Path("/desk/months/statement")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class MonthStatementPage {

    private final Desk desk;
    private final MonthsResource resource;
    private final Months months;
    private final TreasuryDays treasury;
    private final MonthForm form;

    MonthStatementPage(Desk desk, MonthsResource resource, Months months, TreasuryDays treasury, MonthForm form) {
        this.desk = desk;
        this.resource = resource;
        this.months = months;
        this.treasury = treasury;
        this.form = form;
    }

    /** The form for the treasury's statement, for the drawer. */
    @GET
    @Operation(hidden = true)
    public TemplateInstance form(
            @QueryParam("month") @DefaultValue("") String month,
            @QueryParam("insurance") @DefaultValue("") String insurance) {
        desk.page("reconciliation/month-statement", ReconciliationPages.MONTHS);
        resource.mustState();
        YearMonth read = MonthsResource.read(month);
        Insurance of = insurance(insurance);
        Month last = months.of(read, of).orElse(null);
        return form.of("reconciliation/month-statement", read, of, "enterStatement")
                .data("version", last == null ? 1 : last.version() + 1)
                .data("account", last == null ? treasury.account(of) : last.account());
    }

    @POST
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
        return MonthForm.back(month);
    }

    private static Insurance insurance(String text) {
        return Arrays.stream(Insurance.values())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Problem(AnyRequestProblem.MALFORMED, null));
    }
}
