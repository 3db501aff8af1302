package cn.liangxian.world.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Policy;
import cn.liangxian.world.Counties;
import cn.liangxian.world.Misbehaviour;
import cn.liangxian.world.Misdeeds;
import cn.liangxian.world.population.Chance;
import cn.liangxian.world.population.County;
import cn.liangxian.world.population.Population;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastYearTest {

    private static final int RESIDENTS = 6000;

    @ParameterizedTest
    @ValueSource(strings = {"yicheng-2024", "bachu-2022"})
    void eachVillageOfACountyHadPaidMostOfWhatItOwedAndNoTwoTownshipsTheSame(String county) {
        Policy policy = Counties.policy(county);
        for (Insurance insurance : policy.insurances()) {
            List<Map<String, Object>> figures = figures(policy, insurance);
            assertEquals(figures, figures(policy, insurance), "the same county was the same last year");
            figures.forEach(village -> {
                double rate = (double) number(village, "peoplePaid") / number(village, "people");
                assertTrue(rate > 0.8 && rate <= 1, village.toString());
            });
            Map<String, Double> rates = figures.stream()
                    .collect(Collectors.groupingBy(
                            village -> village.get("village").toString().substring(0, 9),
                            Collectors.averagingDouble(
                                    village -> (double) number(village, "peoplePaid") / number(village, "people"))));
            assertEquals(policy.jurisdiction().townships().size(), rates.size());
            assertEquals(rates.size(), rates.values().stream().distinct().count());
        }
    }

    private static List<Map<String, Object>> figures(Policy policy, Insurance insurance) {
        Surroundings around = new Surroundings(
                policy, County.of(policy), null, null, null, Chance.seeded(1), Misbehaviour.NONE, new Misdeeds());
        return new LastYear(around, Population.generate(policy, RESIDENTS, 1).residents()).figures(insurance);
    }

    private static int number(Map<String, Object> village, String key) {
        return (Integer) village.get(key);
    }
}
