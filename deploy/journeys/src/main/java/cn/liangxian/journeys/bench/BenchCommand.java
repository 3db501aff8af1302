package cn.liangxian.journeys.bench;

import picocli.CommandLine.Command;

/** {@code deploy/liangxian bench NAME}: ours against the limit in one run, as a table and as JSON. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = {
            RosterBench.class,
            DeadlinesBench.class,
            BankDayBench.class,
            ReconcileBench.class,
            PagesBench.class
        },
        description = "Measures ours against the limit of broker and database, in one run.")
public final class BenchCommand {}
