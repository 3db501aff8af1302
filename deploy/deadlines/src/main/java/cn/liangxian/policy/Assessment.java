package cn.liangxian.policy;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.util.List;

/**
 * What one person owes for one insurance and fee year when paying on one day, and who pays which share of it.
 *
 * <p>The shares sum to the amount due, exactly. A share of zero is left out.
 *
 * @param clause the clause of the amount due
 * @param policyVersion {@link Policy#version()} of the file that decided
 * @param assumed whether a reading that no text gives took part in the result
 */
public record Assessment(
        Insurance insurance, Fen due, String clause, List<Share> shares, String policyVersion, boolean assumed) {

    public Assessment {
        shares = List.copyOf(shares);
        Fen sum = Fen.ZERO;
        for (Share share : shares) sum = sum.plus(share.amount());
        if (!sum.equals(due)) throw new IllegalArgumentException("shares sum to " + sum + ", due is " + due);
    }

    /** The person's own part. */
    public Fen self() {
        return paidBy(Payer.SELF);
    }

    /** What is paid on the person's behalf. */
    public Fen proxy() {
        return paidBy(Payer.PROXY);
    }

    private Fen paidBy(Payer payer) {
        Fen sum = Fen.ZERO;
        for (Share share : shares) if (share.payer() == payer) sum = sum.plus(share.amount());
        return sum;
    }
}
