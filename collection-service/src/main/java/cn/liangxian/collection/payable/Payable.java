package cn.liangxian.collection.payable;

import cn.liangxian.collection.claim.ClaimState;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.time.LocalDate;
import java.util.List;

/**
 * What a resident is told about one claim before paying.
 *
 * @param due of the tier chosen, or of the roster while none is chosen
 * @param payable what the resident can pay now for that tier; zero with a {@code reason}
 * @param onBehalf what others are expected to pay of it
 * @param tiers all that may be chosen now; empty when nothing can be paid
 * @param holds channels through which to wait for a birthday, since paying earlier costs the payment on behalf
 * @param clause by which the amount is due, in the policy {@code policyVersion}
 * @param assumed whether a reading that no text gives took part in the amount
 */
public record Payable(
        Insurance insurance,
        int feeYear,
        ClaimState state,
        Fen due,
        Fen paid,
        Fen payable,
        Fen onBehalf,
        List<TierChoice> tiers,
        List<HoldNotice> holds,
        Reason reason,
        String clause,
        String policyVersion,
        boolean assumed) {

    /** One tier that may be chosen: what it costs, what the resident would pay now, what the government adds. */
    public record TierChoice(Fen tier, Fen payable, Fen subsidy, String clause, boolean assumed) {}

    /**
     * Wait until the birthday before paying through the channel: an earlier payment is refused there.
     *
     * @param warning what the payer is told, in Chinese; {@code warningEn} in English
     */
    public record HoldNotice(
            String channel,
            LocalDate until,
            int birthday,
            String warning,
            String warningEn,
            String clause,
            boolean assumed) {}

    /** Why there is nothing to pay. */
    public enum Reason {
        SETTLED,
        OWN_PART_PAID,
        PAID_ON_BEHALF,
        NO_PAYMENT_WINDOW,
        /** 特殊情形缴费: the agency has to assess it first. */
        ASSESSMENT_MISSING
    }
}
