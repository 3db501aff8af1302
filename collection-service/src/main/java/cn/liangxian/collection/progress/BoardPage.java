package cn.liangxian.collection.progress;

import cn.liangxian.collection.CollectionHandoff.ProgressReported;
import cn.liangxian.collection.desk.CollectionPages;
import cn.liangxian.collection.progress.Counting.Before;
import cn.liangxian.collection.progress.Counting.Standing;
import cn.liangxian.desk.Chart;
import cn.liangxian.desk.Desk;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
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
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The campaign board 征缴看板: due, paid and rate of each township, or of each village of one, against the last year and its
 * target, and each channel.
 */
@Path("/desk/board")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class BoardPage {

    private static final double HUNDREDTHS = 100.0;
    private static final String UNKNOWN = "—";
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    /** The darkest of the heat. */
    private static final int LEVELS = 5;

    private final Desk desk;
    private final ProgressResource progress;
    private final Trend trend;
    private final Channels channels;
    private final BusinessDay day;
    private final Policy policy;
    private final Caller caller;

    BoardPage(
            Desk desk,
            ProgressResource progress,
            Trend trend,
            Channels channels,
            BusinessDay day,
            Policy policy,
            Caller caller) {
        this.policy = policy;
        this.desk = desk;
        this.progress = progress;
        this.trend = trend;
        this.channels = channels;
        this.day = day;
        this.caller = caller;
    }

    /** A village as a cell: {@code level} 0 to 5 for its rate, {@code behind} its target. */
    public record Cell(String village, String rate, String lastYear, String target, int level, boolean behind) {}

    /** A channel: people who had paid in full over it, money in fen and its share of all; {@code now} a key of words. */
    public record ChannelRow(
            String title, long people, long fen, String share, int percent, String now, boolean open, String since) {}

    /** A township, by its code, with its villages. */
    public record Heat(String township, String place, List<Cell> cells) {}

    /** One insurance or township to choose. */
    public record Choice(String value, String title, boolean chosen) {}

    /**
     * A township, a village, or all of them; sums in fen, rates in words, {@code percent} for the bar, {@code change} in points.
     *
     * @param township its code, where its villages can be looked at
     */
    public record Row(
            String township,
            String place,
            long people,
            long peoplePaid,
            long due,
            long paid,
            String rate,
            int percent,
            String lastYear,
            String change,
            String target,
            boolean assumed,
            boolean behind) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("insurance") @DefaultValue("MEDICAL") Insurance insurance,
            @QueryParam("township") @DefaultValue("") String township) {
        TemplateInstance page = desk.page("collection/board", CollectionPages.BOARD);
        List<Standing> townships = progress.standings().stream()
                .filter(line -> line.report().insurance() == insurance)
                .sorted(Comparator.comparing(line -> line.report().township()))
                .toList();
        boolean one = !township.isEmpty();
        List<Standing> standings = !one
                ? townships
                : townships.stream()
                        .filter(line -> line.report().township().equals(township))
                        .flatMap(line -> line.byVillage().stream())
                        .toList();
        // nobody sees more than their own: a village that names its township sees itself
        String area = township.startsWith(caller.area()) ? township : caller.area();
        Row all = all(standings);
        List<ChannelRow> lines = channels(area, insurance);
        return page.data("rows", standings.stream().map(this::row).toList())
                .data("channels", lines)
                .data("channelMoney", lines.stream().mapToLong(ChannelRow::fen).sum())
                .data(
                        "channelPeople",
                        lines.stream().mapToLong(ChannelRow::people).sum())
                .data("assumed", amountsAssumed(insurance))
                .data("all", all)
                .data(
                        "insurances",
                        Arrays.stream(Insurance.values())
                                .map(each -> new Choice(each.name(), desk.named(each), each == insurance))
                                .toList())
                .data(
                        "townships",
                        townships.stream()
                                .map(line -> line.report().township())
                                .map(each -> new Choice(each, desk.place(each), each.equals(township)))
                                .toList())
                .data("insurance", insurance)
                .data("one", one)
                .data(
                        "heat",
                        one ? List.of() : standings.stream().map(this::heat).toList())
                .data("trend", trend(area, insurance, all.people()))
                .data("targets", policy.targets())
                .data("targetBase", desk.word("targetBase_" + base(policy.targets())))
                .data("chart", chart(standings));
    }

    /** What the targets are compared with, as the policy reads it. */
    private static String base(Targets targets) {
        return targets.base() == Base.NONE ? Base.NONE.name() : targets.base() + "_" + targets.whose();
    }

    private boolean amountsAssumed(Insurance insurance) {
        return policy.insurances().contains(insurance)
                && policy.windows(insurance).stream().anyMatch(PaymentWindow::assumed);
    }

    private List<ChannelRow> channels(String area, Insurance insurance) {
        List<Channels.Line> lines = channels.of(area, insurance, day.today());
        long money = lines.stream().mapToLong(Channels.Line::fen).sum();
        return lines.stream()
                .map(line -> {
                    int share = rate(line.fen(), money);
                    return new ChannelRow(
                            desk.channel(line.code()),
                            line.people(),
                            line.fen(),
                            percent(share),
                            share / 100,
                            desk.word("channel_" + line.now()),
                            line.now() != Channels.Now.INTERRUPTED,
                            line.since() == null ? "" : MINUTES.format(line.since()));
                })
                .toList();
    }

    private Heat heat(Standing standing) {
        ProgressReported report = standing.report();
        return new Heat(
                report.township(),
                desk.place(report.township()),
                report.villages().stream()
                        .map(village -> cell(
                                village.village().substring(report.township().length()),
                                village,
                                standing.villagesBefore().get(village.village())))
                        .toList());
    }

    private static Cell cell(String number, ProgressReported.VillageProgress village, Before before) {
        int rate = rate(village.peoplePaid(), village.people());
        Integer target = village.targetRate();
        return new Cell(
                number,
                rate / 100 + "%",
                percent(before == null ? null : before.rate()),
                percent(target),
                Math.min(LEVELS, rate / 100 * (LEVELS + 1) / 100),
                target != null && rate < target);
    }

    /** Share of all who are to pay, day by day, over the money of the day. */
    private String trend(String area, Insurance insurance, long people) {
        List<Trend.Day> days = trend.of(area, insurance);
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

    private Row row(Standing standing) {
        ProgressReported line = standing.report();
        int rate = rate(line.peoplePaid(), line.people());
        Integer target = line.targetRate();
        Integer before = standing.before() == null ? null : standing.before().rate();
        boolean hasVillages = !line.villages().isEmpty();
        return new Row(
                hasVillages ? line.township() : null,
                desk.place(line.township()),
                line.people(),
                line.peoplePaid(),
                line.due().amount(),
                line.paid().amount(),
                percent(rate),
                rate / 100,
                percent(before),
                change(rate, before),
                percent(target),
                target != null && policy.targets().assumed(line.insurance(), line.township()),
                target != null && rate < target);
    }

    /** The last year's rate of all is known where that of each township is. */
    private Row all(List<Standing> standings) {
        long people = 0;
        long paid = 0;
        long due = 0;
        long money = 0;
        Before before = new Before(0, 0);
        for (Standing standing : standings) {
            ProgressReported line = standing.report();
            people += line.people();
            paid += line.peoplePaid();
            due += line.due().amount();
            money += line.paid().amount();
            before = before == null || standing.before() == null ? null : before.plus(standing.before());
        }
        int rate = rate(paid, people);
        Integer last = before == null ? null : before.rate();
        return new Row(
                null,
                desk.word("total"),
                people,
                paid,
                due,
                money,
                percent(rate),
                rate / 100,
                percent(last),
                change(rate, last),
                "",
                false,
                false);
    }

    /** Places beside each other: now, last year, and what they are to reach. */
    private String chart(List<Standing> standings) {
        List<ProgressReported> lines = standings.stream().map(Standing::report).toList();
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
                                desk.word("lastYear"),
                                standings.stream()
                                        .map(each -> each.before() == null
                                                ? null
                                                : hundredths(each.before().rate()))
                                        .toList()),
                        new Chart.Series(
                                desk.word("target"),
                                lines.stream()
                                        .map(line -> hundredths(line.targetRate()))
                                        .toList())));
    }

    private static Double hundredths(Integer rate) {
        return rate == null ? null : rate / HUNDREDTHS;
    }

    /** In hundredths of a percent, rounded down, as targets are. */
    private static int rate(long part, long whole) {
        return whole == 0 ? 0 : (int) (10_000L * part / whole);
    }

    private static String percent(Integer hundredths) {
        return hundredths == null ? UNKNOWN : String.format(Locale.ROOT, "%.2f%%", hundredths / HUNDREDTHS);
    }

    /** By how many points the rate is above or below the last year's. */
    private static String change(int rate, Integer before) {
        return before == null ? "" : String.format(Locale.ROOT, "%+.2f", (rate - before) / HUNDREDTHS);
    }
}
