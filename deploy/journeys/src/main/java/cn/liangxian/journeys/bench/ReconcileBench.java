package cn.liangxian.journeys.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private MeasuredCounty county;

    @Override
    public Integer call() throws Exception {
        return ServiceProcess.run(
                county.root(),
                "reconciliation",
                "1g",
                "cn.liangxian.reconciliation.balance.ReconcileSpeed",
                Integer.toString(rows),
                Integer.toString(rounds),
                county.policy().toString());
    }
}
