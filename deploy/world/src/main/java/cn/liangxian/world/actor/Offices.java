package cn.liangxian.world.actor;

import static java.util.Map.entry;

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
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/**
 * Offices that do what the register reminds them of, a few days before it is due: surveys, handlers of villages, notices,
 * trainings, sweeps, agreements. In a county whose notice asks for none of it they have nothing to do.
 */
public final class Offices implements Actor {
    private static final int PAGE = 2_000;

    private final Surroundings around;
    private final Map<LocalDate, List<Task>> tasks = new TreeMap<>();
    private final Map<String, Work> works;

    private record Task(JsonNode owed, Work work, int turn) {}

    /** How many days before the due day it is done, one after the other. */
    private record Work(List<Integer> daysBefore, Act act) {}

    /** What is owed, the key of the request, the day. */
    private interface Act {
        void on(JsonNode owed, String key, LocalDate day);
    }

    public Offices(Surroundings around) {
        this.around = around;
        works = Map.ofEntries(
                entry("enrollment-coverage-surveyed", new Work(List.of(24), this::survey)),
                entry("enrollment-roster-part-provided", new Work(List.of(2), this::rosterPart)),
                entry("audit-handlers-published", new Work(List.of(10), this::handlers)),
                entry("audit-notice-posted", new Work(List.of(3), this::notice)),
                entry("audit-training-held", new Work(List.of(200, 130), (o, k, d) -> train(o, k, d, "trainings"))),
                entry("audit-drill-held", new Work(List.of(199, 129), (o, k, d) -> train(o, k, d, "drills"))),
                entry("collection-agreements-urged", new Work(List.of(5), this::urge)),
                entry("collection-agreements-reviewed", new Work(List.of(4), this::review)),
                entry("subsidy-funds-swept", new Work(List.of(4), this::sweep)));
        around.topics().subscribe("audit-deadline-opened-v1", event -> plan(event.path("obligation")));
    }

    private void plan(JsonNode owed) {
        Work work = works.get(owed.path("handoff").asText());
        if (work == null) return;
        for (int turn = 0; turn < work.daysBefore().size(); turn++) {
            LocalDate day = LocalDate.parse(owed.path("due").asText())
                    .minusDays(work.daysBefore().get(turn));
            tasks.computeIfAbsent(around.nextWorkday(day), d -> new ArrayList<>())
                    .add(new Task(owed, work, turn));
        }
    }

    /** What came too late for its day is done on the next working day. */
    @Override
    public void inTheBackOffice(LocalDate day) {
        if (!around.workday(day)) return;
        List<LocalDate> due =
                tasks.keySet().stream().filter(one -> !one.isAfter(day)).toList();
        for (LocalDate one : due)
            around.crowd().each(tasks.remove(one), task -> task.work()
                    .act()
                    .on(task.owed(), task.owed().path("obligationId").asText() + "-" + task.turn(), day));
    }

    private static String township(JsonNode owed) {
        return owed.path("scope").path("township").asText();
    }

    private void survey(JsonNode owed, String key, LocalDate day) {
        String client = around.access().client("township", township(owed));
        for (JsonNode village : villages(client))
            post(
                    Service.ENROLLMENT,
                    client,
                    "/coverage-survey/villages",
                    key + village.path("village").asText(),
                    Map.of(
                            "village",
                            village.path("village").asText(),
                            "heads",
                            village.path("residents").asInt(),
                            "found",
                            List.of()));
        post(Service.ENROLLMENT, client, "/coverage-survey/completion", key, Map.of());
    }

    private JsonNode villages(String client) {
        return around.access()
                .get(Service.ENROLLMENT, client, "/coverage-survey/villages")
                .orThrow("villages of " + client)
                .json();
    }

    private void rosterPart(JsonNode owed, String key, LocalDate day) {
        post(
                Service.ENROLLMENT,
                around.access().client("township", township(owed)),
                "/coverage-survey/roster-part",
                key,
                Map.of("signedBy", "乡（镇）长", "sealed", true));
    }

