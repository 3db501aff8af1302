package cn.liangxian.world.actor;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.population.Chance;
import cn.liangxian.world.population.Resident;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tax says when the campaign opens how many people of each village were to pay for the last fee year, and how many had. Made
 * up: about as many people as now, of whom more or fewer had paid, as townships and villages differ.
 */
public final class LastYear implements Actor {
    private static final double LEAST = 0.86;
    private static final double TOWNSHIP = 0.06;
    private static final double VILLAGE = 0.06;

    private static final int MOST_GONE = 3;

    private final Surroundings around;
    private final List<Resident> residents;

    public LastYear(Surroundings around, List<Resident> residents) {
        this.around = around;
        this.residents = residents;
    }

    @Override
    public void atTheDesk(LocalDate day) {
        if (!day.equals(around.county().start())) return;
        for (Insurance insurance : around.policy().insurances()) {
            around.access()
                    .post(
                            Service.COLLECTION,
                            "tax",
                            "/progress/last-year",
                            "last-year-" + insurance,
                            Body.json(Map.of("villages", figures(insurance))))
                    .orThrow("last year's figures of " + insurance);
        }
    }

    /** Of each village in which anybody is to pay. */
    List<Map<String, Object>> figures(Insurance insurance) {
        Map<String, Integer> people = new TreeMap<>();
        for (Resident resident : residents) {
            if (around.policy()
                    .eligible(
                            insurance,
                            resident.facts(List.of()),
                            around.county().start())
                    .eligible()) {
                people.merge(resident.village(), 1, Integer::sum);
            }
        }
        List<Map<String, Object>> figures = new ArrayList<>();
        people.forEach((village, now) -> figures.add(figures(insurance, village, now)));
        return figures;
    }

    private Map<String, Object> figures(Insurance insurance, String village, int now) {
        Chance die = around.chance().of("last year").of(insurance.name());
        Chance own = die.of(village);
        int people = now + own.of("people").between(-Math.min(MOST_GONE, now - 1), MOST_GONE);
        double rate = LEAST
                + TOWNSHIP * die.of(village.substring(0, 9)).share()
                + VILLAGE * own.of("rate").share();
        return Map.of("village", village, "insurance", insurance.name(), "people", people, "peoplePaid", (int)
                Math.round(people * rate));
    }
}
