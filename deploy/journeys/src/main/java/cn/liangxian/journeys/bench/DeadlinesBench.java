package cn.liangxian.journeys.bench;

import cn.liangxian.local.Counties;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

    @Option(names = "--county", description = "default: whose data is here, else the only one there is")
    private String named;

    @Override
    public Integer call() throws Exception {
        Path root = Path.of(System.getProperty("liangxian.root", ".")).toAbsolutePath();
        return ServiceProcess.run(
                root,
                "audit",
                "512m",
                "cn.liangxian.audit.register.RegisterSpeed",
                Integer.toString(obligations),
                Counties.policy(root, Counties.meant(root, named)).toString());
    }
}
