package cn.liangxian.reconciliation.balance;

import cn.liangxian.desk.Chart;
import cn.liangxian.desk.Desk;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.reconciliation.ReconciliationHandoff.DifferenceKind;
import cn.liangxian.reconciliation.desk.ReconciliationPages;
import cn.liangxian.reconciliation.difference.DifferenceClock;
import cn.liangxian.reconciliation.month.MonthDifferences;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Jdbi;

/** Open differences 未结差异: by kind, owner and age, each voucher named; and those that are closed. */
@Path("/desk/differences")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DifferencesPage {

    private static final int ROWS = 200;
    private final Desk desk;
    private final DifferenceResource differences;
    private final MonthDifferences months;
    private final DifferenceClock clock;
    private final BusinessDay today;
    private final Jdbi jdbi;

    DifferencesPage(
            Desk desk,
            DifferenceResource differences,
            MonthDifferences months,
            DifferenceClock clock,
            BusinessDay today,
            Jdbi jdbi) {
        this.desk = desk;
        this.differences = differences;
        this.months = months;
        this.clock = clock;
        this.today = today;
        this.jdbi = jdbi;
    }

    /** A voucher; sums in fen, {@code age} in days; {@code closedOn} empty while it is open. */
    public record Row(
            String of,
            String date,
            String insurance,
            String kind,
            String channel,
            String voucher,
            long collected,
            long treasury,
            long difference,
            String owner,
            String until,
            boolean assumed,
            long age,
            boolean old,
            String closedOn,
            String how) {}

    /** A cause for which a month does not agree; {@code age} in days since its end. */
    public record MonthRow(
            String month,
            String insuranceCode,
            String insurance,
            String kind,
            long difference,
            String owner,
            String until,
            boolean assumed,
            long age,
            boolean old) {}

    /** A kind to choose. */
    public record Choice(String value, String title, boolean chosen) {}

    /** A kind with its owner, by age: up to a day, in time still ({@code week}), and overdue ({@code old}). */
    public record Kind(
            String value, String title, String owner, int fresh, int week, int old, long fen, boolean chosen) {}

    private record Count(DifferenceKind kind, int fresh, int week, int old, long fen) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("closed") @DefaultValue("false") boolean closed,
            @QueryParam("after") @DefaultValue("") String after) {
        TemplateInstance page = desk.page("reconciliation/differences", ReconciliationPages.DIFFERENCES);
        LocalDate day = today.last().orElse(null);
        DifferenceKind chosen = kind(kind);
        List<Row> found = day == null
                ? List.of()
                : closed
                        ? differences.closed(chosen, after, ROWS).stream()
                                .map(this::row)
                                .toList()
                        : differences.open(chosen, after, ROWS).stream()
                                .map(this::row)
                                .toList();
        List<Count> counts = day == null ? List.of() : counts(day);
        return page.data("rows", found)
                .data("closed", closed)
                .data(
                        "choices",
                        Arrays.stream(DifferenceKind.values())
                                .map(each -> new Choice(each.name(), desk.word("kind_" + each), each == chosen))
                                .toList())
                .data("months", months(day))
                .data("kinds", counts.stream().map(count -> kind(count, chosen)).toList())
                .data("kind", kind)
                .data("next", found.size() == ROWS ? found.get(ROWS - 1).of() : null)
                .data("chart", chart(counts));
    }

    private List<MonthRow> months(LocalDate day) {
        return day == null
                ? List.of()
                : months.open("", ROWS).stream()
                        .map(open -> new MonthRow(
                                open.month(),
                                open.insurance().name(),
                                desk.named(open.insurance()),
                                desk.word("kind_" + open.kind()),
                                open.amount().amount(),
                                desk.named(open.owner()),
                                open.until() == null ? "" : open.until().toString(),
                                open.untilAssumed(),
                                open.age(),
                                open.until() != null && day.isAfter(open.until())))
                        .toList();
    }

    private List<Count> counts(LocalDate day) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select kind, count(*) filter (where not old and :day - day <= 1) as fresh,
                            count(*) filter (where not old and :day - day > 1) as week,
                            count(*) filter (where old) as old, sum(fen) as fen
                        from (select *, coalesce(day <= cast(:overdue as date), false) as old
                              from current_difference where open) d
                        group by kind order by kind""")
                .bind("day", day)
                .bind("overdue", clock.overdueUpTo(day))
                .map((row, context) -> new Count(
                        DifferenceKind.valueOf(row.getString("kind")),
                        row.getInt("fresh"),
                        row.getInt("week"),
                        row.getInt("old"),
                        row.getLong("fen")))
                .list());
    }

    private Kind kind(Count count, DifferenceKind chosen) {
        Department owner = DifferenceOwner.of(count.kind());
        return new Kind(
                count.kind().name(),
                desk.word("kind_" + count.kind()),
                desk.named(owner),
                count.fresh(),
                count.week(),
                count.old(),
                count.fen(),
                count.kind() == chosen);
    }

    private Row row(DifferenceResource.Open open) {
        return new Row(
                open.cursor(),
                open.date().toString(),
                desk.named(open.insurance()),
                desk.word("kind_" + open.kind()),
                desk.channel(open.channel()),
                open.voucher(),
                open.collected().amount(),
                open.treasury().amount(),
                open.difference().amount(),
                desk.named(open.owner()),
                open.until() == null ? "" : open.until().toString(),
                open.untilAssumed(),
                open.age(),
                open.until() != null
                        && today.last().filter(day -> day.isAfter(open.until())).isPresent(),
                "",
                "");
    }

    private Row row(ClosedDifferences.Closed closed) {
        return new Row(
                closed.cursor(),
                closed.date().toString(),
                desk.named(closed.insurance()),
                desk.word("kind_" + closed.kind()),
                desk.channel(closed.channel()),
                closed.voucher(),
                closed.collected().amount(),
                closed.treasury().amount(),
                closed.difference().amount(),
                desk.named(closed.owner()),
                "",
                false,
                0,
                false,
                closed.closedOn().toString(),
                desk.word("closed_" + closed.how()));
    }

    private String chart(List<Count> counts) {
        return Chart.parts(
                counts.stream().map(count -> desk.word("kind_" + count.kind())).toList(),
                List.of(
                        new Chart.Series(
                                desk.word("fresh"),
                                counts.stream().map(Count::fresh).toList()),
                        new Chart.Series(
                                desk.word("week"),
                                counts.stream().map(Count::week).toList()),
                        new Chart.Series(
                                desk.word("old"),
                                counts.stream().map(Count::old).toList())));
    }

    private static DifferenceKind kind(String text) {
        if (text.isBlank()) {
            return null;
        }
        return Arrays.stream(DifferenceKind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Problem(AnyRequestProblem.MALFORMED, Text.value(text)));
    }
}
