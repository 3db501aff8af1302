package cn.liangxian.world.actor;

import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tax pays back what was paid for nothing owed, five days after it came. */
public final class Refunds implements Actor {
    private static final int AFTER_DAYS = 5;

    private final Surroundings around;
    private final List<JsonNode> surpluses = new ArrayList<>();

    public Refunds(Surroundings around) {
        this.around = around;
        around.topics().subscribe("collection-contribution-surplus-v1", surpluses::add);
    }

    @Override
    public void atTheDesk(LocalDate day) {
        if (!around.workday(day)) return;
        List<JsonNode> due = surpluses.stream()
                .filter(s -> !LocalDate.parse(s.path("paidOn").asText())
                        .plusDays(AFTER_DAYS)
                        .isAfter(day))
                .toList();
        around.crowd().each(due, this::refund);
        surpluses.removeAll(due);
    }

    private void refund(JsonNode surplus) {
        String payment = surplus.path("paymentId").asText();
        around.access()
                .post(
                        Service.COLLECTION,
                        around.access().client("tax", around.county().code()),
                        "/refunds/" + payment,
                        "refund-" + payment,
                        Body.json(
                                Map.of("voucher", "T-" + surplus.path("voucher").asText())))
                .orThrow("refund of a surplus");
    }
}
