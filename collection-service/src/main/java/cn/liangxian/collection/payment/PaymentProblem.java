package cn.liangxian.collection.payment;

import cn.liangxian.handoff.Fen;
import cn.liangxian.policy.TierNotAllowedException;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.ProblemType;
import cn.liangxian.rest.Text;

/** Why a payment is not taken. */
public enum PaymentProblem implements ProblemType {
    PAYER_UNKNOWN("payer-unknown", 404, "未找到应缴信息", "Nothing is known to be owed by this person"),
    REGISTRATION_CANCELLED(
            "registration-cancelled", 409, "参保登记已注销，无需缴费", "The registration was cancelled, nothing is owed"),
    PAYER_AMBIGUOUS("payer-ambiguous", 409, "证件号码对应多条应缴信息", "Two persons bear this ID number"),
    AMOUNT_DIFFERS("amount-differs", 422, "金额与应缴不符", "The amount is not what is owed now"),
    TIER_NOT_ALLOWED("tier-not-allowed", 422, "不能选择该缴费档次", "This tier is not for this person"),
    TIER_ALREADY_CHOSEN("tier-already-chosen", 422, "已选择其他缴费档次", "Another tier has been chosen"),
    NO_WINDOW("no-payment-window", 409, "不在缴费期内", "Nothing can be paid on this day"),
    CHANNEL_UNKNOWN("channel-unknown", 422, "缴费渠道不存在", "The policy knows no such channel"),
    CHANNEL_CLOSED("channel-closed", 409, "缴费渠道未开放", "The channel is not open on this day"),
    WAIT_FOR_BIRTHDAY("wait-for-birthday", 409, "须待满周岁后再网上缴费", "To be paid online from the birthday on only"),
    ASSESSMENT_MISSING("assessment-missing", 409, "特殊情形缴费须先经经办机构核定", "The agency has to assess this payment first"),
    VOUCHER_TAKEN("voucher-taken", 422, "凭证号已用于其他缴费", "The voucher belongs to another payment");

    private final Wording wording;

    PaymentProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }

    /** @param named what the payer offers, or what was agreed with him; null where no amount is named */
    public static Problem amountDiffers(Fen owed, Fen named) {
        Text said = named == null ? Text.value(null) : Text.yuan(named);
        Text why = new Text("现应缴" + owed + "元，所报金额：" + said.zh(), "owed now: " + owed + " yuan, named: " + said.en());
        return new Problem(AMOUNT_DIFFERS, why).at(null, "amount", why);
    }

    public static Problem notAllowed(TierNotAllowedException e) {
        Text why = new Text(e.zh(), e.getMessage());
        return TIER_NOT_ALLOWED.by(e.clause(), why).at(null, "tier", why);
    }

    /** With the clause that says so. */
    Problem by(String clause, Text why) {
        return new Problem(this, new Text(why.zh() + "，依据 " + clause, why.en() + ", by " + clause));
    }
}
