package cn.liangxian.reconciliation.month;

import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TREASURY;

import cn.liangxian.desk.Desk;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.reconciliation.desk.ReconciliationPages;
import cn.liangxian.reconciliation.month.Months.Month;
import cn.liangxian.rest.Caller;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Months 月度对账: the treasury's statement beside what tax collected and what the agency booked. {@link MonthsResource} has the
 * rules.
 */
@Path("/desk/months")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class MonthsPage {

    private final Desk desk;
    private final Caller caller;
    private final MonthsResource resource;
    private final BusinessDay today;

    MonthsPage(Desk desk, Caller caller, MonthsResource resource, BusinessDay today) {
        this.desk = desk;
        this.caller = caller;
        this.resource = resource;
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
}
