package cn.liangxian.world.actor;

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

    /** What the resident should bring instead: for the tier wished where it may be chosen. Empty when nothing can be paid. */
    Optional<Purse> corrected(Purse purse, String client) {
        return corrected(purse, of(purse.resident().idNumber(), client));
    }

    static Optional<Purse> corrected(Purse purse, JsonNode bill) {
        for (JsonNode claim : bill.path("payables")) {
            if (!claim.path("insurance").asText().equals(purse.insurance().name())) continue;
            JsonNode choice = null;
            for (JsonNode tier : claim.path("tiers"))
                if (choice == null || tier.path("tier").asLong() == purse.tierFen()) choice = tier;
            if (choice == null || choice.path("payable").asLong() == 0) return Optional.empty();
            return Optional.of(purse.with(
                    choice.path("tier").asLong(), choice.path("payable").asLong()));
        }
        return Optional.empty();
    }

    /** The key under which the services know the resident; empty when they do not. */
    Optional<String> personKey(String idNumber, String client) {
        return Optional.ofNullable(of(idNumber, client).path("personKey").textValue());
    }

    /** The whole bill, with the key of the person and every claim. */
    JsonNode of(String idNumber, String client) {
        return around.access()
                .ask(Service.COLLECTION, client, "/payables/query", Body.json(Map.of("idNumber", idNumber)))
                .json();
    }
}
