package cn.liangxian.world.actor;

import cn.liangxian.policy.Township;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.population.Resident;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Townships register one agent for each village some days before people begin to pay. */
public final class AgentRegistrations implements Actor {
    private static final int BEFORE_PAY = 4;

    private final Surroundings around;
    private final LocalDate on;
    private final Map<String, SortedSet<String>> villages = new TreeMap<>();

    public AgentRegistrations(Surroundings around, List<Resident> residents) {
        this.around = around;
        on = around.nextWorkday(around.county().pay().from().minusDays(BEFORE_PAY));
        for (Resident resident : residents)
            villages.computeIfAbsent(resident.township(), t -> new TreeSet<>()).add(resident.village());
    }

    /** Under which number the agent of a village is registered. */
    static String numberOf(String village) {
        return "A-" + village;
    }

    @Override
    public void atTheDesk(LocalDate day) {
        boolean agents = around.county().agentChannel() != null
                || around.policy().deadline(CashVillages.LEDGER).isPresent();
        if (!agents || !day.equals(on)) return;
        around.crowd().each(around.county().townships(), this::register);
    }

    private void register(Township township) {
        List<Map<String, Object>> agents = villages.getOrDefault(township.code(), new TreeSet<>()).stream()
                .map(this::agent)
                .toList();
        if (agents.isEmpty()) return;
        around.access()
                .post(
                        Service.COLLECTION,
                        around.access().client("township", township.code()),
                        "/agents",
                        "agents-" + township.code(),
                        Body.json(Map.of("agents", agents)))
                .orThrow("registration of the agents of " + township.code());
    }

    private Map<String, Object> agent(String village) {
        Map<String, Object> agent = new LinkedHashMap<>();
        agent.put("village", village);
        agent.put("number", numberOf(village));
        agent.put("name", "代办员" + village.substring(9));
        agent.put("agreementDigest", "agreement-" + village);
        agent.put("from", around.county().pay().from().toString());
        agent.put("until", around.county().pay().to().toString());
        return agent;
    }
}
