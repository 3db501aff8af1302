package cn.liangxian.journeys.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The deadline register with a million open obligations: opening, the daily sweep and meeting, through the register's own
 * books on a PostgreSQL of its own.
 */
@Command(
        name = "deadlines",
        mixinStandardHelpOptions = true,
        description = "The deadline register with a million open obligations.")
public final class DeadlinesBench implements Callable<Integer> {

    @Option(names = "--obligations", defaultValue = "1000000", description = "default ${DEFAULT-VALUE}")
    private int obligations;

    @Mixin
    private MeasuredCounty county;

    @Override
    public Integer call() throws Exception {
        return ServiceProcess.run(
                county.root(),
                "audit",
                "512m",
                "cn.liangxian.audit.register.RegisterSpeed",
                Integer.toString(obligations),
                county.policy().toString());
    }
}
