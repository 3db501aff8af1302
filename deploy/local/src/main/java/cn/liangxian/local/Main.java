package cn.liangxian.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/liangxian up | down | status | reset}. Exit code 1: could not be done, 2: not understood. */
@Command(
        name = "deploy/liangxian",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        description = "The stack of this checkout: Kafka, PostgreSQL, Keycloak and the five services.")
public final class Main {

    private final Path root;

    Main(Path root) {
        this.root = root;
    }

    public static void main(String[] args) {
        System.exit(run(TestServers.root(), args));
    }

    static int run(Path root, String... args) {
        return new CommandLine(new Main(root))
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    if (problem instanceof StackProblem known) {
                        command.getErr().println(known.getMessage());
                        command.getErr().println("→ " + known.wayOut());
                        return 1;
                    }
                    throw problem;
                })
                .execute(args);
    }

    @Command(description = "Starts what does not run yet and waits until all is ready.")
    int up(
            @Option(names = "--county", description = "default: whose data is here, else the only one there is")
                    String named,
            @Option(
                            names = "--port-base",
                            description = "all ports in one block from here on; default: LIANGXIAN_PORT_BASE")
                    Integer portBase,
            @Option(names = "--infra-only", description = "without the five services") boolean infraOnly,
            @Option(
                            names = "--service-heap",
                            defaultValue = "" + StackPlan.HEAP_MB,
                            description = "MiB for each service, default ${DEFAULT-VALUE}")
                    int serviceHeap) {
        String county = Counties.meant(root, named);
        StackPorts ports = ports(portBase);
        StackPlan plan = StackPlan.lasting(root, county, ports).withServiceHeap(serviceHeap);
        Stack stack = Stack.start(infraOnly ? plan.only(StackPlan.Extent.SERVERS) : plan, System.out::println);
        System.out.println("All runs for " + county + "; logs in " + plan.logs() + ", tokens from " + stack.issuer());
        if (!infraOnly) {
            showDesks(stack);
        }
        return 0;
    }

    /** Where to look, and as whom. */
    private static void showDesks(Stack stack) {
        Map<String, List<String>> people = stack.people().stream()
                .collect(Collectors.groupingBy(
                        person -> person.department() + " " + person.area(),
                        LinkedHashMap::new,
                        Collectors.mapping(Person::name, Collectors.toList())));
        System.out.println();
        System.out.println("Desks 工作台: " + stack.url("audit") + "/desk");
        System.out.println("People of this machine, password " + stack.peoplePassword() + ":");
        people.forEach((office, names) -> System.out.printf("  %-30s %s%n", office, String.join(", ", names)));
    }

    @Command(description = "Stops all; the data stays.")
    int down() {
        Optional<Stack> stack = Stack.recorded(root, System.out::println);
        stack.ifPresent(Stack::stop);
        System.out.println(stack.isPresent() ? "All stopped; the data stays." : "Nothing runs.");
        return 0;
    }

    @Command(description = "What runs, where, how far: exit code 0 when all runs, 1 when a part does not.")
    int status() {
        Optional<Stack> stack = Stack.recorded(root, System.out::println);
        if (stack.isEmpty()) {
            System.out.println("Nothing runs. → deploy/liangxian up");
            return 1;
        }
        return new StatusTable(stack.get().status()).print(System.out) ? 0 : 1;
    }

    @Command(description = "Stops all and wipes data and logs; secrets stay.")
    int reset() {
        down();
        StackPlan plan = StackPlan.lasting(root, "", StackPorts.standard());
        for (Path folder : List.of(plan.data(), plan.logs(), plan.run())) {
            Folders.delete(folder);
        }
        System.out.println("Data and logs are gone: " + plan.home());
        return 0;
    }

    /** As asked; else by environment; else as the stack was started, so that a second `up` finds the first. */
    private StackPorts ports(Integer portBase) {
        return StackPorts.asked(portBase)
                .or(() -> StackRecord.read(root).map(StackPlan::ports))
                .orElseGet(StackPorts::standard);
    }
}
