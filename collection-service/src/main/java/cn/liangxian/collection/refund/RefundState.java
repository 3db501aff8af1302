package cn.liangxian.collection.refund;

import cn.liangxian.collection.lifecycle.LifeCycle;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;

/** Where a refund stands, and on whom it waits. */
public enum RefundState {
    /** Accepted by tax; waits for the agency of the insurance to check it. */
    REQUESTED,
    /** The agency agreed; waits for a second person of tax to approve it. */
    CHECKED,
    /** Waits for the money to be paid back: medical by the medical agency, pension by tax. */
    APPROVED,
    /** Paid back, and listed to agencies and treasury. */
    MADE,
    /** Refused with a reason; another request for the same payment may follow. */
    REFUSED;

    enum Step {
        AGREED,
        APPROVED,
        PAID_BACK,
        TURNED_DOWN
    }

    static final LifeCycle<RefundState, Step> LIFE = LifeCycle.startingIn(REQUESTED, Step.class)
            .from(REQUESTED, Step.AGREED, CHECKED)
            .from(REQUESTED, Step.TURNED_DOWN, REFUSED)
            .from(CHECKED, Step.APPROVED, APPROVED)
            .from(CHECKED, Step.TURNED_DOWN, REFUSED)
            .from(APPROVED, Step.PAID_BACK, MADE)
            .done();

    /** Null when it waits on nobody any more. */
    Department waitsOn(Insurance insurance) {
        Department agency = agency(insurance);
        return switch (this) {
            case REQUESTED -> agency;
            case CHECKED -> Department.TAX;
            case APPROVED -> insurance == Insurance.MEDICAL ? agency : Department.TAX;
            case MADE, REFUSED -> null;
        };
    }

    /** Key of the handoff that it waits for; null when it waits for none any more. */
    String waitsFor() {
        return switch (this) {
            case REQUESTED -> "collection-refund-checked";
            case CHECKED -> "collection-refund-decided";
            case APPROVED -> "collection-refund-listed";
            case MADE, REFUSED -> null;
        };
    }

    private static Department agency(Insurance insurance) {
        return insurance == Insurance.MEDICAL ? Department.MEDICAL_INSURANCE : Department.SOCIAL_INSURANCE;
    }
}
