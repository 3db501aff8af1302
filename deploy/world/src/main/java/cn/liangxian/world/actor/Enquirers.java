package cn.liangxian.world.actor;

import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody asks at each township how to pay, in the third week of the campaign; whoever was asked answers the next working day. */
public final class Enquirers implements Actor {
    private static final String HANDOFF = "audit-enquiry-answered";
    private static final int ASKED_AFTER = 14;

    private final Surroundings around;
    private final LocalDate askedOn;
    private final LocalDate answeredOn;
    private final List<Asked> asked = new ArrayList<>();

    private record Asked(String client, String enquiry) {}

    public Enquirers(Surroundings around) {
        this.around = around;
        askedOn = around.nextWorkday(around.county().pay().from().plusDays(ASKED_AFTER));
        answeredOn = around.nextWorkday(askedOn.plusDays(1));
    }

    @Override
    public void atTheDesk(LocalDate day) {
        if (around.policy().deadline(HANDOFF).isEmpty()) return;
        if (day.equals(askedOn)) {
            around.county().townships().forEach(township -> ask(township.code()));
        }
        if (day.equals(answeredOn)) around.crowd().each(asked, this::answer);
    }

    private void ask(String township) {
        String client = around.access().client("township", township);
        asked.add(new Asked(
                client,
                around.access()
                        .post(
                                Service.AUDIT,
                                client,
                                "/enquiries",
                                "enquiry-" + township,
                                Body.json(Map.of("matter", "PAYMENT")))
                        .orThrow("enquiry at " + client)
                        .json()
                        .path("enquiryId")
                        .asText()));
    }

    private void answer(Asked one) {
        around.access()
                .post(
                        Service.AUDIT,
                        one.client(),
                        "/enquiries/" + one.enquiry() + "/answer",
                        "answer-" + one.enquiry(),
                        Body.json(Map.of()))
                .orThrow("answer by " + one.client());
    }
}
