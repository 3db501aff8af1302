package cn.liangxian.reconciliation.balance;

import cn.liangxian.handoff.Department;
import cn.liangxian.reconciliation.ReconciliationHandoff.DifferenceKind;

/** Who has to act on a difference: whoever's books have to change, or who has to find the paper. */
final class DifferenceOwner {

    private DifferenceOwner() {}

    static Department of(DifferenceKind kind) {
        return switch (kind) {
            case MISSING_IN_TREASURY, DOUBLED_IN_TREASURY, AMOUNT_DIFFERS, WRONG_ACCOUNT -> Department.TREASURY;
            case UNKNOWN_TO_TAX -> Department.TAX;
        };
    }
}
