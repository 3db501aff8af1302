package cn.liangxian.world.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Policy;
import cn.liangxian.world.Counties;
import cn.liangxian.world.Misbehaviour;
import cn.liangxian.world.Misdeeds;
import cn.liangxian.world.population.Chance;
import cn.liangxian.world.population.County;
import cn.liangxian.world.population.Population;
import cn.liangxian.world.population.Resident;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"yicheng-2024", "bachu-2022"})
    void whoIsMisnamedStandsOnBothRostersAndOnNoListAndIsTheSameInEveryRun(String county) {
        Policy policy = Counties.policy(county);
        LocalDate day = County.of(policy).start();
        List<Resident> misnamed = chosen(policy, Misbehaviour.SMALL.withMisnamed(3), day);
        assertEquals(3, misnamed.size());
        for (Resident resident : misnamed) {
            assertTrue(resident.groups().isEmpty());
            for (Insurance insurance : Insurance.values())
                assertTrue(policy.eligible(insurance, resident.facts(List.of()), day)
                        .eligible());
        }
        assertEquals(misnamed, chosen(policy, Misbehaviour.SMALL.withMisnamed(3), day));
        assertEquals(misnamed.subList(0, 1), chosen(policy, Misbehaviour.SMALL, day));
        assertEquals(List.of(), chosen(policy, Misbehaviour.NONE, day));
    }

    @Test
    void theWrongNameIsAnotherAndTheRestOfTheRowIsNot() {
        Resident resident =
                Population.generate(Counties.yicheng(), 10, 1).residents().get(0);
        String wrong = WrongNames.wrong(resident.name());
        assertNotEquals(resident.name(), wrong);
        assertNotEquals("陈铭", WrongNames.wrong("陈铭"));
        assertEquals(HouseholdRow.of(resident), HouseholdRow.of(resident, wrong).replace(wrong, resident.name()));
    }

    private static List<Resident> chosen(Policy policy, Misbehaviour misbehaviour, LocalDate day) {
        Surroundings around = new Surroundings(
                policy, County.of(policy), null, null, null, Chance.seeded(1), misbehaviour, new Misdeeds());
        return WrongNames.chosen(around, Population.generate(policy, 600, 1).residents(), day);
    }
}
