package cn.liangxian.world.actor;

import cn.liangxian.policy.Deadline;
import cn.liangxian.world.access.Answer;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Township governments: print and hang up who paid, as tax provided it, and file a picture of it some days later. */
public final class Townships implements Actor {
    private static final int SIDE = 64;
    private static final List<String> WAYS = List.of("NOTICE_BOARD", "WECHAT_GROUP", "BROADCAST");

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
        Answer list = around.access()
                .get(Service.COLLECTION, client, "/payment-rosters/" + id + "/file")
                .orThrow("payment roster of " + township);
        int ways = around.policy()
                .deadline("audit-publication-evidenced")
                .map(Deadline::times)
                .orElse(1);
        for (String way : WAYS.subList(0, ways))
            around.access()
                    .post(
                            Service.AUDIT,
                            client,
                            "/publications/" + id + "/evidence",
                            "evidence-" + id + "-" + way,
                            Body.form(
                                    "evidence.png",
                                    "image/png",
                                    picture(list.body().length, WAYS.indexOf(way)),
                                    "statement",
                                    Map.of("publishedOn", day.toString(), "place", "政务公开栏", "way", way)))
                    .orThrow("publication evidence of " + township);
    }

    /** A picture of a sheet of paper; the longer the list, the darker, with a mark of its own for each way. */
    private static byte[] picture(int length, int way) {
        BufferedImage sheet = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < SIDE * SIDE && i < length; i += 2) sheet.setRGB(i % SIDE, i / SIDE, 0xffffff);
        sheet.setRGB(way, 0, 0x808080);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(sheet, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
