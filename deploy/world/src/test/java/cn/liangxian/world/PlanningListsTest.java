package cn.liangxian.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.policy.Policy;
import cn.liangxian.world.actor.ListPlan;
import cn.liangxian.world.actor.PlanningLists;
import cn.liangxian.world.population.Chance;
import cn.liangxian.world.population.County;
import cn.liangxian.world.population.Population;
import cn.liangxian.world.population.Resident;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanningListsTest {
    private static final Policy POLICY = Counties.yicheng();
    private static final County COUNTY = County.of(POLICY);
    private static final LocalDate DUE = COUNTY.start().minusDays(1);
    private static final List<Resident> PEOPLE = Population.of(COUNTY, 2_000, 1).residents();

    private static List<ListPlan> plans(Misbehaviour misbehaviour) {
        return new PlanningLists(COUNTY, misbehaviour, Chance.seeded(1), DUE, day -> POLICY.jurisdiction()
                        .calendar()
                        .nextWorkday(day))
                .plan(PEOPLE);
    }

    @Test
    void everyCategoryIsListedByEveryTownshipAlsoWhenNobodyBelongsToIt() {
        List<ListPlan> plans = plans(Misbehaviour.NONE);
        assertEquals(COUNTY.categories().size() * COUNTY.townships().size(), plans.size());
        assertTrue(plans.stream().anyMatch(p -> p.members().isEmpty()));
    }

    @Test
    void wellBehavedOfficesSendInTimeOnWorkdaysAndRight() {
        for (ListPlan plan : plans(Misbehaviour.NONE)) {
            assertFalse(plan.sendOn().isAfter(DUE));
            assertTrue(POLICY.jurisdiction().calendar().isWorkday(plan.sendOn()));
            assertFalse(plan.late() || plan.wrongCount() || !plan.badRows().isEmpty() || plan.correctOn() != null);
        }
    }

    @Test
    void evenASmallCountyHasOneOfEachMisdeed() {
        List<ListPlan> plans = plans(Misbehaviour.SMALL);
        assertTrue(plans.stream().anyMatch(p -> p.late() && p.sendOn().isAfter(DUE)));
        assertTrue(plans.stream().anyMatch(p -> p.wrongCount() && p.correctOn().isAfter(p.sendOn())));
        assertTrue(plans.stream().anyMatch(p -> !p.badRows().isEmpty()));
    }

    @Test
    void membersOfAListLiveInItsTownshipAndBelongToItsGroup() {
        for (ListPlan plan : plans(Misbehaviour.SMALL))
            for (Resident member : plan.members()) {
                assertEquals(plan.area(), member.township());
                assertTrue(member.groups().contains(plan.category()));
            }
    }
}
