package cn.liangxian.collection.refund;

import cn.liangxian.collection.payment.Payment.Surplus;

/** Why money goes back. */
public enum RefundReason {
    /** Found by tax: the claim had been paid in full. */
    ALREADY_SETTLED,
    /** Found by tax: the resident's own part had been paid. */
    OWN_PART_ALREADY_PAID,
    /** Found by tax: a debit of an amount that was no longer owed when the bank answered. */
    NOT_OWED,
    /** Found by tax: a status that began before the payment, told after it, lowers what the resident had to pay. */
    STATUS_BEGAN,
    /** The resident paid for the same year in another pooling area. */
    INSURED_ELSEWHERE,
    /** The resident paid for the same year in another district of the city, where the registration stands. */
    INSURED_IN_CITY,
    DECEASED,
    /** 不符合参保政策: whoever paid may not take part. */
    NOT_ELIGIBLE,
    /** 选择缴费档次错误. */
    WRONG_TIER,
    PAID_IN_ERROR;

    /** The reason for which a surplus goes back. A new kind of surplus does not compile until it has one. */
    static RefundReason of(Surplus surplus) {
        return switch (surplus) {
            case ALREADY_SETTLED -> ALREADY_SETTLED;
            case OWN_PART_ALREADY_PAID -> OWN_PART_ALREADY_PAID;
            case NOT_OWED -> NOT_OWED;
        };
    }
}
