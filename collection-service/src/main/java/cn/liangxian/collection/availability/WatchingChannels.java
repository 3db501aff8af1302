package cn.liangxian.collection.availability;

import cn.liangxian.collection.ChannelHandoff.ChannelInterrupted;
import cn.liangxian.collection.ChannelHandoff.ChannelRestored;
import cn.liangxian.collection.ChannelHandoff.ChannelsSummed;
import cn.liangxian.collection.ChannelHandoff.ChannelsSummed.Running;
import cn.liangxian.collection.payment.PaymentProblem;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/** 区税务局要保障好缴费渠道: an interruption is an alarm, its end is known, and every day is summed when the next one opens. */
@ApplicationScoped
@Clause("yicheng-2024/七-b")
class WatchingChannels implements DailyWork {

    private final Outages outages;
    private final Policy policy;
    private final BusinessDay day;
    private final Outbox outbox;

    WatchingChannels(Outages outages, Policy policy, BusinessDay day, Outbox outbox) {
        this.outages = outages;
        this.policy = policy;
        this.day = day;
        this.outbox = outbox;
    }

    /** In an open transaction. */
    Outage interrupted(String channel, LocalDateTime since, String cause, String by) {
        mustBeKnown(channel);
        mustNotBeAhead(since.toLocalDate(), "since");
        UUID id = Uuid7.next();
        if (!outages.enter(id, channel, since, cause, by)) {
            throw new Problem(AvailabilityProblem.ALREADY_INTERRUPTED, null);
        }
        outbox.handOver(new ChannelInterrupted(id.toString(), channel, since.toString(), cause));
        return outages.lasting(channel).orElseThrow();
    }

    /** In an open transaction. */
    Outage restored(String channel, LocalDateTime at) {
        mustBeKnown(channel);
        mustNotBeAhead(at.toLocalDate(), "at");
        Outage outage =
                outages.lasting(channel).orElseThrow(() -> new Problem(AvailabilityProblem.NOT_INTERRUPTED, null));
        if (at.isBefore(outage.since())) {
            throw new Problem(AvailabilityProblem.ENDS_BEFORE_IT_BEGINS, null)
                    .at(null, "at", new Text("中断始于" + outage.since(), "interrupted since " + outage.since()));
        }
        outages.restored(outage, at);
        int minutes = (int) Duration.between(outage.since(), at).toMinutes();
        outbox.handOver(
                new ChannelRestored(outage.outageId(), channel, outage.since().toString(), at.toString(), minutes));
        return Outage.of(outage.outageId(), channel, outage.since(), at, outage.cause(), policy);
    }

    /** In an open transaction. */
    void failed(String channel, LocalDate on, int failures, String cause) {
        mustBeKnown(channel);
        mustNotBeAhead(on, "on");
        outages.failed(channel, on, failures, cause);
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        LocalDate over = date.minusDays(1);
        List<Running> running = outages.running(over);
        if (!running.isEmpty()) {
            outbox.handOver(new ChannelsSummed(over, running));
        }
    }

    private void mustBeKnown(String channel) {
        if (policy.channel(channel).isEmpty()) {
            throw new Problem(PaymentProblem.CHANNEL_UNKNOWN, Text.value(channel));
        }
    }

    private void mustNotBeAhead(LocalDate date, String field) {
        if (date.isAfter(day.today())) {
            throw new Problem(AvailabilityProblem.AHEAD_OF_TIME, null).at(null, field, Text.today(day.today()));
        }
    }
}
