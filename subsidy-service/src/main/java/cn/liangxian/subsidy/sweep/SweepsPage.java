package cn.liangxian.subsidy.sweep;

import cn.liangxian.desk.Desk;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import cn.liangxian.subsidy.desk.SubsidyPages;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Sweeps 资金划转: the money of a month, kind by kind, against what was moved to its own account. */
@Path("/desk/sweeps")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class SweepsPage {

    private final Desk desk;
    private final Caller caller;
    private final Sweeping sweeping;
    private final BusinessDay day;
    private final Policy policy;

    SweepsPage(Desk desk, Caller caller, Sweeping sweeping, BusinessDay day, Policy policy) {
        this.desk = desk;
        this.caller = caller;
        this.sweeping = sweeping;
        this.day = day;
        this.policy = policy;
    }

    /** A kind of money of an insurance; sums in fen, {@code account} empty before the first sweep. */
    public record Row(String insurance, String money, long toSweep, long swept, long left, String account) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("month") String month) {
        TemplateInstance page = desk.page("subsidy/sweeps", SubsidyPages.SWEEPS);
        caller.mustCover(policy.jurisdiction().code());
        Optional<YearMonth> shown = month(month);
        List<Row> rows = shown.map(sweeping::positions).orElse(List.of()).stream()
                .map(this::row)
                .toList();
        return page.data("rows", rows)
                .data("month", shown.map(YearMonth::toString).orElse(""))
                .data("toSweep", rows.stream().mapToLong(Row::toSweep).sum())
                .data("swept", rows.stream().mapToLong(Row::swept).sum())
                .data("left", rows.stream().mapToLong(Row::left).sum());
    }

    /** The last that is over, when none is chosen. */
    private Optional<YearMonth> month(String chosen) {
        try {
            return chosen == null || chosen.isBlank()
                    ? day.last().map(today -> YearMonth.from(today).minusMonths(1))
                    : Optional.of(YearMonth.parse(chosen));
        } catch (DateTimeException e) {
            throw new Problem(AnyRequestProblem.MALFORMED, chosen + " is no month");
        }
    }

    private Row row(Sweeping.Position position) {
        return new Row(
                desk.named(position.insurance()),
                desk.word("money_" + position.money()),
                position.toSweep().amount(),
                position.swept().amount(),
                position.left().amount(),
                position.account() == null ? "" : position.account());
    }
}
