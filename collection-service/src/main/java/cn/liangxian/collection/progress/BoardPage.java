package cn.liangxian.collection.progress;

import cn.liangxian.collection.CollectionHandoff.ProgressReported;
import cn.liangxian.collection.desk.CollectionPages;
import cn.liangxian.desk.Chart;
import cn.liangxian.desk.Desk;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.PaymentWindow;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Targets;
import cn.liangxian.policy.Targets.Base;
import cn.liangxian.rest.Caller;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The campaign board 征缴看板: due, paid and rate of each township against the last year. */
@Path("/desk/board")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class BoardPage {

    private static final double HUNDREDTHS = 100.0;
    /** The darkest of the heat. */
    private static final int LEVELS = 5;

    private final Desk desk;
    private final ProgressResource progress;
    private final Trend trend;
    private final Policy policy;
    private final Caller caller;

    BoardPage(Desk desk, ProgressResource progress, Trend trend, Policy policy, Caller caller) {
        this.policy = policy;
        this.desk = desk;
        this.progress = progress;
        this.trend = trend;
        this.caller = caller;
    }

    /** A village as a cell: {@code level} 0 to 5 for its rate, {@code behind} its target. */
    public record Cell(String village, String rate, String target, int level, boolean behind) {}

    /** A township with its villages. */
    public record Heat(String place, List<Cell> cells) {}

    /** One insurance to choose. */
    public record Choice(String value, String title, boolean chosen) {}

    /** A township, or all of them; sums in fen, rates in words, {@code percent} for the bar. */
    public record Row(
            String place,
            int people,
            int peoplePaid,
            long due,
            long paid,
            String rate,
            int percent,
            String target,
            boolean assumed,
            boolean behind) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("insurance") @DefaultValue("MEDICAL") Insurance insurance) {
        List<ProgressReported> reported = progress.progress().stream()
                .filter(line -> line.insurance() == insurance)
                .sorted(Comparator.comparing(ProgressReported::township))
                .toList();
        List<Row> rows = reported.stream().map(this::row).toList();
        return desk.page("collection/board", CollectionPages.BOARD)
                .data("rows", rows)
                .data("assumed", amountsAssumed(insurance))
                .data("all", all(reported))
                .data(
                        "insurances",
                        Arrays.stream(Insurance.values())
                                .map(each -> new Choice(each.name(), desk.named(each), each == insurance))
                                .toList())
                .data("heat", reported.stream().map(this::heat).toList())
                .data("trend", trend(insurance, all(reported).people()))
                .data("targets", policy.targets())
                .data("targetBase", desk.word("targetBase_" + base(policy.targets())))
                .data("chart", chart(reported));
    }

    /** What the targets are compared with, as the policy reads it. */
    private static String base(Targets targets) {
        return targets.base() == Base.NONE ? Base.NONE.name() : targets.base() + "_" + targets.whose();
    }

    private boolean amountsAssumed(Insurance insurance) {
        return policy.insurances().contains(insurance)
                && policy.windows(insurance).stream().anyMatch(PaymentWindow::assumed);
    }

    private Heat heat(ProgressReported line) {
        return new Heat(
                desk.place(line.township()),
                line.villages().stream().map(village -> cell(line, village)).toList());
    }

    private static Cell cell(ProgressReported line, ProgressReported.VillageProgress village) {
        int rate = rate(village.peoplePaid(), village.people());
        Integer target = village.targetRate();
        return new Cell(
                village.village().substring(line.township().length()),
                rate / 100 + "%",
                target == null ? "—" : percent(target),
                Math.min(LEVELS, rate / 100 * (LEVELS + 1) / 100),
                target != null && rate < target);
    }

    /** Share of all who are to pay, day by day, over the money of the day. */
    private String trend(Insurance insurance, int people) {
        List<Trend.Day> days = trend.of(caller.area(), insurance);
        List<Number> reached = new ArrayList<>();
        int sum = 0;
        for (Trend.Day day : days) {
            sum += day.people();
            reached.add(people == 0 ? 0 : rate(Math.min(sum, people), people) / HUNDREDTHS);
        }
        return Chart.trend(
                days.stream().map(day -> day.day().toString().substring(5)).toList(),
                new Chart.Series(
                        desk.word("moneyOfDay"),
                        days.stream().map(day -> day.fen() / 100).toList()),
                "",
                new Chart.Series(desk.word("rate"), reached),
                "%");
    }

    private Row row(ProgressReported line) {
        int rate = rate(line.peoplePaid(), line.people());
        Integer target = line.targetRate();
        return new Row(
                desk.place(line.township()),
                line.people(),
                line.peoplePaid(),
                line.due().amount(),
                line.paid().amount(),
                percent(rate),
                rate / 100,
                target == null ? "—" : percent(target),
                target != null && policy.targets().assumed(line.insurance(), line.township()),
                target != null && rate < target);
    }

    private Row all(List<ProgressReported> lines) {
        int people = lines.stream().mapToInt(ProgressReported::people).sum();
        int paid = lines.stream().mapToInt(ProgressReported::peoplePaid).sum();
        int rate = rate(paid, people);
        return new Row(
                desk.word("total"),
                people,
                paid,
                lines.stream().map(ProgressReported::due).mapToLong(Fen::amount).sum(),
                lines.stream()
                        .map(ProgressReported::paid)
                        .mapToLong(Fen::amount)
                        .sum(),
                percent(rate),
                rate / 100,
                "",
                false,
                false);
    }

    private String chart(List<ProgressReported> lines) {
        return Chart.bars(
                lines.stream().map(line -> desk.place(line.township())).toList(),
                "%",
                List.of(
                        new Chart.Series(
                                desk.word("rate"),
                                lines.stream()
                                        .map(line -> rate(line.peoplePaid(), line.people()) / HUNDREDTHS)
                                        .toList()),
                        new Chart.Series(
                                desk.word("target"),
                                lines.stream()
                                        .map(line -> line.targetRate() == null ? null : line.targetRate() / HUNDREDTHS)
                                        .toList())));
    }

    /** In hundredths of a percent, rounded down, as targets are. */
    private static int rate(int part, int whole) {
        return whole == 0 ? 0 : (int) (10_000L * part / whole);
    }

    private static String percent(int hundredths) {
        return String.format(Locale.ROOT, "%.2f%%", hundredths / HUNDREDTHS);
    }
}
