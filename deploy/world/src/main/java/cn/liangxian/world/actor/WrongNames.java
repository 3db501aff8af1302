package cn.liangxian.world.actor;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.world.Misdeed.Kind;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.population.Resident;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Public security slips: between the first rosters of the two insurances its household data name a few residents otherwise, so
 * that tax cannot link their two lines. The agency that is told asks public security, which puts the name right; the agency
 * closes the anomaly. Each of them does its step on a working day of its own, unless somebody at a desk has done it.
 */
public final class WrongNames implements Actor {
    private static final String ANOMALIES = "/link-anomalies";
    private static final List<String> AGENCIES = List.of("medical-insurance", "social-insurance");

    private final Surroundings around;
    private final Bills bills;
    private final List<Resident> residents;
    /** Null until the rosters are delivered. */
    private List<Resident> misnamed;
    /** By person key. */
    private final Map<String, Resident> known = new HashMap<>();

    private final Set<String> raised = new HashSet<>();

    public WrongNames(Surroundings around, Bills bills, List<Resident> residents) {
        this.around = around;
        this.bills = bills;
        this.residents = residents;
        around.topics()
                .subscribe(
                        "collection-anomaly-raised-v1",
                        e -> raised.add(e.path("anomalyId").asText()));
        around.topics()
                .subscribe(
                        "collection-anomaly-closed-v1",
                        e -> raised.remove(e.path("anomalyId").asText()));
    }

    /** After the medical roster; only before the first one of the pension can both be told apart. */
    void betweenTheRosters(LocalDate day) {
        if (misnamed != null) return;
        misnamed = chosen(around, residents, day);
        misnamed.forEach(resident -> tell(resident, wrong(resident.name()), "wrong"));
    }

    void afterTheRosters(LocalDate day) {
        for (Resident resident : misnamed) {
            String key = bills.personKey(resident.idNumber(), "channel")
                    .orElseThrow(() -> new IllegalStateException("resident " + resident.number() + " is on no roster"));
            if (known.put(key, resident) == null)
                around.misdeeds().did(Kind.MISNAMED, day, Insurance.PENSION + "/" + key, 0, true);
        }
    }

    /** Whoever stands on both rosters and on no list, whose rows would not fit the other name. */
    static List<Resident> chosen(Surroundings around, List<Resident> residents, LocalDate day) {
        if (around.misbehaviour().misnamed() == 0) return List.of();
        return residents.stream()
                .filter(r -> r.registersOn() == null && r.groups().isEmpty())
                .filter(r -> around.policy().insurances().stream().allMatch(insurance -> around.policy()
                        .eligible(insurance, r.facts(List.of()), day)
                        .eligible()))
                .sorted(Comparator.comparingDouble(
                        r -> around.chance().of("misnamed").of(r.number()).share()))
                .limit(around.misbehaviour().misnamed())
                .toList();
    }

    /** Sounds the same, is written otherwise. */
    static String wrong(String name) {
        String before = name.substring(0, name.length() - 1);
        return before + (name.endsWith("铭") ? "明" : "铭");
    }

    @Override
    public void atTheDesk(LocalDate day) {
        if (raised.isEmpty() || !around.workday(day)) return;
        for (String agency : AGENCIES)
            for (JsonNode anomaly : differing(agency, "?state=CONFIRMED&kind=IDENTITY_DIFFERS"))
                step(agency, anomaly, "closing", Map.of("finding", "已按公安答复更正"));
        for (JsonNode anomaly : differing("public-security", "/forwarded")) {
            Resident resident = known.get(anomaly.path("personKey").asText());
            if (resident != null) tell(resident, resident.name(), "right");
            step("public-security", anomaly, "confirmation", Map.of("confirmation", "户籍登记姓名有误，已更正"));
        }
        for (String agency : AGENCIES)
            for (JsonNode anomaly : differing(agency, "?state=OPEN&kind=IDENTITY_DIFFERS"))
                step(agency, anomaly, "forwarding", Map.of("department", "PUBLIC_SECURITY"));
    }

    private JsonNode differing(String department, String which) {
        return around.access()
                .get(Service.COLLECTION, client(department), ANOMALIES + which)
                .orThrow(ANOMALIES)
                .json();
    }

    private void step(String department, JsonNode anomaly, String step, Map<String, Object> body) {
        String id = anomaly.path("anomalyId").asText();
        around.access()
                .post(
                        Service.COLLECTION,
                        client(department),
                        ANOMALIES + "/" + id + "/" + step,
                        "anomaly-" + step + "-" + id,
                        Body.json(body))
                .orThrow(step + " of an anomaly");
    }

    private void tell(Resident resident, String name, String which) {
        String rows = HouseholdRow.HEADER + HouseholdRow.of(resident, name);
        around.access()
                .post(
                        Service.ENROLLMENT,
                        around.access().client("public-security", resident.township()),
                        "/households?area=" + resident.township(),
                        which + "-name-" + resident.number(),
                        Body.text("text/csv", rows, Map.of("X-Declared-Count", "1")))
                .orThrow(which + " name of resident " + resident.number());
    }

    private String client(String department) {
        return around.access().client(department, around.county().code());
    }
}
