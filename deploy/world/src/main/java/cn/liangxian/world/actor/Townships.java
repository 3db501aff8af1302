package cn.liangxian.world.actor;

import cn.liangxian.world.access.Answer;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Township governments: publish who paid, as tax ordered, and file evidence of it some days later. */
public final class Townships implements Actor {
    private final Surroundings around;
    private final List<JsonNode> orders = new ArrayList<>();

    public Townships(Surroundings around) {
        this.around = around;
        around.topics().subscribe("audit-publication-ordered-v1", orders::add);
    }

    @Override
    public void atTheDesk(LocalDate day) {
        if (!around.workday(day)) return;
        List<JsonNode> due =
                orders.stream().filter(o -> !day.isBefore(filesOn(o))).toList();
        around.crowd().each(due, order -> publish(order, day));
        orders.removeAll(due);
    }

    private LocalDate filesOn(JsonNode order) {
        int wait = around.chance()
                .of("publication")
                .of(order.path("township").asText())
                .between(4, 15);
        return LocalDate.parse(order.path("from").asText()).plusDays(wait);
    }

    private void publish(JsonNode order, LocalDate day) {
        String id = order.path("publicationId").asText();
        String township = order.path("township").asText();
        String client = around.access().client("township", township);
        Answer file = around.access()
                .get(Service.AUDIT, client, "/publications/" + id + "/file")
                .orThrow("publication file of " + township);
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("publishedOn", day.toString());
        evidence.put("evidenceDigest", sha256(file.body()));
        around.access()
                .post(Service.AUDIT, client, "/publications/" + id + "/evidence", "evidence-" + id, Body.json(evidence))
                .orThrow("publication evidence of " + township);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
