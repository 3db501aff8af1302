package cn.liangxian.reconciliation.balance;

import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.reconciliation.desk.ReconciliationPages;
import cn.liangxian.reconciliation.fiscal.FiscalAccounts;
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
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Daily balances 每日对账: what tax collected, and banks debited of it, against what the treasury reports, and what went on to
 * the fiscal accounts; day by day, the latest first.
 */
@Path("/desk/balances")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class BalancesPage {

    /** Two weeks and the day, times two insurances. */
    private static final int DAYS = 15;

    private final Desk desk;
    private final DayResource days;
    private final BankDebits banks;
    private final FiscalAccounts fiscal;
    private final BusinessDay today;

    BalancesPage(Desk desk, DayResource days, BankDebits banks, FiscalAccounts fiscal, BusinessDay today) {
        this.desk = desk;
        this.days = days;
        this.banks = banks;
        this.fiscal = fiscal;
        this.today = today;
    }

    /**
     * One insurance of a date; sums in fen, {@code open} differences in number, {@code version} above 1 is a restatement.
     *
     * @param debited of what was collected; null where banks debit nothing
     */
    public record Row(
            String date,
            String insurance,
            String state,
            String look,
            String waitsFor,
            String since,
            long collected,
            Long debited,
            Long treasury,
            long swept,
            Long difference,
            int version,
            int open) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("until") String until) {
        LocalDate last = until(until);
        List<Row> rows = new ArrayList<>();
        for (int back = 0; last != null && back < DAYS; back++) {
            rows.addAll(rows(last.minusDays(back)));
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

    private List<Row> rows(LocalDate date) {
        Optional<Map<Insurance, Long>> debited = banks.on(date);
        Map<Insurance, Long> swept = fiscal.movedOn(date);
        return days.day(date.toString()).stream()
                .map(day -> row(
                        day,
                        debited.map(sums -> sums.getOrDefault(day.insurance(), 0L))
                                .orElse(null),
                        swept.getOrDefault(day.insurance(), 0L)))
                .toList();
    }

    private Row row(DayResource.OfInsurance day, Long debited, long swept) {
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
                debited,
                stands == null ? null : stands.treasury().amount(),
                swept,
                stands == null
                        ? null
                        : stands.collected().amount() - stands.treasury().amount(),
                stands == null ? 0 : stands.version(),
                open);
    }
}
