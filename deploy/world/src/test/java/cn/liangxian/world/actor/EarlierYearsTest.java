package cn.liangxian.world.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.policy.Policy;
import cn.liangxian.world.Counties;
import cn.liangxian.world.Misbehaviour;
import cn.liangxian.world.Misdeeds;
import cn.liangxian.world.population.Chance;
import cn.liangxian.world.population.County;
import cn.liangxian.world.population.Population;
import cn.liangxian.world.population.Resident;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EarlierYearsTest {

    @Test
    void atLeastOneOfASmallCountyAndAboutOneInAThousandOfALargeOnePayForTheYearBefore() {
        assertEquals(1, late("yicheng-2024", 400).size());
        int many = late("yicheng-2024", 20_000).size();
        assertTrue(many > 2 && many < 30, many + " of 20,000");
        assertEquals(late("yicheng-2024", 20_000), late("yicheng-2024", 20_000), "the same county errs the same");
    }

    @Test
    void whereTheNoticeKnowsNoSuchPaymentNobodyAsks() {
        assertTrue(EarlierYears.kind(Counties.policy("yicheng-2024")).isPresent());
        assertTrue(EarlierYears.kind(Counties.policy("bachu-2022")).isEmpty());
    }

    private static List<Resident> late(String county, int residents) {
        Policy policy = Counties.policy(county);
        Surroundings around = new Surroundings(
                policy, County.of(policy), null, null, null, Chance.seeded(1), Misbehaviour.NONE, new Misdeeds());
        List<Resident> all = Population.generate(policy, residents, 1).residents();
        return EarlierYears.late(around, new Diary(around, new Records(policy), all, Set.of()), all);
    }
}
