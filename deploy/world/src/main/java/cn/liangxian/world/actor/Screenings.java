package cn.liangxian.world.actor;

import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The agencies decide each doubt on the next workday after a screening: a status that somebody has is right, and of somebody
 * who may be missing on a list the listing department is told.
 */
public final class Screenings implements Actor {
    private static final int PAGE = 2_000;

    private final Surroundings around;
    private final List<JsonNode> screened = new ArrayList<>();

    public Screenings(Surroundings around) {
        this.around = around;
        around.topics().subscribe("enrollment-identities-screened-v1", screened::add);
    }

    @Override
    public void atTheDesk(LocalDate day) {
        if (!around.workday(day) || screened.isEmpty()) return;
        screened.clear();
        String agency =
                around.access().client("medical-insurance", around.county().code());
        List<JsonNode> doubts = open(agency);
        while (!doubts.isEmpty()) {
            around.crowd().each(doubts, doubt -> decide(agency, doubt));
            doubts = open(agency);
        }
    }

    private List<JsonNode> open(String agency) {
        List<JsonNode> doubts = new ArrayList<>();
        around.access()
                .get(Service.ENROLLMENT, agency, "/screenings/doubts?limit=" + PAGE)
                .orThrow("doubts")
                .json()
                .forEach(doubts::add);
        return doubts;
    }

    private void decide(String agency, JsonNode doubt) {
        String id = doubt.path("doubtId").asText();
        Map<String, Object> decision = doubt.path("listed").asBoolean()
                ? Map.of("outcome", "KEPT", "reason", "经核实，身份属实")
                : Map.of("outcome", "PASSED_ON");
        around.access()
                .post(
                        Service.ENROLLMENT,
                        agency,
                        "/screenings/doubts/" + id + "/decision",
                        "doubt-" + id,
                        Body.json(decision))
                .orThrow("decision on doubt " + id);
    }
}
