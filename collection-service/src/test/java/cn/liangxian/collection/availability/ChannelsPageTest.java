package cn.liangxian.collection.availability;

import static cn.liangxian.collection.Desk.CHANNEL;
import static cn.liangxian.collection.Desk.TAX;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.ChannelHandoff.ChannelInterrupted;
import cn.liangxian.collection.ChannelHandoff.ChannelRestored;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tax enters at its desk that a channel takes no money, and that it does again. */
@QuarkusTest
@Clause("yicheng-2024/七-b")
class ChannelsPageTest {

    private static final Desk GOVERNMENT = new Desk("COUNTY_GOVERNMENT", "370404");

    @Inject
    County county;

    @BeforeEach
    void paymentHasBegun() {
        county.begins("2023-10-22");
    }

    @Test
    void taxEntersAnInterruptionAndItsEndAndThePageSaysByWhenItIsWanted() {
        page(TAX).body(containsString("没有渠道中断"));
        sent(TAX, "interrupted", Map.of("channel", "WECHAT", "since", "2023-10-22T08:30", "cause", "line cut"))
                .statusCode(303);
        page(TAX)
                .body(containsString("2023-10-22 08:30"), containsString("line cut"), containsString("2023-10-23"))
                .body(containsString("/desk/channels/restored"));
        page(GOVERNMENT).body(containsString("line cut"), not(containsString("/desk/channels/restored")));
        sent(TAX, "restored", Map.of("channel", "WECHAT", "at", "2023-10-22T09:45"))
                .statusCode(303);
        page(TAX).body(containsString("2023-10-22 09:45"), not(containsString("/desk/channels/restored")));
        ChannelInterrupted began = county.handed(ChannelInterrupted.class).get(0);
        ChannelRestored ended = county.handed(ChannelRestored.class).get(0);
        assertEquals(began.outageId(), ended.outageId());
        assertEquals(75, ended.minutes());
        CHANNEL.get("/desk/channels").statusCode(403);
        new Desk("TAX", "370404001").get("/desk/channels").statusCode(404);
        TAX.request()
                .cookie("language", "en")
                .get("/desk/channels")
                .then()
                .body(containsString("Enter an interruption"), not(containsString("中断")));
    }

    @Test
    void whatIsWrongIsRefusedAndTheFieldIsNamed() {
        sent(TAX, "interrupted", Map.of()).statusCode(400).body(containsString("渠道：必填"));
        sent(TAX, "interrupted", Map.of("channel", "WECHAT", "since", "", "cause", "x"))
                .statusCode(400)
                .body(containsString("中断时间：必填"));
        sent(TAX, "interrupted", Map.of("channel", "WECHAT", "since", "noon", "cause", "x"))
                .statusCode(400)
                .body(containsString("中断时间：时间格式不正确：noon"));
        sent(TAX, "interrupted", Map.of("channel", "WECHAT", "since", "2023-10-22T08:30", "cause", " "))
                .statusCode(400)
                .body(containsString("原因：必填"));
        sent(TAX, "interrupted", Map.of("channel", "WECHAT", "since", "2023-10-23T00:00", "cause", "x"))
                .statusCode(422)
                .body(containsString("中断时间："));
        sent(TAX, "restored", Map.of("channel", "WECHAT", "at", "2023-10-22T08:30"))
                .statusCode(409)
                .body(containsString("该渠道未报中断"));
        sent(TAX, "interrupted", Map.of("channel", "WECHAT", "since", "2023-10-22T08:30", "cause", "x"))
                .statusCode(303);
        sent(TAX, "restored", Map.of("channel", "WECHAT", "at", "2023-10-22T08:29"))
                .statusCode(422)
                .body(containsString("恢复时间：中断始于2023-10-22T08:30"));
        sent(GOVERNMENT, "restored", Map.of("channel", "WECHAT", "at", "2023-10-22T09:00"))
                .statusCode(403);
        sent(CHANNEL, "restored", Map.of("channel", "WECHAT", "at", "2023-10-22T09:00"))
                .statusCode(403);
        sent(new Desk("TAX", "370404001"), "restored", Map.of("channel", "WECHAT", "at", "2023-10-22T09:00"))
                .statusCode(404);
        assertEquals(List.of(), county.handed(ChannelRestored.class));
    }

    private static ValidatableResponse page(Desk desk) {
        return desk.get("/desk/channels").statusCode(200);
    }

    private static ValidatableResponse sent(Desk desk, String what, Map<String, String> fields) {
        return desk.request()
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .formParam("key", Uuid7.next().toString())
                .post("/desk/channels/" + what)
                .then();
    }
}
