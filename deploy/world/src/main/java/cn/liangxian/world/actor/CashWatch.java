package cn.liangxian.world.actor;

import cn.liangxian.world.access.Answer;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.population.Chance;
import cn.liangxian.world.population.Resident;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who watches the cash where a notice asks for it: departments make public where complaints go, discipline inspects every
 * township twice a year, townships check what the screens push to them, and of that the risk group looks at a sample.
 */
public final class CashWatch implements Actor {
    private static final String CONTACT = "audit-complaint-contact-published";
    private static final String INSPECTIONS = "audit-inspections-completed";
    private static final int CORRECTED_PERCENT = 20;
    private static final int VIOLATION_PERCENT = 25;
    /** Until the public number after a sealing is there. */
    private static final int SEED_DAYS = 2;

    private final Surroundings around;
    private final Map<String, SortedSet<String>> villages = new TreeMap<>();
    private final List<JsonNode> contacts = new ArrayList<>();
    private final Map<LocalDate, List<String>> inspections = new TreeMap<>();
    private final List<JsonNode> inspectionsOwed = new ArrayList<>();
    private final Map<LocalDate, List<JsonNode>> checks = new TreeMap<>();
    private final List<JsonNode> pushed = new ArrayList<>();
    private final Map<LocalDate, List<JsonNode>> draws = new TreeMap<>();
    private final List<JsonNode> sealed = new ArrayList<>();
    private final List<JsonNode> drawn = new ArrayList<>();
    private final List<JsonNode> referred = new ArrayList<>();

    public CashWatch(Surroundings around, List<Resident> residents) {
        this.around = around;
        for (Resident resident : residents)
            villages.computeIfAbsent(resident.township(), t -> new TreeSet<>()).add(resident.village());
        around.topics().subscribe("audit-deadline-opened-v1", e -> {
            JsonNode owed = e.path("obligation");
            if (owed.path("handoff").asText().equals(CONTACT)) contacts.add(owed);
            if (owed.path("handoff").asText().equals(INSPECTIONS)) inspectionsOwed.add(owed);
        });
        around.topics().subscribe("audit-cash-suspects-pushed-v1", pushed::add);
        around.topics().subscribe("audit-sample-population-sealed-v1", sealed::add);
        around.topics().subscribe("audit-sample-drawn-v1", this::takeNote);
        around.topics().subscribe("audit-violation-referred-v1", referred::add);
    }

    @Override
    public void inTheBackOffice(LocalDate day) {
        inspectionsOwed.forEach(owed -> plan(owed, day));
        pushed.forEach(push -> checks.computeIfAbsent(
                        around.nextWorkday(
                                day.plusDays(die(push.path("pushId").asText()).between(2, 9))),
                        d -> new ArrayList<>())
                .add(push));
        sealed.forEach(
                population -> draws.computeIfAbsent(around.nextWorkday(day.plusDays(SEED_DAYS)), d -> new ArrayList<>())
                        .add(population));
        inspectionsOwed.clear();
        pushed.clear();
        sealed.clear();
        if (!around.workday(day)) return;
        around.crowd().each(take(contacts), this::publish);
        around.crowd().each(due(inspections, day), township -> inspect(township, day));
        around.crowd().each(due(checks, day), this::check);
        take(referred).forEach(this::decide);
        take(drawn).forEach(this::lookAt);
        due(draws, day).forEach(population -> draw(population, day));
    }

    private void plan(JsonNode owed, LocalDate day) {
        String township = owed.path("area").asText();
        for (int month : List.of(4, 11)) {
            LocalDate around15 = LocalDate.of(day.getYear(), month, 1)
                    .plusDays(die(township).of(month).below(20));
            inspections
                    .computeIfAbsent(around.nextWorkday(around15), d -> new ArrayList<>())
                    .add(township);
        }
    }

    private void publish(JsonNode owed) {
        String client = owed.path("owner").asText().toLowerCase(Locale.ROOT).replace('_', '-');
        post(
                around.access().client(client, around.county().code()),
                "/complaints/contacts",
                "contact-" + client,
                Map.of("mailbox", "政务大厅一楼举报信箱", "email", client + "@example.invalid", "phone", "0000-0000000"));
    }

    private void inspect(String township, LocalDate day) {
        post(
                around.access().client("discipline", township),
                "/inspections",
                "inspection-" + township + "-" + day,
                Map.of(
                        "township",
                        township,
                        "villages",
                        villages.get(township).stream().limit(3).toList(),
                        "departments",
                        List.of("DISCIPLINE", "TAX", "FINANCE"),
                        "found",
                        List.of()));
    }

    private void check(JsonNode push) {
        String id = push.path("pushId").asText();
        Map<String, String> results = new LinkedHashMap<>();
        for (JsonNode suspect : push.path("suspects")) {
            String suspectId = suspect.path("suspectId").asText();
            results.put(suspectId, die(suspectId).happens(CORRECTED_PERCENT / 100.0) ? "CORRECTED" : "IN_ORDER");
        }
        String township = push.path("township").asText();
        post(
                around.access().client("township", township),
                "/cash-risk/pushes/" + id + "/self-check",
                "self-check-" + id,
                Map.of("results", results, "report", ("%PDF-1.7 " + id).getBytes(StandardCharsets.UTF_8)));
    }

    /** Somebody may have been first, at a desk. */
    private void takeNote(JsonNode sample) {
        drawn.add(sample);
        draws.values()
                .forEach(waiting -> waiting.removeIf(
                        population -> population.path("sampleId").equals(sample.path("sampleId"))));
    }

    private void draw(JsonNode population, LocalDate day) {
        String id = population.path("sampleId").asText();
        post(
                around.access().client("discipline", around.county().code()),
                "/samples/" + id + "/draw",
                "draw-" + id,
                Map.of("seed", "published on " + day));
    }

    private void lookAt(JsonNode sample) {
        String id = sample.path("sampleId").asText();
        for (JsonNode suspect : sample.path("drawn")) {
            boolean violation = die(suspect.asText()).of("looked at").happens(VIOLATION_PERCENT / 100.0);
            post(
                    around.access().client("discipline", around.county().code()),
                    "/samples/" + id + "/checks",
                    "look-" + suspect.asText(),
                    Map.of("suspectId", suspect.asText(), "outcome", violation ? "VIOLATION" : "IN_ORDER"));
        }
    }

    private void decide(JsonNode violation) {
        String id = violation.path("violationId").asText();
        post("discipline-second", "/violations/" + id + "/decision", "decision-" + id, Map.of("handling", "REMINDED"));
    }

    private Answer post(String client, String path, String key, Map<String, Object> body) {
        return around.access()
                .post(Service.AUDIT, client, path, key, Body.json(body))
                .orThrow(path);
    }

    private Chance die(String of) {
        return around.chance().of("cash watch").of(of);
    }

    private static <T> List<T> due(Map<LocalDate, List<T>> days, LocalDate day) {
        List<T> due = days.remove(day);
        return due == null ? List.of() : due;
    }

    private static <T> List<T> take(List<T> waiting) {
        List<T> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }
}
