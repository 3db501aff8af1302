package cn.liangxian.collection.proxy;

import cn.liangxian.collection.claim.Claim;
import cn.liangxian.collection.claim.Claims;
import cn.liangxian.collection.payment.Ground;
import cn.liangxian.collection.payment.Payment;
import cn.liangxian.collection.payment.Payment.Origin;
import cn.liangxian.collection.payment.Payment.Outcome;
import cn.liangxian.collection.payment.Payments;
import cn.liangxian.collection.proxy.Gift.Return;
import cn.liangxian.collection.proxy.GiftState.Step;
import cn.liangxian.collection.proxy.Gifts.Fate;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.messaging.Outbox.Following;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Uses money paid on behalf for the claims it was paid for. What is more than unpaid goes back to its payer, and all of it
 * when the agency has cancelled the registration; a gift whose
 * claim is not known stays waiting.
 */
@ApplicationScoped
class SettlingGifts {

    private final Gifts gifts;
    private final Claims claims;
    private final Payments payments;
    private final Policy policy;
    private final Outbox outbox;

    SettlingGifts(Gifts gifts, Claims claims, Payments payments, Policy policy, Outbox outbox) {
        this.gifts = gifts;
        this.claims = claims;
        this.payments = payments;
        this.policy = policy;
        this.outbox = outbox;
    }

    private record Key(String personKey, Insurance insurance, int feeYear) {}

    void settle(List<Gift> waiting, LocalDate today) {
        if (waiting.isEmpty()) {
            return;
        }
        Map<Key, Claim> standing = new HashMap<>();
        for (Claim claim :
                claims.lockByPersons(waiting.stream().map(Gift::personKey).collect(Collectors.toSet()))) {
            standing.put(new Key(claim.personKey(), claim.insurance(), claim.feeYear()), claim);
        }
        List<Fate> fates = new ArrayList<>();
        List<Payment> paid = new ArrayList<>();
        List<Following> handoffs = new ArrayList<>();
        for (Gift gift : waiting) {
            Key key = new Key(gift.personKey(), gift.insurance(), gift.feeYear());
            Claim claim = standing.get(key);
            if (claim == null) {
                continue;
            }
            Fen owed = claim.registered() ? claim.unpaid() : Fen.ZERO;
            Fen used = owed.compareTo(gift.amount()) < 0 ? owed : gift.amount();
            Fen back = gift.amount().minus(used);
            if (used.isPositive()) {
                Payment payment = payment(gift, claim, used, today);
                standing.put(key, payment.claim());
                paid.add(payment);
                handoffs.add(new Following(payment.handoff(), gift.cause()));
            }
            Return reason = back.isZero() ? null : reason(claim, used);
            if (reason != null) {
                handoffs.add(new Following(gift.returned(back, reason), gift.cause()));
            }
            fates.add(new Fate(gift, next(used.isZero() ? Step.NOT_USABLE : Step.USED), used, back, reason));
        }
        if (!payments.enterUntold(paid)) {
            throw new IllegalStateException("a reference was paid before; it must be known as a gift then");
        }
        gifts.decided(fates);
        outbox.handOverFollowing(handoffs);
    }

    private static Return reason(Claim claim, Fen used) {
        if (!claim.registered()) {
            return Return.REGISTRATION_CANCELLED;
        }
        return used.isZero() ? Return.ALREADY_SETTLED : Return.EXCEEDS_DUE;
    }

    /** Gives back what waited for a claim in vain, or lapsed before it could be used. */
    void giveBack(List<Gift> unused, Step because, Return reason) {
        gifts.decided(unused.stream()
                .map(gift -> new Fate(gift, next(because), Fen.ZERO, gift.amount(), reason))
                .toList());
        outbox.handOverFollowing(unused.stream()
                .map(gift -> new Following(gift.returned(gift.amount(), reason), gift.cause()))
                .toList());
    }

    private static GiftState next(Step step) {
        return GiftState.LIFE.after(GiftState.WAITING_FOR_CLAIM, step);
    }

    /** The resident has not chosen a tier by being paid for: the amount due stays that of the roster. */
    private Payment payment(Gift gift, Claim claim, Fen used, LocalDate today) {
        return new Payment(
                Uuid7.next(),
                claim.paidBy(gift.payer(), used),
                Outcome.PAID,
                used,
                gift.payer(),
                gift.funder(),
                new Origin(gift.payer().name(), gift.reference()),
                today,
                null,
                null,
                null,
                Ground.of(claim, gift.payer(), gift.clause(), policy.version(), today));
    }
}
