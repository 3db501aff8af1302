package cn.liangxian.journeys.bench;

import cn.liangxian.journeys.bench.OurRosterChain.Accepted;
import cn.liangxian.local.Stack;
import cn.liangxian.local.StackPlan;
import cn.liangxian.policy.Policy;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** G1: a roster from the agency's database into the tax office's, rules on, against the raw chain. */
@Command(name = "roster", mixinStandardHelpOptions = true, description = "A roster of a million residents.")
public final class RosterBench implements Callable<Integer> {

    private static final int HEAP_MB = 1024;

    @Option(names = "--residents", defaultValue = "1000000", description = "default ${DEFAULT-VALUE}")
    private int residents;

    @Option(names = "--rounds", defaultValue = "5", description = "default ${DEFAULT-VALUE}")
    private int rounds;

    @Mixin
    private MeasuredCounty county;

    /** One pair of runs, in rows per second. */
    public record Round(int lines, double rawPerSecond, double oursPerSecond, double sealingShare, double ratio) {}

    /** The median of the paired ratios. */
    public record Result(String bench, int residents, int lines, List<Round> rounds, double medianRatio) {}

    @Override
    public Integer call() throws Exception {
        Policy policy = Policy.load(county.policy());
        StackPlan plan = StackPlan.passing(county.root(), county.name()).withServiceHeap(HEAP_MB);
        try (Stack stack = Stack.start(plan, System.err::println);
                Connection raw = BenchDatabase.owner(stack, "collection")) {
            OurRosterChain ours = new OurRosterChain(stack, policy);
            System.err.println("settling " + residents + " residents of " + county.name());
            ours.settle(residents, 1);
            // the chain has two ends: the other services would read the same lines on the same two cores
            List.of("reconciliation", "subsidy", "audit").forEach(stack::kill9);
            RawRosterChain limit = new RawRosterChain(raw, stack.kafka());
            System.err.println("warming up");
            int lines = ours.run().lines();
            ours.forget();
            limit.run(lines);
            List<Round> measured = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                measured.add(round(limit, ours, lines));
            }
            report(new Result("roster", residents, lines, measured, median(measured)));
        }
        return 0;
    }

    private static Round round(RawRosterChain limit, OurRosterChain ours, int lines) throws Exception {
        double rawSeconds = limit.run(lines);
        Accepted accepted = ours.run();
        ours.forget();
        double raw = lines / rawSeconds;
        double our = accepted.lines() / accepted.seconds();
        Round round = new Round(lines, raw, our, accepted.sealing() / accepted.seconds(), our / raw);
        System.err.printf("raw %,.0f/s  ours %,.0f/s  ratio %.2f%n", raw, our, round.ratio());
        return round;
    }

    private static double median(List<Round> rounds) {
        List<Double> ratios = rounds.stream().map(Round::ratio).sorted().toList();
        int middle = ratios.size() / 2;
        return ratios.size() % 2 == 1 ? ratios.get(middle) : (ratios.get(middle - 1) + ratios.get(middle)) / 2;
    }

    private static void report(Result result) throws Exception {
        System.out.printf("%-7s %14s %14s %10s %7s%n", "round", "raw rows/s", "ours rows/s", "sealing", "ratio");
        int number = 0;
        for (Round r : result.rounds()) {
            System.out.printf(
                    "%-7d %,14.0f %,14.0f %9.0f%% %7.2f%n",
                    ++number, r.rawPerSecond(), r.oursPerSecond(), 100 * r.sealingShare(), r.ratio());
        }
        System.out.printf(
                "median ratio %.2f over %d rounds of %,d lines%n",
                result.medianRatio(), result.rounds().size(), result.lines());
        System.out.println(new ObjectMapper().writeValueAsString(result));
    }
}
