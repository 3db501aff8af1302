package cn.liangxian.world;

/**
 * What the world does wrong on purpose, and how much of it. Which list, row, payer or day it hits depends on the seed
 * alone. A rate above zero hits at least one list, one row, one claim; whether it hits a payer depends on their number.
 *
 * @param lateLists share of special-group lists sent after they are due; above zero a township is also late in telling that
 *     its specialist changed, where that is to be told
 * @param wrongCounts share of lists whose declared head count does not agree with their rows; corrected and sent again
 * @param badIds share of rows with a wrong ID number; most lists are corrected and sent again
 * @param misnamed number of residents to whom the police give another name between the rosters of the two insurances, so that
 *     tax cannot link their lines
 * @param duplicatePayments share of payers who pay a second time over another channel
 * @param cashRetained number of villages whose agent keeps the cash of two weeks; where it is paid in the same day, whose
 *     collector keeps it for three
 * @param cashMoreTaken number of villages whose collector takes more cash than he pays in, where cash is entered one by one
 * @param treasuryMissing number of treasury days that lack a row
 * @param treasuryDoubled number of treasury days with a row booked twice
 * @param lostEntitlements share of paid claims that the agency forgets to book; it mends half of them when red-listed
 * @param endedStatuses number of residents for whom finance pays though their status had ended, which is told afterwards
 * @param leftOpen which faulty treasury days are never restated
 */
public record Misbehaviour(
        double lateLists,
        double wrongCounts,
        double badIds,
        int misnamed,
        double duplicatePayments,
        int cashRetained,
        int cashMoreTaken,
        int treasuryMissing,
        int treasuryDoubled,
        double lostEntitlements,
        int endedStatuses,
        LeftOpen leftOpen) {

    /** The kind of treasury fault that stays. */
    public enum LeftOpen {
        NONE,
        MISSING,
        DOUBLED
    }

    /** A little of everything. */
    public static final Misbehaviour SMALL =
            new Misbehaviour(0.05, 0.05, 0.004, 1, 0.003, 1, 1, 1, 1, 0.002, 1, LeftOpen.NONE);

    /** A world in which everybody does as the notice says. */
    public static final Misbehaviour NONE = new Misbehaviour(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, LeftOpen.NONE);

    /** The same, but for the share of payers who pay a second time. */
    public Misbehaviour withDuplicatePayments(double share) {
        return new Misbehaviour(
                lateLists,
                wrongCounts,
                badIds,
                misnamed,
                share,
                cashRetained,
                cashMoreTaken,
                treasuryMissing,
                treasuryDoubled,
                lostEntitlements,
                endedStatuses,
                leftOpen);
    }

    /** The same, but for the number of residents who get another name. */
    public Misbehaviour withMisnamed(int residents) {
        return new Misbehaviour(
                lateLists,
                wrongCounts,
                badIds,
                residents,
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
