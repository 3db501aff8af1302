package cn.liangxian.journeys;

import cn.liangxian.handoff.Declarations;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Terms;
import cn.liangxian.journeys.bench.BenchCommand;
import cn.liangxian.journeys.campaign.CampaignCommand;
import cn.liangxian.journeys.campaign.DeadLettersCommand;
import cn.liangxian.journeys.campaign.VerifyCommand;
import cn.liangxian.local.StackProblem;
import cn.liangxian.policy.CheckPolicy;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code deploy/liangxian bench | campaign | verify | policy | deadletters}. Exit code 1: does not hold, 2: not understood. */
@Command(
        name = "deploy/liangxian",
        subcommands = {BenchCommand.class, CampaignCommand.class, VerifyCommand.class, DeadLettersCommand.class})
public final class Main {

    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("policy")) {
            int words = args.length > 1 && args[1].equals("check") ? 2 : 1;
            List<Terms> declared =
                    Declarations.onClasspath().stream().map(Handoff::termsOf).toList();
            System.exit(CheckPolicy.run(List.of(args).subList(words, args.length), declared, System.out));
        }
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    if (problem instanceof StackProblem known) {
                        command.getErr().println(known.getMessage());
                        command.getErr().println("→ " + known.wayOut());
                        return 1;
                    }
                    throw problem;
                })
                .execute(args));
    }
}
