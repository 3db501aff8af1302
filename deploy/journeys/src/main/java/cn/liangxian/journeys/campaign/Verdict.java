package cn.liangxian.journeys.campaign;

import cn.liangxian.journeys.oracle.Findings;
import cn.liangxian.world.Misdeed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Of one kind of misdeed: those that were done, those of them that nobody found, and what was found besides them, which
 * ordinary life does too (a resident who pays while another pays for him).
 */
record Verdict(Misdeed.Kind kind, List<Misdeed> done, List<Misdeed> unfound, Set<String> besides) {

    /** One for each kind that was done. */
    static List<Verdict> of(List<Misdeed> misdeeds, Findings findings) {
        return Arrays.stream(Misdeed.Kind.values())
                .map(kind -> of(kind, misdeeds, foundAs(kind, findings)))
                .filter(verdict -> !verdict.done().isEmpty())
                .toList();
    }

    private static Verdict of(Misdeed.Kind kind, List<Misdeed> misdeeds, Set<String> found) {
        List<Misdeed> done = misdeeds.stream().filter(m -> m.kind() == kind).toList();
        List<Misdeed> unfound = new ArrayList<>(done);
        unfound.removeIf(m -> found.contains(m.where()));
        Set<String> besides = new HashSet<>(found);
        done.forEach(m -> besides.remove(m.where()));
        return new Verdict(kind, done, List.copyOf(unfound), besides);
    }

    private static Set<String> foundAs(Misdeed.Kind kind, Findings findings) {
        return findings.of(
                switch (kind) {
                    case LATE_LIST -> "LATE";
                    case WRONG_COUNT -> "COUNT_DIFFERS";
                    case BAD_ID -> "REJECTED";
                    case MISNAMED -> "IDENTITY_DIFFERS";
                    case DUPLICATE_PAYMENT -> "ALREADY_SETTLED";
                    case CASH_RETAINED -> "CASH_RETAINED";
                    case CASH_NOT_PAID -> "CASH_NOT_PAID";
                    case CASH_MORE_TAKEN -> "TAKEN_MORE";
                    case TREASURY_MISSING -> "MISSING_IN_TREASURY";
                    case TREASURY_DOUBLED -> "DOUBLED_IN_TREASURY";
                    case LOST_ENTITLEMENT -> "NOT_BOOKED_BY_AGENCY";
                    case UNTOLD_CHANGE -> "TOLD_LATE";
                    case ENDED_STATUS -> "STATUS_ENDED";
                });
    }

    int found() {
        return done.size() - unfound.size();
    }
}
