package cn.liangxian.collection.proxy;

import cn.liangxian.collection.CollectionHandoff.RefundListed;
import cn.liangxian.collection.RefundHandoff.EntitlementToCorrect;
import cn.liangxian.collection.claim.Claim;
import cn.liangxian.collection.claim.Claims;
import cn.liangxian.collection.day.CollectingDay;
import cn.liangxian.collection.proxy.Gift.Return;
import cn.liangxian.collection.proxy.GiftState.Step;
import cn.liangxian.collection.proxy.Gifts.Fate;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.Inbox;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.messaging.Received;
import cn.liangxian.subsidy.SubsidyHandoff.ProxyLapsed;
import cn.liangxian.subsidy.SubsidyHandoff.Purpose;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Jdbi;

/**
 * Gives finance back what it paid for somebody whose status had ended before. What had been used for the claim is taken off
 * it and leaves the treasury again as a refund: the claim is open, and the resident owes what the policy now leaves to him.
 */
@ApplicationScoped
@Clause({"yicheng-2024/四(三)3a", "yicheng-2024/四(一)养老-6", "yicheng-2024/四(一)医疗-3"})
class LapsingGifts {

    private final Inbox inbox;
    private final Jdbi jdbi;
    private final Gifts gifts;
    private final SettlingGifts settling;
    private final Claims claims;
    private final CollectingDay day;
    private final Outbox outbox;

    LapsingGifts(
            Inbox inbox,
            Jdbi jdbi,
            Gifts gifts,
            SettlingGifts settling,
            Claims claims,
            CollectingDay day,
            Outbox outbox) {
        this.inbox = inbox;
        this.jdbi = jdbi;
        this.gifts = gifts;
        this.settling = settling;
        this.claims = claims;
        this.day = day;
        this.outbox = outbox;
    }

    @Incoming(ProxyLapsed.TOPIC)
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.each(records, ProxyLapsed.class, this::lapse);
    }

    /** A subsidy concerns no claim, and what was never paid needs no way back. */
    void lapse(Received<ProxyLapsed> received) {
        ProxyLapsed lapsed = received.handoff();
        if (lapsed.purpose() != Purpose.PROXY || !lapsed.paid()) {
            return;
        }
        gifts.noneArrives();
        LocalDate today = day.joinIfOpened().orElse(lapsed.on());
        gifts.lockProxy(lapsed.lineId())
                .ifPresentOrElse(gift -> lapse(gift, today), () -> gifts.lapses(lapsed.lineId(), today));
    }

    private void lapse(Fate at, LocalDate today) {
        switch (at.state()) {
            case WAITING_FOR_CLAIM -> settling.giveBack(List.of(at.gift()), Step.LAPSED, Return.STATUS_ENDED);
            case SETTLED -> takeBack(at, today);
            case RETURNED -> {
                // nothing of it is here any more
            }
        }
    }

    private record Used(UUID paymentId, long claimNumber) {}

    private void takeBack(Fate at, LocalDate today) {
        Gift gift = at.gift();
        Fen back = at.settled();
        Used used = used(gift.reference());
        Claim claim = claims.lockByNumber(used.claimNumber()).returned(back);
        claims.keep(List.of(claim));
        String refundId = Uuid7.next().toString();
        enter(refundId, used.paymentId(), gift, back, today);
        GiftState next = GiftState.LIFE.after(at.state(), Step.LAPSED);
        gifts.decided(List.of(new Fate(gift, next, Fen.ZERO, gift.amount(), Return.STATUS_ENDED)));
        outbox.handOver(new RefundListed(
                refundId,
                used.paymentId().toString(),
                gift.personKey(),
                gift.insurance(),
                back,
                Return.STATUS_ENDED.name(),
                gift.payer().name(),
                refundId,
                today,
                null,
                gift.feeYear(),
                claim.paid()));
        outbox.handOver(gift.returned(back, Return.STATUS_ENDED));
        outbox.handOver(new EntitlementToCorrect(
                refundId, gift.personKey(), gift.insurance(), gift.feeYear(), claim.paid(), today));
    }

    private Used used(String reference) {
        return jdbi.withHandle(
                h -> h.createQuery("select payment_id, claim_no from payment where channel = 'PROXY' and voucher = ?")
                        .bind(0, reference)
                        .map((row, context) -> new Used(row.getObject(1, UUID.class), row.getLong(2)))
                        .one());
    }

    private void enter(String refundId, UUID paymentId, Gift gift, Fen back, LocalDate today) {
        jdbi.useHandle(h -> h.execute(
                """
                insert into refund (refund_id, payment_id, insurance, amount, channel, voucher, reason, made_on)
                values (?::uuid, ?, ?, ?, ?, ?, ?, ?)""",
                refundId,
                paymentId,
                gift.insurance().name(),
                back.amount(),
                gift.payer().name(),
                refundId,
                Return.STATUS_ENDED.name(),
                today));
    }
}
