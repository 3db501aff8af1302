package cn.liangxian.audit.supervision;

import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Until;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The daily sheet 每日收支: what went in and out of each insurance on a day, and the cash of each township. */
@Path("/desk/daily")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DailySheetPage {

    private static final String SETTLING = "collection-cash-settled";

    private final Desk desk;
    private final SupervisionResource supervision;
    private final Policy policy;
    private final BusinessDay day;

    DailySheetPage(Desk desk, SupervisionResource supervision, Policy policy, BusinessDay day) {
        this.desk = desk;
        this.supervision = supervision;
        this.policy = policy;
        this.day = day;
    }

    /** The money of an insurance on the day, in fen. */
    public record Funds(
            String insurance, long collected, long refunded, long treasury, long appropriated, long swept) {}

    /** The cash of a township on the day, in fen; the last row is the sum of all. */
    public record Cash(String township, long taken, long paid, long returned, long held, int entries) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("date") String typed) {
        TemplateInstance page = desk.page("audit/daily", AuditPages.DAILY);
        LocalDate today = day.last().orElse(null);
        LocalDate date = Typed.date(typed) == null ? today : Typed.date(typed);
        DailySheets.Sheet sheet =
                date == null ? new DailySheets.Sheet(null, List.of(), List.of()) : supervision.day(date);
        Until until = date == null ? Until.NONE : Until.of(policy, SETTLING, date);
        return page.data("date", date)
                .data("before", date == null ? null : date.minusDays(1))
                .data("after", date == null || !date.isBefore(today) ? null : date.plusDays(1))
                .data("until", until.day())
                .data("untilAssumed", until.assumed())
                .data("late", until.day() != null && today != null && today.isAfter(until.day()))
                .data("funds", sheet.funds().stream().map(this::funds).toList())
                .data("cash", sheet.cash().stream().map(this::cash).toList())
                .data("sum", sum(sheet.cash()));
    }

    private Funds funds(DailySheets.Funds each) {
        return new Funds(
                desk.named(each.insurance()),
                each.collected().amount(),
                each.refunded().amount(),
                each.treasury().amount(),
                each.appropriated().amount(),
                each.swept().amount());
    }

    private Cash cash(DailySheets.Cash each) {
        return new Cash(
                desk.place(each.township()),
                each.taken().amount(),
                each.paid().amount(),
                each.returned().amount(),
                each.held().amount(),
                each.entries());
    }

    private Cash sum(List<DailySheets.Cash> all) {
        return new Cash(
                desk.word("sumOfAll"),
                fen(all, each -> each.taken().amount()),
                fen(all, each -> each.paid().amount()),
                fen(all, each -> each.returned().amount()),
                fen(all, each -> each.held().amount()),
                all.stream().mapToInt(DailySheets.Cash::entries).sum());
    }

    private static long fen(List<DailySheets.Cash> all, ToLongFunction<DailySheets.Cash> part) {
        return all.stream().mapToLong(part).sum();
    }
}