    private void handlers(JsonNode owed, String key, LocalDate day) {
        String client = around.access().client("township", township(owed));
        List<Map<String, String>> handlers = new ArrayList<>();
        for (JsonNode village : villages(client)) {
            String code = village.path("village").asText();
            handlers.add(Map.of(
                    "village", code,
                    "person", "经办" + code.substring(9),
                    "post", "社保协理员",
                    "contact", "0998-0000000",
                    "matters", "参保登记、缴费辅导",
                    "place", "村务公开栏"));
        }
        post(
                Service.AUDIT,
                client,
                "/duties/handlers",
                key,
                Map.of("publishedOn", day.toString(), "handlers", handlers));
    }

    private void notice(JsonNode owed, String key, LocalDate day) {
        String department = owed.path("owner").asText().toLowerCase(Locale.ROOT).replace('_', '-');
        around.access()
                .post(
                        Service.AUDIT,
                        around.access().client(department, around.county().code()),
                        "/occasions/notices",
                        key,
                        Body.form(
                                "notice.png",
                                "image/png",
                                picture(),
                                "statement",
                                Map.of("hall", "服务大厅", "postedOn", day.toString())))
                .orThrow("notice of " + department);
    }

    private void train(JsonNode owed, String key, LocalDate day, String kind) {
        post(
                Service.AUDIT,
                around.access().client("tax", around.county().code()),
                "/occasions/" + kind,
                key,
                Map.of(
                        "heldOn",
                        day.toString(),
                        "departments",
                        List.of("TAX", "SOCIAL_INSURANCE", "MEDICAL_INSURANCE"),
                        "attendances",
                        List.of(Map.of("township", township(owed), "specialists", 1, "helpers", 6))));
    }

    /** Everybody who has no agreement yet, page by page; at last also where nobody is left. */
    private void urge(JsonNode owed, String key, LocalDate day) {
        String client = around.access().client("township", township(owed));
        String after = "";
        List<String> people;
        do {
            people = new ArrayList<>();
            String path = "/agreements/missing?township=%s&limit=%d&after=%s".formatted(township(owed), PAGE, after);
            for (JsonNode one : around.access()
                    .get(Service.COLLECTION, client, path)
                    .orThrow("who has no agreement in " + client)
                    .json()) people.add(one.path("personKey").asText());
            post(
                    Service.COLLECTION,
                    client,
                    "/agreements/urgings",
                    key + "-" + after,
                    Map.of("township", township(owed), "person", "专干" + township(owed), "people", people));
            after = people.isEmpty() ? after : people.get(people.size() - 1);
        } while (people.size() == PAGE);
    }

    private void review(JsonNode owed, String key, LocalDate day) {
        String client = around.access().client("township", township(owed));
        post(Service.COLLECTION, client, "/agreements/reviews", key, Map.of("township", township(owed)));
    }

    private void sweep(JsonNode owed, String key, LocalDate day) {
        String month = owed.path("scope").path("month").asText();
        String insurance = owed.path("scope").path("insurance").asText();
        String finance = around.access().client("finance", around.county().code());
        Answer positions = around.access()
                .get(Service.SUBSIDY, finance, "/sweeps?month=" + month)
                .orThrow("what is to be swept");
        for (JsonNode position : positions.json()) {
            if (!position.path("insurance").asText().equals(insurance)) continue;
            String money = position.path("money").asText();
            post(
                    Service.SUBSIDY,
                    finance,
                    "/sweeps",
                    key + money,
                    Map.of(
                            "month",
                            month,
                            "insurance",
                            insurance,
                            "money",
                            money,
                            "amount",
                            Math.max(0, position.path("left").asLong()),
                            "account",
                            "财政专户-" + insurance + "-" + money));
        }
    }

    private void post(Service service, String client, String path, String key, Object body) {
        around.access()
                .post(service, client, path, "office-" + key, Body.json(body))
                .orThrow(path + " by " + client);
    }

    private static byte[] picture() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
