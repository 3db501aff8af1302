package cn.liangxian.journeys.campaign;

import cn.liangxian.local.Counties;
import cn.liangxian.local.Folders;
import cn.liangxian.local.Stack;
import cn.liangxian.local.StackPlan;
import cn.liangxian.local.StackPorts;
import cn.liangxian.local.StackProblem;
import cn.liangxian.policy.InvalidPolicyException;
import cn.liangxian.policy.Policy;
import cn.liangxian.world.MisbehaviourOptions;
import cn.liangxian.world.ProgressLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deploy/liangxian campaign}: plays a county's campaign and ends with its statement. Exit code 1: it does not balance. */
@Command(name = "campaign", mixinStandardHelpOptions = true, description = "Plays a whole campaign day by day.")
public final class CampaignCommand implements Callable<Integer> {

    /** Where a campaign leaves its mark, so that the next one knows that the data is generated and may go. */
    private static final String MARK = "played-by-campaign";

    @Parameters(index = "0", paramLabel = "COUNTY", description = "name of a file in deploy/jurisdictions")
    private String county;

    @Option(names = "--residents", defaultValue = "20000", description = "default ${DEFAULT-VALUE}")
    private int residents;

    @Option(names = "--seed", defaultValue = "2024", description = "the same seed gives the same county")
    private long seed;

    @Option(names = "--stay", description = "leave the stack running, to look around")
    private boolean stay;

    @Option(names = "--kill", description = "kill -9 of services, broker and database at moments that the seed decides")
    private boolean kill;

    @Option(names = "--port-base", description = "all ports in one block from here on; default: LIANGXIAN_PORT_BASE")
    private Integer portBase;

    @Mixin
    private MisbehaviourOptions misbehaviour;

    @Override
    public Integer call() throws IOException {
        Path root = Path.of(System.getProperty("liangxian.root", ".")).toAbsolutePath();
        Path policy = Counties.policy(root, county);
        refuseInvalid(policy);
        Stack.recorded(root, System.out::println).ifPresent(Stack::stop);
        clear(root);
        StackPorts ports = StackPorts.asked(portBase).orElseGet(StackPorts::standard);
        StackPlan plan = StackPlan.lasting(root, county, ports);
        Files.createDirectories(plan.home().resolve("data"));
        Files.writeString(plan.home().resolve("data").resolve(MARK), "");
        Stack stack = Stack.start(plan, System.out::println);
        try (ProgressLine progress = ProgressLine.onConsole();
                Crashes crashes = new Crashes(stack, seed, progress)) {
            MemoryWatch memory = new MemoryWatch(stack, kill ? crashes : progress);
            CampaignRun run = CampaignRun.play(
                    stack,
                    policy,
                    residents,
                    seed,
                    misbehaviour.chosen(),
                    plan.home().resolve("journal.ndjson"),
                    memory);
            if (kill) {
                System.out.println("killed: " + String.join(", ", crashes.done()));
            }
            return report(run, memory);
        } finally {
            if (stay) {
                System.out.println("The stack stays up: deploy/liangxian status, deploy/liangxian down");
            } else {
                stack.stop();
            }
        }
    }

    /** Before anything is built on it: of a service that cannot read it only its log would tell. */
    private static void refuseInvalid(Path policy) {
        try {
            Policy.load(policy);
        } catch (InvalidPolicyException e) {
            throw new StackProblem(e.getMessage(), "deploy/liangxian policy check " + policy);
        }
    }

    /** The data of an earlier campaign is generated and goes; any other data is somebody's, and stays. */
    private static void clear(Path root) {
        Path data = root.resolve(".liangxian/data");
        if (Files.isDirectory(data) && !Files.exists(data.resolve(MARK))) {
            throw new StackProblem(
                    "There is data of a stack that no campaign has made: " + data,
                    "deploy/liangxian reset wipes it; a campaign begins with an empty stack");
        }
        Folders.delete(data);
    }

    private static int report(CampaignRun run, MemoryWatch memory) {
        PrintedStatement printed = new PrintedStatement(System.out);
        printed.print(run.statement());
        printed.equations(run.equations());
        printed.proved(run.proved());
        printed.verdicts(run.verdicts());
        long agreeing = run.figures().stream().filter(OwnBooks.Figure::agrees).count();
        printed.title("账账相符 · topics and databases: %d of %d figures agree"
                .formatted(agreeing, run.figures().size()));
        List<String> failures = new ArrayList<>(run.failures());
        if (memory.highestMb() > MemoryWatch.LIMIT_MB) {
            failures.add("the stack took %,d MiB, more than %,d".formatted(memory.highestMb(), MemoryWatch.LIMIT_MB));
        }
        System.out.printf(
                "%n%,d residents, %,d requests, played in %d s, %,d MiB at most%n",
                run.played().residents(),
                run.played().requests(),
                run.played().took().toSeconds(),
                memory.highestMb());
        failures.stream().limit(50).forEach(failure -> System.out.println("✗ " + failure));
        System.out.println(failures.isEmpty() ? "账实相符 · it balances" : "✗ " + failures.size() + " things do not hold");
        return failures.isEmpty() ? 0 : 1;
    }
}
