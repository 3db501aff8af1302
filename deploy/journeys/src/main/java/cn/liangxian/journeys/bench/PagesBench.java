package cn.liangxian.journeys.bench;

import cn.liangxian.journeys.campaign.CampaignRun;
import cn.liangxian.local.Stack;
import cn.liangxian.local.StackPlan;
import cn.liangxian.world.Misbehaviour;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * G9: every page of the desks at 300,000 residents, the worst one named. The limit is the same page of the small county that
 * was played, in the same run: frame, login and the way there. See {@link GrownCounty} for how it grows.
 */
@Command(
        name = "pages",
        mixinStandardHelpOptions = true,
        description = "Every page of the desks in a large county; exit code 1 when one is too slow.")
public final class PagesBench implements Callable<Integer> {

    private static final int HEAP_MB = 256;
    private static final double LIMIT_MS = 300;

    /** What payments of a busy day add to sums before they are summed up: so many rows to each. */
    private static final String ADDED =
            "insert into %1$s select %1$s.* from %1$s, generate_series(1, 20000 / nullif((select count(*) from %1$s), 0)::int)";

    /** What a service keeps beside what grows, as a large county leaves it. */
    private static final Map<String, List<String>> BESIDE = Map.of(
            // as batches of events leave it when they come one after the other
            "audit", List.of("insert into event_mark select max(seq), count(*) from event on conflict do nothing"),
            "collection",
                    List.of(
                            ADDED.formatted("village_standing"),
                            ADDED.formatted("village_taking"),
                            ADDED.formatted("channel_taking"),
                            ADDED.formatted("debit_day_count")),
            "reconciliation", List.of(ADDED.formatted("collected_sum"), ADDED.formatted("entitled_sum")),
            "subsidy", List.of(ADDED.formatted("booked_sum")));

    @Option(names = "--residents", defaultValue = "300000", description = "default ${DEFAULT-VALUE}")
    private int residents;

    @Option(
            names = "--played",
            defaultValue = "1000",
            description = "residents of the campaign; default ${DEFAULT-VALUE}")
    private int played;

    @Option(names = "--rounds", defaultValue = "11", description = "default ${DEFAULT-VALUE}")
    private int rounds;

    @Mixin
    private MeasuredCounty county;

    /** A page and how long it took, in milliseconds: median of the small county, median and slowest of the large one. */
    public record Row(String page, String who, double small, double median, double slowest) {}

    /** All pages, the slowest first. */
    public record Result(String bench, int residents, long rows, double limit, List<Row> pages) {}

    @Override
    public Integer call() throws Exception {
        StackPlan plan = StackPlan.passing(county.root(), county.name()).withServiceHeap(HEAP_MB);
        try (Stack stack = Stack.start(plan, System.err::println)) {
            System.err.println("playing the campaign of " + played + " residents");
            CampaignRun.play(
                    stack,
                    county.policy(),
                    played,
                    1,
                    Misbehaviour.SMALL,
                    plan.home().resolve("journal.ndjson"),
                    progress -> {});
            DeskPages desks = new DeskPages(stack);
            List<DeskPages.Page> pages = desks.all(somebody(stack));
            System.err.println(pages.size() + " pages");
            Map<DeskPages.Page, List<Double>> small = measured(desks, pages);
            long rows = grow(stack);
            return report(new Result("pages", residents, rows, LIMIT_MS, rows(small, measured(desks, pages))));
        }
    }

    /** Somebody living who has paid, so that every page about a person has something to show. */
    private static String somebody(Stack stack) throws Exception {
        try (Connection collection = BenchDatabase.owner(stack, "collection");
                var paid = collection
                        .createStatement()
                        .executeQuery(
                                "select person_key from claim where state = 'PAID' order by person_key limit 100");
                Connection enrollment = BenchDatabase.owner(stack, "enrollment");
                var living = enrollment.prepareStatement(
                        "select id_number from person where person_key = ?::uuid and state = 'LIVING'")) {
            while (paid.next()) {
                living.setString(1, paid.getString(1));
                try (var found = living.executeQuery()) {
                    if (found.next()) {
                        return found.getString(1);
                    }
                }
            }
            throw new IllegalStateException("nobody of the county has paid");
        }
    }

    private long grow(Stack stack) throws Exception {
        long rows = 0;
        for (String service : List.of("audit", "enrollment", "collection", "reconciliation", "subsidy")) {
            long begun = System.nanoTime();
            try (Connection owner = BenchDatabase.owner(stack, service)) {
                long added = new GrownCounty(owner, residents / played).grow();
                rows += added;
                for (String sql : BESIDE.getOrDefault(service, List.of())) {
                    BenchDatabase.execute(owner, sql);
                }
                BenchDatabase.execute(owner, "analyze");
                System.err.printf("%s: %,d rows more in %.0f s%n", service, added, (System.nanoTime() - begun) / 1e9);
            }
        }
        return rows;
    }

    /** Each page once more than is counted, so that code and memory are warm. */
    private Map<DeskPages.Page, List<Double>> measured(DeskPages desks, List<DeskPages.Page> pages) {
        Map<DeskPages.Page, List<Double>> times = new LinkedHashMap<>();
        for (DeskPages.Page page : pages) {
            List<Double> each = new ArrayList<>();
            for (int round = 0; round <= rounds; round++) {
                DeskVisitor.Visit visit = desks.visit(page);
                if (!visit.page()) {
                    throw new IllegalStateException(page + " answers " + visit.status());
                }
                if (round > 0) {
                    each.add(visit.milliseconds());
                }
            }
            each.sort(Comparator.naturalOrder());
            times.put(page, each);
        }
        return times;
    }

    private static List<Row> rows(Map<DeskPages.Page, List<Double>> small, Map<DeskPages.Page, List<Double>> large) {
        return large.entrySet().stream()
                .map(each -> new Row(
                        each.getKey().kind(),
                        each.getKey().who(),
                        median(small.get(each.getKey())),
                        median(each.getValue()),
                        each.getValue().get(each.getValue().size() - 1)))
                .sorted(Comparator.comparingDouble(Row::median).reversed())
                .toList();
    }

    private static double median(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    private int report(Result result) throws Exception {
        System.out.printf("%-62s %-28s %9s %9s %9s%n", "page", "as", "small ms", "large ms", "slowest");
        result.pages()
                .forEach(row -> System.out.printf(
                        "%-62s %-28s %9.0f %9.0f %9.0f%n",
                        row.page(), row.who(), row.small(), row.median(), row.slowest()));
        Row worst = result.pages().get(0);
        System.out.printf(
                "worst of %d pages at %,d residents: %s, %.0f ms; limit %.0f ms%n",
                result.pages().size(), result.residents(), worst.page(), worst.median(), result.limit());
        System.out.println(new ObjectMapper().writeValueAsString(result));
        return worst.median() < result.limit() ? 0 : 1;
    }
}
