package cn.liangxian.world.actor;

import cn.liangxian.world.access.Answer;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Asks at a counter what a resident owes; the ID number travels in the body, never in the address. */
public final class Bills {
    private final Surroundings around;

    public Bills(Surroundings around) {
        this.around = around;
    }

    /** In fen; 0 when there is nothing to pay or nobody knows the resident. */
    long payable(Purse purse, String client) {
        return ask(purse.resident().idNumber(), purse.insurance().name(), client)
                .map(line -> line.path("payable").asLong())
                .orElse(0L);
    }

    /** The key under which the services know the resident; empty when they do not. */
    Optional<String> personKey(String idNumber, String client) {
        Answer answer = query(idNumber, client);
        return Optional.ofNullable(answer.json().path("personKey").textValue());
    }

    private Optional<JsonNode> ask(String idNumber, String insurance, String client) {
        Answer answer = query(idNumber, client);
        for (JsonNode line : answer.json().path("payables"))
            if (line.path("insurance").asText().equals(insurance)) return Optional.of(line);
        return Optional.empty();
    }

    private Answer query(String idNumber, String client) {
        return around.access()
                .ask(Service.COLLECTION, client, "/payables/query", Body.json(Map.of("idNumber", idNumber)));
    }
}
