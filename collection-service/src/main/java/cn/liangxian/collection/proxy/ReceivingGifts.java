package cn.liangxian.collection.proxy;

import cn.liangxian.collection.claim.Claims;
import cn.liangxian.collection.day.CollectingDay;
import cn.liangxian.collection.proxy.Gift.Return;
import cn.liangxian.collection.proxy.GiftState.Step;
import cn.liangxian.collection.roster.RosterAccepted;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.messaging.Inbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Schedule;
import cn.liangxian.subsidy.SubsidyHandoff.ProxyPaid;
import cn.liangxian.subsidy.SubsidyHandoff.SponsorshipPaid;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Receives proxy payments and sponsorships: before, with or after the roster, each used once. */
@ApplicationScoped
class ReceivingGifts implements DailyWork {

    private static final int CHUNK = 1000;
    /** How long a claim is waited for, before the money goes back. */
    private static final String WAIT = "on-behalf.claim";

    private final Inbox inbox;
    private final Gifts gifts;
    private final Claims claims;
    private final SettlingGifts settling;
    private final CollectingDay day;
    private final Schedule wait;

    ReceivingGifts(Inbox inbox, Gifts gifts, Claims claims, SettlingGifts settling, CollectingDay day, Policy policy) {
        this.inbox = inbox;
        this.gifts = gifts;
        this.claims = claims;
        this.settling = settling;
        this.day = day;
        this.wait = policy.schedule(WAIT);
    }

    @Incoming(ProxyPaid.TOPIC)
    @Blocking
    void onProxy(ConsumerRecords<String, byte[]> records) {
        inbox.together(
                records,
                ProxyPaid.class,
                batch -> receive(batch.stream().map(Gift::of).toList()));
    }

    @Incoming(SponsorshipPaid.TOPIC)
    @Blocking
    void onSponsorship(ConsumerRecords<String, byte[]> records) {
        inbox.together(
                records,
                SponsorshipPaid.class,
                batch -> receive(batch.stream().map(Gift::ofSponsor).toList()));
    }

    void receive(List<Gift> arrived) {
        claims.noneIsBeingMade();
        gifts.noneLapses();
        // before the first business date here, it counts for the date on which it was paid
        LocalDate today =
                day.joinIfOpened().orElse(arrived.get(arrived.size() - 1).on());
        List<Gift> fresh = gifts.enter(arrived, today, wait.dueAfter(today));
        Set<String> lapsed = gifts.lapsedBefore(fresh);
        Map<Boolean, List<Gift>> byLapse =
                fresh.stream().collect(Collectors.partitioningBy(gift -> gift.isProxyOf(lapsed)));
        settling.giveBack(byLapse.get(true), Step.LAPSED, Return.STATUS_ENDED);
        settling.settle(byLapse.get(false), today);
    }

    /** What waited for the claims of this roster is used now. */
    void settleWaiting(@Observes RosterAccepted accepted) {
        List<Gift> waiting = gifts.waitingFor(accepted.firstClaim(), CHUNK);
        while (!waiting.isEmpty()) {
            LocalDate fallback = waiting.get(0).on();
            settling.settle(waiting, day.joinIfOpened().orElse(fallback));
            waiting = gifts.waitingFor(accepted.firstClaim(), CHUNK);
        }
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        List<Gift> overdue = gifts.overdue(date, CHUNK);
        while (!overdue.isEmpty()) {
            settling.giveBack(overdue, Step.NOT_USABLE, Return.CLAIM_UNKNOWN);
            overdue = gifts.overdue(date, CHUNK);
        }
    }

    @Override
    public boolean windsUp() {
        return true;
    }
}
