package cn.liangxian.world.actor;

import cn.liangxian.policy.Township;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.population.Resident;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Townships list the registered residents who live elsewhere when payment begins, tell them, and some weeks before the end
 * tell those again who still owe.
 */
public final class Reminders implements Actor {
    private static final int AGAIN_BEFORE_END = 20;
    private static final List<String> MEANS = List.of("PHONE", "SMS", "WECHAT", "RELATIVES");

    private final Surroundings around;
    private final LocalDate first;
    private final LocalDate again;
    private final Map<String, List<Resident>> away = new HashMap<>();

    public Reminders(Surroundings around, List<Resident> residents) {
        this.around = around;
        first = around.nextWorkday(around.county().pay().from());
        again = around.nextWorkday(around.county().pay().to().minusDays(AGAIN_BEFORE_END));
        for (Resident resident : residents)
            if (resident.registeredHere() && !resident.residesHere())
                away.computeIfAbsent(resident.township(), t -> new ArrayList<>())
                        .add(resident);
    }

    @Override
    public void atTheDesk(LocalDate day) {
        if (day.equals(first)) {
            around.crowd().each(around.county().townships(), this::list);
            around.crowd().each(around.county().townships(), township -> tell(township, "TO_TELL"));
        }
        if (day.equals(again)) around.crowd().each(around.county().townships(), township -> tell(township, "TOLD"));
    }

    /** Where nobody is away, the township says so. */
    private void list(Township township) {
        List<Map<String, Object>> rows = away.getOrDefault(township.code(), List.of()).stream()
                .map(resident -> Map.<String, Object>of("idNumber", resident.idNumber(), "whereabouts", "外地务工"))
                .toList();
        post(township, "/absent-residents", "absent-" + township.code(), Map.of("residents", rows));
    }

    private void tell(Township township, String state) {
        JsonNode listed = around.access()
                .get(
                        Service.COLLECTION,
                        around.access().client("township", township.code()),
                        "/absent-residents?state=" + state)
                .orThrow("absent residents of " + township.code())
                .json();
        List<Map<String, Object>> notices = new ArrayList<>();
        for (JsonNode resident : listed) {
            String means = MEANS.get(notices.size() % MEANS.size());
            notices.add(Map.of("personKey", resident.path("personKey").asText(), "means", means));
        }
        post(
                township,
                "/absent-residents/notices",
                "absent-" + state + "-" + township.code(),
                Map.of("notices", notices));
    }

    private void post(Township township, String path, String key, Map<String, Object> body) {
        around.access()
                .post(
                        Service.COLLECTION,
                        around.access().client("township", township.code()),
                        path,
                        key,
                        Body.json(body))
                .orThrow(path + " of " + township.code());
    }
}
