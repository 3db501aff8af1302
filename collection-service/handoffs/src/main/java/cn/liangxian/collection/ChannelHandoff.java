package cn.liangxian.collection;

import static cn.liangxian.handoff.Department.CHANNEL;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.handoff.Terms;
import java.time.LocalDate;
import java.util.List;

/** Whether the ways to pay work. Times are local: ISO 8601, to the minute or finer, without a zone. */
public sealed interface ChannelHandoff extends CollectionHandoff {

    /** A channel takes no money since {@code since}; {@code channel} is its code in the policy. An alarm. */
    @Terms(topic = ChannelInterrupted.TOPIC, from = CHANNEL, to = TAX, clauses = "yicheng-2024/七-b", zh = "缴费渠道已中断")
    record ChannelInterrupted(String outageId, String channel, String since, String cause) implements ChannelHandoff {
        public static final String TOPIC = "collection-channel-interrupted-v1";

        @Override
        public String subject() {
            return channel;
        }
    }

    /** The channel takes money again; {@code minutes} it did not. */
    @Terms(topic = ChannelRestored.TOPIC, from = CHANNEL, to = TAX, clauses = "yicheng-2024/七-b", zh = "缴费渠道已恢复")
    record ChannelRestored(String outageId, String channel, String since, String until, int minutes)
            implements ChannelHandoff {
        public static final String TOPIC = "collection-channel-restored-v1";

        @Override
        public String subject() {
            return channel;
        }
    }

    /** How the channels that were open on a date worked on it. */
    @Terms(
            topic = ChannelsSummed.TOPIC,
            from = TAX,
            to = COUNTY_GOVERNMENT,
            clauses = "yicheng-2024/七-b",
            zh = "缴费渠道运行日报")
    record ChannelsSummed(LocalDate date, List<Running> channels) implements ChannelHandoff {
        public static final String TOPIC = "collection-channels-summed-v1";

        /**
         * One channel on the date.
         *
         * @param minutesInterrupted of the day's minutes, overlapping outages counted once
         * @param failures payments that the channel reported as failed
         */
        public record Running(String channel, int minutesInterrupted, int failures) {}

        @Override
        public String subject() {
            return date.toString();
        }
    }
}
