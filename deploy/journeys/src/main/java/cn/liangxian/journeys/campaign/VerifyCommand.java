package cn.liangxian.journeys.campaign;

import cn.liangxian.journeys.oracle.Equation;
import cn.liangxian.journeys.oracle.Oracle;
import cn.liangxian.local.Counties;
import cn.liangxian.local.Stack;
import cn.liangxian.local.StackPlan;
import cn.liangxian.local.StackPorts;
import cn.liangxian.local.StackProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code deploy/liangxian verify}: counts the last campaign from its handoffs alone and checks the equations. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks the equations of what the broker holds.")
public final class VerifyCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Path root = Path.of(System.getProperty("liangxian.root", ".")).toAbsolutePath();
        Optional<Stack> running = Stack.recorded(root, System.out::println);
        Stack stack = running.orElseGet(() -> Stack.start(
                StackPlan.lasting(root, county(root), StackPorts.asked(null).orElseGet(StackPorts::standard))
                        .only(StackPlan.Extent.DATA),
                System.out::println));
        try {
            Oracle oracle = Oracle.read(stack.kafka());
            PrintedStatement printed = new PrintedStatement(System.out);
            printed.print(oracle.statement());
            printed.equations(oracle.equations());
            List<String> contradictions = oracle.contradictions();
            contradictions.forEach(c -> System.out.println("✗ " + c));
            System.out.printf("%n%,d events%n", oracle.events());
            return contradictions.isEmpty() && oracle.equations().stream().allMatch(Equation::holds) ? 0 : 1;
        } finally {
            if (running.isEmpty()) {
                stack.stop();
            }
        }
    }

    /** The county whose campaign was played last. */
    private static String county(Path root) {
        return Counties.ofData(root.resolve(".liangxian"))
                .orElseThrow(() ->
                        new StackProblem("No campaign has been played here.", "deploy/liangxian campaign COUNTY"));
    }
}
