package cn.liangxian.collection.availability;

import static cn.liangxian.collection.Desk.CHANNEL;
import static cn.liangxian.collection.Desk.TAX;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.ChannelHandoff.ChannelInterrupted;
import cn.liangxian.collection.ChannelHandoff.ChannelRestored;
import cn.liangxian.collection.ChannelHandoff.ChannelsSummed;
import cn.liangxian.collection.ChannelHandoff.ChannelsSummed.Running;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.handoff.Clause;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import cn.liangxian.policy.Policy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
@Clause("yicheng-2024/七-b")
class WatchingChannelsTest {

    @Inject
    County county;

    @Inject
    Policy policy;

    @BeforeEach
    void paymentHasBegun() {
        county.begins("2023-10-22");
    }

    @Test
    void everyStateAndStepOfAnOutageIsInItsTable() {
        assertEquals(EnumSet.allOf(OutageState.class), EnumSet.copyOf(OutageState.LIFE.reachable()));
        assertEquals(EnumSet.allOf(OutageState.Step.class), EnumSet.copyOf(OutageState.LIFE.steps()));
        for (OutageState state : OutageState.values()) {
            assertEquals(OutageState.LIFE.isLast(state), state.waitsOn() == null, state.name());
        }
    }

    @Test
    void anInterruptionIsAnAlarmItsEndIsKnownAndEveryDayIsSummedPerChannel() {
        interrupted("WECHAT", "2023-10-22T23:30").statusCode(201).body("state", equalTo("INTERRUPTED"));
        interrupted("WECHAT", "2023-10-22T23:40").statusCode(409).body("code", equalTo("channel-already-interrupted"));
        ChannelInterrupted alarm = county.handed(ChannelInterrupted.class).get(0);
        assertEquals("WECHAT", alarm.channel());
        CHANNEL.post("/channels/WECHAT/failures", Map.of("on", "2023-10-22", "failures", 7, "cause", "超时"))
                .statusCode(201);
        TAX.get("/channels/availability")
                .body("outages.state", equalTo(List.of("INTERRUPTED")))
                .body("outages[0].waitsOn", equalTo("CHANNEL"))
                .body("outages[0].waitsUntil", equalTo("2023-10-23"))
                .body("outages[0].untilAssumed", equalTo(true))
                .body("channels.find { it.channel == 'WECHAT' }.minutesInterrupted", equalTo(30));
        county.opens("2023-10-23");
        restored("WECHAT", "2023-10-22T23:00")
                .statusCode(422)
                .body("code", equalTo("outage-ends-before-it-begins"))
                .body("errors[0].message", containsString("中断始于2023-10-22T23:"));
        restored("WECHAT", "2023-10-23T00:45")
                .statusCode(201)
                .body("state", equalTo("RESTORED"))
                .body("waitsOn", nullValue())
                .body("waitsUntil", nullValue());
        restored("WECHAT", "2023-10-23T00:50").statusCode(409).body("code", equalTo("channel-not-interrupted"));
        ChannelRestored end = county.handed(ChannelRestored.class).get(0);
        assertEquals(alarm.outageId(), end.outageId());
        assertEquals(75, end.minutes());
        county.opens("2023-10-24");
        assertEquals(new Running("WECHAT", 30, 7), wechatOn("2023-10-22"));
        assertEquals(new Running("WECHAT", 45, 0), wechatOn("2023-10-23"));
        TAX.get("/channels/availability?date=2023-10-24").body("outages.size()", equalTo(0));
    }

    @Test
    void aReportIsAboutAChannelOfThePolicyAndNotAboutADayToCome() {
        interrupted("CARRIER_PIGEON", "2023-10-22T08:00").statusCode(422).body("code", equalTo("channel-unknown"));
        interrupted("ALIPAY", "2023-10-23T00:00").statusCode(422).body("code", equalTo("channel-report-ahead-of-time"));
        new Desk("TOWNSHIP", "370404001")
                .post("/channels/ALIPAY/interruptions", Map.of("since", "2023-10-22T08:00", "cause", "x"))
                .statusCode(403);
    }

    @Test
    void overlappingOutagesCountOnceAndADayHasAtMostAllItsMinutes() {
        LocalDate day = LocalDate.of(2023, 10, 22);
        var first = outage("2023-10-21T12:00", "2023-10-22T01:00");
        var overlapping = outage("2023-10-22T00:30", "2023-10-22T02:00");
        var lasting = outage("2023-10-22T23:00", null);
        assertEquals(180, Outage.minutesOn(day, List.of(first, overlapping, lasting)));
        assertEquals(1440, Outage.minutesOn(day, List.of(outage("2023-10-20T00:00", null), lasting)));
        assertEquals(0, Outage.minutesOn(LocalDate.of(2023, 10, 20), List.of(first)));
    }

    private Outage outage(String since, String until) {
        var end = until == null ? null : java.time.LocalDateTime.parse(until);
        return Outage.of("o", "WECHAT", java.time.LocalDateTime.parse(since), end, "x", policy);
    }

    private Running wechatOn(String day) {
        return county.handed(ChannelsSummed.class).stream()
                .filter(sum -> sum.date().toString().equals(day))
                .flatMap(sum -> sum.channels().stream())
                .filter(running -> running.channel().equals("WECHAT"))
                .findFirst()
                .orElseThrow();
    }

    private static ValidatableResponse interrupted(String channel, String since) {
        return CHANNEL.post("/channels/" + channel + "/interruptions", Map.of("since", since, "cause", "系统升级"));
    }

    private static ValidatableResponse restored(String channel, String at) {
        return CHANNEL.post("/channels/" + channel + "/restorations", Map.of("at", at));
    }
}
