package cn.liangxian.reconciliation.balance;

import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.reconciliation.desk.ReconciliationPages;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Daily balances 每日对账: what tax collected against what the treasury reports, day by day, the latest first. */
@Path("/desk/balances")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class BalancesPage {

    /** Two weeks and the day, times two insurances. */
    private static final int DAYS = 15;

    private final Desk desk;
    private final DayResource days;
    private final BusinessDay today;

    BalancesPage(Desk desk, DayResource days, BusinessDay today) {
        this.desk = desk;
        this.days = days;
        this.today = today;
    }

    /** One insurance of a date; sums in fen, {@code open} differences in number, {@code version} above 1 is a restatement. */
    public record Row(
            String date,
            String insurance,
            String state,
            String look,
            String waitsFor,
            String since,
            long collected,
            Long treasury,
            Long difference,
            int version,
            int open) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("until") String until) {
        LocalDate last = until(until);
        List<Row> rows = new ArrayList<>();
        for (int back = 0; last != null && back < DAYS; back++) {
            days.day(last.minusDays(back).toString()).forEach(day -> rows.add(row(day)));
        }
        return desk.page("reconciliation/balances", ReconciliationPages.BALANCES)
                .data("rows", rows)
                .data("until", last == null ? "" : last.toString())
                .data(
                        "waiting",
                        rows.stream().filter(row -> row.look().equals("wait")).count())
                .data("unequal", rows.stream().filter(row -> row.open() > 0).count())
                .data(
                        "balanced",
                        rows.stream().filter(row -> row.look().equals("done")).count());
    }

    private LocalDate until(String chosen) {
        LocalDate until = Typed.date(chosen);
        return until == null ? today.last().orElse(null) : until;
    }

    private Row row(DayResource.OfInsurance day) {
        DayResource.Version stands = day.versions().isEmpty()
                ? null
                : day.versions().get(day.versions().size() - 1);
        boolean balanced = day.state() == DayState.BALANCED;
        int open = stands == null ? 0 : stands.differences().size();
        return new Row(
                day.date().toString(),
                desk.named(day.insurance()),
                desk.word(balanced && open > 0 ? "state_DIFFERENCES" : "state_" + day.state()),
                balanced ? open > 0 ? "late" : "done" : "wait",
                day.waitsFor() == null ? "" : desk.named(day.waitsFor()),
                balanced ? "" : day.since().toString(),
                day.collected().amount(),
                stands == null ? null : stands.treasury().amount(),
                stands == null
                        ? null
                        : stands.collected().amount() - stands.treasury().amount(),
                stands == null ? 0 : stands.version(),
                open);
    }
}
