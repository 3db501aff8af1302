package cn.liangxian.audit.register;

import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Caller;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The calendar of deadlines 期限日历: what is due on which day of a month, and what of it has come. */
@Path("/desk/calendar")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class CalendarPage {

    private static final int WEEK = 7;
    private final Desk desk;
    private final Caller caller;
    private final DeadlinesResource deadlines;
    private final Rulebook rulebook;
    private final BusinessDay today;
    private final Policy policy;

    CalendarPage(
            Desk desk,
            Caller caller,
            DeadlinesResource deadlines,
            Rulebook rulebook,
            BusinessDay today,
            Policy policy) {
        this.desk = desk;
        this.caller = caller;
        this.deadlines = deadlines;
        this.rulebook = rulebook;
        this.today = today;
        this.policy = policy;
    }

    /** What is due: {@code count} in words, and a link to it. */
    public record Due(String title, String count, String look, boolean assumed, String href) {}

    /** A day of the month; {@code number} is 0 for the days around it. */
    public record Day(int number, boolean today, boolean off, List<Due> due) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("month") String chosen) {
        LocalDate now = today.last().orElse(policy.campaign().start());
        YearMonth month = month(chosen, now);
        Map<LocalDate, List<Due>> due = new LinkedHashMap<>();
        var writer = new ObligationRow.Writer(desk, rulebook, now, caller.department());
        DeadlinesResource.Page page = deadlines.calendar(month.atDay(1), month.atEndOfMonth(), null, 31);
        page.days().forEach(each -> due.computeIfAbsent(each.due(), day -> new ArrayList<>())
                .add(due(each, writer)));
        return desk.page("audit/calendar", AuditPages.CALENDAR)
                .data("month", month.toString())
                .data("before", month.minusMonths(1).toString())
                .data("after", month.plusMonths(1).toString())
                .data("weeks", weeks(month, now, due));
    }

    private Due due(DeadlinesResource.Due each, ObligationRow.Writer writer) {
        String look = each.missed() > 0 ? "late" : each.met() == each.obligations() ? "done" : "";
        return new Due(
                writer.handoff(each.handoff()) + " · " + desk.named(each.owner()),
                each.met() + "/" + each.obligations(),
                look,
                each.assumed(),
                "/desk/mine?scope="
                        + (Sight.of(caller).all()
                                ? "EVERYBODY"
                                : each.owner() == caller.department() ? "MINE" : "TO_ME")
                        + "&handoff=" + each.handoff() + "&from=" + each.due() + "&until=" + each.due()
                        + (look.equals("done") ? "&state=DONE" : ""));
    }

    /** Whole weeks, Monday first. */
    private List<List<Day>> weeks(YearMonth month, LocalDate now, Map<LocalDate, List<Due>> due) {
        List<List<Day>> weeks = new ArrayList<>();
        LocalDate day = month.atDay(1).minusDays(month.atDay(1).getDayOfWeek().getValue() - 1L);
        while (!day.isAfter(month.atEndOfMonth())) {
            List<Day> week = new ArrayList<>();
            for (int i = 0; i < WEEK; i++) {
                boolean inside = YearMonth.from(day).equals(month);
                week.add(new Day(
                        inside ? day.getDayOfMonth() : 0,
                        day.equals(now),
                        i >= WEEK - 2,
                        inside ? due.getOrDefault(day, List.of()) : List.of()));
                day = day.plusDays(1);
            }
            weeks.add(week);
        }
        return weeks;
    }

    private static YearMonth month(String chosen, LocalDate now) {
        YearMonth month = Typed.month(chosen);
        return month == null ? YearMonth.from(now) : month;
    }
}
