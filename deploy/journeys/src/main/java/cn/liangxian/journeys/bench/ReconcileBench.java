package cn.liangxian.journeys.bench;

import cn.liangxian.local.Counties;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** G5: tax, treasury and agency with a million payments each, until every difference is named, against COPY and a full join. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = "Three times a million payments reconciled.")
public final class ReconcileBench implements Callable<Integer> {

    @Option(names = "--payments", defaultValue = "1000000", description = "default ${DEFAULT-VALUE}")
    private int rows;

    @Option(names = "--rounds", defaultValue = "5", description = "default ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--county", description = "default: whose data is here, else the only one there is")
    private String named;

    @Override
    public Integer call() throws Exception {
        Path root = Path.of(System.getProperty("liangxian.root", ".")).toAbsolutePath();
        return ServiceProcess.run(
                root,
                "reconciliation",
                "1g",
                "cn.liangxian.reconciliation.balance.ReconcileSpeed",
                Integer.toString(rows),
                Integer.toString(rounds),
                Counties.policy(root, Counties.meant(root, named)).toString());
    }
}
