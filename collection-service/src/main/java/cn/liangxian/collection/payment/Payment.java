package cn.liangxian.collection.payment;

import cn.liangxian.collection.CollectionHandoff;
import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.ContributionSurplus;
import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.collection.claim.Claim;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Money that arrived for a claim.
 *
 * @param claim the claim after this payment; unchanged when it is a surplus
 * @param paidOn the business day that counts it
 * @param debitedOn the day of payment, if that was before; null otherwise
 * @param reason why it is a surplus; null otherwise
 * @param remittance the remittance that brought it; null otherwise
 */
public record Payment(
        UUID id,
        Claim claim,
        Outcome outcome,
        Fen amount,
        Payer payer,
        String funder,
        Origin origin,
        LocalDate paidOn,
        LocalDate debitedOn,
        Surplus reason,
        UUID remittance,
        Ground ground) {

    /** Whether the money was owed. */
    public enum Outcome {
        PAID,
        SURPLUS
    }

    /** Why money was not owed. */
    public enum Surplus {
        /** The claim had been paid in full. */
        ALREADY_SETTLED,
        /** The resident's own part had been paid; the rest comes from others. */
        OWN_PART_ALREADY_PAID,
        /** A debit of an amount that was no longer owed when the bank answered. */
        NOT_OWED
    }

    /** Where the money came from: the channel, and the payer side's own number, unique within the channel. */
    public record Origin(String channel, String voucher) {}

    /** What the others are told. */
    public CollectionHandoff handoff() {
        return outcome == Outcome.PAID ? paid() : surplus();
    }

    private ContributionPaid paid() {
        Fen tier = claim.insurance() == Insurance.PENSION && claim.tier() != null ? claim.tier() : claim.due();
        return new ContributionPaid(
                id.toString(),
                claim.personKey(),
                claim.insurance(),
                claim.feeYear(),
                amount,
                claim.due(),
                claim.paid(),
                tier,
                payer,
                funder,
                origin.channel(),
                origin.voucher(),
                claim.township(),
                claim.village(),
                paidOn,
                debitedOn);
    }

    private ContributionSurplus surplus() {
        return new ContributionSurplus(
                id.toString(),
                claim.personKey(),
                claim.insurance(),
                claim.feeYear(),
                amount,
                reason.name(),
                origin.channel(),
                origin.voucher(),
                claim.township(),
                paidOn);
    }
}
