package cn.liangxian.journeys.bench;

import cn.liangxian.local.Counties;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** G4: a million debit lines out to the bank as files and its answers in, against COPY, coding and one update. */
@Command(
        name = "bank-day",
        mixinStandardHelpOptions = true,
        description = "A million debit lines out and their answers in, in a county that debits.")
public final class BankDayBench implements Callable<Integer> {

    @Option(names = "--lines", defaultValue = "1000000", description = "default ${DEFAULT-VALUE}")
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
                "collection",
                "1g",
                "cn.liangxian.collection.debit.BankDaySpeed",
                Integer.toString(rows),
                Integer.toString(rounds),
                Counties.policy(root, Counties.meant(root, named)).toString());
    }
}
