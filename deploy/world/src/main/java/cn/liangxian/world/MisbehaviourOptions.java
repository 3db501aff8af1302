package cn.liangxian.world;

import cn.liangxian.world.Misbehaviour.LeftOpen;
import picocli.CommandLine.Option;

/** The misbehaviour of the world as options of a command; mix it in. */
public final class MisbehaviourOptions {
    @Option(names = "--late-lists", description = "share of special-group lists sent late (${DEFAULT-VALUE})")
    double lateLists = Misbehaviour.SMALL.lateLists();

    @Option(names = "--wrong-counts", description = "share of lists with a wrong head count (${DEFAULT-VALUE})")
    double wrongCounts = Misbehaviour.SMALL.wrongCounts();

    @Option(names = "--bad-ids", description = "share of list rows with a wrong ID number (${DEFAULT-VALUE})")
    double badIds = Misbehaviour.SMALL.badIds();

    @Option(
            names = "--misnamed",
            description = "residents whom the rosters of the two insurances name differently (${DEFAULT-VALUE})")
    int misnamed = Misbehaviour.SMALL.misnamed();

    @Option(names = "--duplicate-payments", description = "share of payers who pay twice (${DEFAULT-VALUE})")
    double duplicatePayments = Misbehaviour.SMALL.duplicatePayments();

    @Option(names = "--cash-retained", description = "villages whose agent keeps cash (${DEFAULT-VALUE})")
    int cashRetained = Misbehaviour.SMALL.cashRetained();

    @Option(names = "--cash-more-taken", description = "villages whose collector takes too much (${DEFAULT-VALUE})")
    int cashMoreTaken = Misbehaviour.SMALL.cashMoreTaken();

    @Option(names = "--treasury-missing", description = "treasury days that lack a row (${DEFAULT-VALUE})")
    int treasuryMissing = Misbehaviour.SMALL.treasuryMissing();

    @Option(names = "--treasury-doubled", description = "treasury days with a doubled row (${DEFAULT-VALUE})")
    int treasuryDoubled = Misbehaviour.SMALL.treasuryDoubled();

    @Option(names = "--lost-entitlements", description = "share of paid claims not booked (${DEFAULT-VALUE})")
    double lostEntitlements = Misbehaviour.SMALL.lostEntitlements();

    @Option(names = "--ended-statuses", description = "residents paid for whose status had ended (${DEFAULT-VALUE})")
    int endedStatuses = Misbehaviour.SMALL.endedStatuses();

    @Option(names = "--leave-open", description = "faulty treasury days never restated: ${COMPLETION-CANDIDATES}")
    LeftOpen leftOpen = LeftOpen.NONE;

    public Misbehaviour chosen() {
        return new Misbehaviour(
                lateLists,
                wrongCounts,
                badIds,
                misnamed,
                duplicatePayments,
                cashRetained,
                cashMoreTaken,
                treasuryMissing,
                treasuryDoubled,
                lostEntitlements,
                endedStatuses,
                leftOpen);
    }
}
