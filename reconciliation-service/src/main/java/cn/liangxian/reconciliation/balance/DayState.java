package cn.liangxian.reconciliation.balance;

import cn.liangxian.handoff.Department;
import java.util.EnumSet;
import java.util.Set;

/** Where one insurance of a business date stands on its way to balance, and on whom it waits. */
public enum DayState {
    /** The treasury has not reported the day. */
    WAITING_FOR_TREASURY(Department.TREASURY),
    /** Collection has not summed the day, or not all payments that make up its sum have arrived. */
    WAITING_FOR_COLLECTION(Department.TAX),
    /** All is here, but a voucher may stand in the other insurance's account, whose day is not complete yet. */
    WAITING_FOR_OTHER_INSURANCE(Department.TREASURY),
    /** Nearly everything differs: the treasury's report is cut off or that of another day, and has to be restated. */
    WAITING_FOR_RESTATEMENT(Department.TREASURY),
    /** Closed. Later facts and later treasury reports restate it with a new version. */
    BALANCED(null);

    private final Department waitsFor;

    DayState(Department waitsFor) {
        this.waitsFor = waitsFor;
    }

    /** Null when it waits for nobody. */
    public Department waitsFor() {
        return waitsFor;
    }

    /** What may follow. Facts only ever arrive, so that nothing leads back to where they were missing. */
    public Set<DayState> next() {
        return switch (this) {
            case WAITING_FOR_TREASURY ->
                EnumSet.of(WAITING_FOR_COLLECTION, WAITING_FOR_OTHER_INSURANCE, WAITING_FOR_RESTATEMENT, BALANCED);
            case WAITING_FOR_COLLECTION -> EnumSet.of(WAITING_FOR_OTHER_INSURANCE, WAITING_FOR_RESTATEMENT, BALANCED);
            case WAITING_FOR_OTHER_INSURANCE -> EnumSet.of(WAITING_FOR_RESTATEMENT, BALANCED);
            case WAITING_FOR_RESTATEMENT -> EnumSet.of(BALANCED);
            // the balance stands while a later report of the treasury does not fit
            case BALANCED -> EnumSet.of(WAITING_FOR_RESTATEMENT);
        };
    }
}
