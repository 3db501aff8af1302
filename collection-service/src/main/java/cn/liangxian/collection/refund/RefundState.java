package cn.liangxian.collection.refund;

import cn.liangxian.collection.lifecycle.LifeCycle;
import cn.liangxian.collection.lifecycle.Worded;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Text;

/** Where a refund stands, and on whom it waits. */
public enum RefundState implements Worded {
    /** Accepted by tax; waits for the agency of the insurance to check it. */
    REQUESTED("待核验", "To be checked"),
    /** The agency agreed; waits for a second person to approve it, of the department that the policy names. */
    CHECKED("待复审", "To be approved"),
    /** Waits for the money to be paid back, by whom the policy names for the insurance. */
    APPROVED("待退款", "To be paid back"),
    /** Paid back, and listed to agencies and treasury; of what is left of the payment more may go back. */
    MADE("已退款", "Paid back"),
    /** Refused with a reason; another request for the same payment may follow. */
    REFUSED("不予退费", "Refused");

    private final Text word;

    RefundState(String zh, String en) {
        word = new Text(zh, en);
    }

    @Override
    public Text word() {
        return word;
    }

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
    Department waitsOn(Insurance insurance, Policy policy) {
        return switch (this) {
            case REQUESTED -> agency(insurance);
            case CHECKED -> policy.refunds(insurance).approvedBy();
            case APPROVED -> policy.refunds(insurance).paidBy();
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
