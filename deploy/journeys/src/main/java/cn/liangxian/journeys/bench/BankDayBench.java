package cn.liangxian.journeys.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private MeasuredCounty county;

    @Override
    public Integer call() throws Exception {
        return ServiceProcess.run(
                county.root(),
                "collection",
                "1g",
                "cn.liangxian.collection.debit.BankDaySpeed",
                Integer.toString(rows),
                Integer.toString(rounds),
                county.policy().toString());
    }
}
