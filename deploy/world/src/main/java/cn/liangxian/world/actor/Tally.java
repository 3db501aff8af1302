package cn.liangxian.world.actor;

import cn.liangxian.world.access.Topics;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Counts what everybody may see: people for whom something was paid, and how much. */
public final class Tally {
    private final Set<String> people = new HashSet<>();
    private long fen;

    public Tally(Topics topics) {
        topics.subscribe("collection-contribution-paid-v1", this::paid);
    }

    private void paid(JsonNode payment) {
        people.add(payment.path("personKey").asText());
        fen += payment.path("amount").asLong();
    }

    public int people() {
        return people.size();
    }

    public long fen() {
        return fen;
    }
}
