package cn.liangxian.collection.claim;

import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.PersonFacts;
import cn.liangxian.policy.Sex;
import java.time.LocalDate;

/**
 * What is owed for one resident, one insurance and one fee year, and what has been paid for it by whom. An accepted roster
 * line is a claim.
 *
 * @param number stands for the roster and the line in it
 * @param statuses those of the line, with later changes laid over them
 * @param due that of the roster until the resident chooses a tier
 * @param tier null until the resident has chosen
 */
public record Claim(
        long number,
        String personKey,
        String township,
        String village,
        Insurance insurance,
        int feeYear,
        LocalDate birth,
        Sex sex,
        Statuses statuses,
        ClaimState state,
        Fen due,
        Fen tier,
        Fen paidBySelf,
        Fen paidByProxy,
        Fen paidBySponsor,
        boolean registered) {

    /** What has been paid in all, by whomever. */
    public Fen paid() {
        return paidBySelf.plus(paidByProxy).plus(paidBySponsor);
    }

    public Fen unpaid() {
        return due.minus(paid());
    }

    public boolean settled() {
        return state == ClaimState.PAID;
    }

    /** What the rules of the notice read; nothing in it says who it is. */
    public PersonFacts facts() {
        return PersonFacts.resident(birth, sex).with(statuses.identities());
    }

    /** This claim with another amount due, chosen by the resident. */
    public Claim withTier(Fen chosen, Fen newDue) {
        if (newDue.compareTo(paid()) < 0) {
            throw new IllegalArgumentException("claim " + number + " has more paid than " + newDue);
        }
        return standing(state, newDue, chosen, paidBySelf, paidByProxy, paidBySponsor);
    }

    /**
     * This claim after {@code amount} was paid for it.
     *
     * @throws IllegalArgumentException when that is nothing, or more than is unpaid
     */
    public Claim paidBy(Payer payer, Fen amount) {
        int rest = unpaid().compareTo(amount);
        if (!amount.isPositive() || rest < 0) {
            throw new IllegalArgumentException("claim " + number + " cannot take " + amount + " of " + unpaid());
        }
        ClaimState next =
                ClaimState.LIFE.after(state, rest == 0 ? ClaimState.Step.REST_PAID : ClaimState.Step.PART_PAID);
        return standing(
                next,
                due,
                tier,
                payer == Payer.SELF ? paidBySelf.plus(amount) : paidBySelf,
                payer == Payer.PROXY ? paidByProxy.plus(amount) : paidByProxy,
                payer == Payer.SPONSOR ? paidBySponsor.plus(amount) : paidBySponsor);
    }

    /**
     * This claim after {@code amount} of what the resident paid went back. Whose own payment for the pension went back whole
     * chooses a tier anew: it may have been the wrong one.
     *
     * @throws IllegalArgumentException when that is nothing, or more than the resident paid
     */
    public Claim refunded(Fen amount) {
        if (!amount.isPositive() || amount.compareTo(paidBySelf) > 0) {
            throw new IllegalArgumentException("claim " + number + " cannot give back " + amount + " of " + paidBySelf);
        }
        boolean choosesAnew = insurance == Insurance.PENSION && amount.equals(paidBySelf);
        return standing(
                without(amount), due, choosesAnew ? null : tier, paidBySelf.minus(amount), paidByProxy, paidBySponsor);
    }

    /**
     * This claim after {@code amount} of what was paid on behalf went back to its payer, because nothing gave a right to it:
     * the resident owes it now. A tier that was chosen stays chosen.
     *
     * @throws IllegalArgumentException when that is nothing, or more than was paid on behalf
     */
    public Claim returned(Fen amount) {
        if (!amount.isPositive() || amount.compareTo(paidByProxy) > 0) {
            throw new IllegalArgumentException("claim " + number + " cannot return " + amount + " of " + paidByProxy);
        }
        return standing(without(amount), due, tier, paidBySelf, paidByProxy.minus(amount), paidBySponsor);
    }

    private ClaimState without(Fen amount) {
        boolean nothingLeft = paid().equals(amount);
        return ClaimState.LIFE.after(state, nothingLeft ? ClaimState.Step.ALL_REFUNDED : ClaimState.Step.PART_REFUNDED);
    }

    private Claim standing(ClaimState state, Fen due, Fen tier, Fen self, Fen proxy, Fen sponsor) {
        return new Claim(
                number,
                personKey,
                township,
                village,
                insurance,
                feeYear,
                birth,
                sex,
                statuses,
                state,
                due,
                tier,
                self,
                proxy,
                sponsor,
                registered);
    }
}
