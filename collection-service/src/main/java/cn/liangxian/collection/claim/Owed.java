package cn.liangxian.collection.claim;

import cn.liangxian.handoff.Fen;
import cn.liangxian.policy.Assessment;

/**
 * What the resident owes for a claim when paying on a day.
 *
 * @param claim the claim with the tier that was asked for
 * @param assessment the clause and the shares behind it
 * @param amount the resident's own part that is still unpaid; zero when it is paid, or others pay it
 */
public record Owed(Claim claim, Assessment assessment, Fen amount) {

    /** The resident's own part is paid; what is still missing comes from others. */
    public boolean ownPartPaid() {
        return amount.isZero() && claim.paidBySelf().isPositive();
    }
}
