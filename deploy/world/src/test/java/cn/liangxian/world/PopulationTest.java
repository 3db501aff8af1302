package cn.liangxian.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.policy.Sex;
import cn.liangxian.world.population.County;
import cn.liangxian.world.population.Population;
import cn.liangxian.world.population.Resident;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private static final County COUNTY = County.of(Counties.yicheng());

    private static List<Resident> people(long seed) {
        return Population.of(COUNTY, 20_000, seed).residents();
    }

    @Test
    void sameSeedMakesTheSameCountyToTheLetter() {
        assertEquals(people(7), people(7));
        assertNotEquals(people(7), people(8));
    }

    @Test
    void everyIdNumberIsUniqueHasItsCheckCharacterAndAnUnassignedArea() {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        Set<String> seen = new HashSet<>();
        for (Resident r : people(1)) {
            String id = r.idNumber();
            int sum = 0;
            for (int i = 0; i < 17; i++) sum += Character.getNumericValue(id.charAt(i)) * weights[i];
            int check = id.charAt(17) == 'X' ? 10 : Character.getNumericValue(id.charAt(17));
            assertEquals(1, (sum + check) % 11, id);
            assertEquals("370499", id.substring(0, 6));
            assertEquals(r.birth().toString().replace("-", ""), id.substring(6, 14));
            assertEquals(r.sex() == Sex.MALE, (id.charAt(16) - '0') % 2 == 1);
            assertTrue(seen.add(id), "twice " + id);
        }
    }

    @Test
    void villagesHoldSomeFourHundredAndEveryTownshipHasResidents() {
        Population population = Population.of(COUNTY, 20_000, 1);
        assertEquals(20_000, population.residents().size());
        assertEquals(
                20_000,
                population.villages().stream().mapToInt(v -> v.residents()).sum());
        assertTrue(population.villages().stream().allMatch(v -> v.residents() > 200 && v.residents() < 600));
        Set<String> townships =
                population.residents().stream().map(Resident::township).collect(Collectors.toSet());
        assertEquals(COUNTY.townships().size(), townships.size());
    }

    @Test
    void agesFormAPlausiblePyramid() {
        List<Resident> people = people(1);
        double children = share(people, 0, 16);
        double old = share(people, 60, 120);
        assertTrue(children > 0.12 && children < 0.28, "children " + children);
        assertTrue(old > 0.15 && old < 0.32, "old " + old);
        double women = people.stream().filter(r -> r.sex() == Sex.FEMALE).count() / (double) people.size();
        assertTrue(women > 0.47 && women < 0.55, "women " + women);
    }

    private static double share(List<Resident> people, int from, int below) {
        return people.stream()
                        .mapToInt(r -> Period.between(r.birth(), COUNTY.asOf()).getYears())
                        .filter(age -> age >= from && age < below)
                        .count()
                / (double) people.size();
    }

    @Test
    void everyGroupOfThePolicyHasMembersAndMostPeoplePayThroughTheVillageAgent() {
        List<Resident> people = people(1);
        for (var category : COUNTY.categories()) {
            long members = people.stream()
                    .filter(r -> r.groups().contains(category.code()))
                    .count();
            assertTrue(members > 5 && members < 3000, category.code() + " " + members);
        }
        double agents = people.stream()
                        .filter(r -> r.habit().channel().equals(COUNTY.agentChannel()))
                        .count()
                / 20_000.0;
        double never = people.stream().filter(r -> !r.habit().pays()).count() / 20_000.0;
        assertEquals(0.6, agents, 0.02);
        assertEquals(0.04, never, 0.01);
    }

    @Test
    void nobodyPaysBeforeBeingRegisteredOrWhenTheChannelIsClosed() {
        for (Resident r : people(3)) {
            if (!r.habit().pays()) continue;
            assertFalse(r.registersOn() != null && !r.habit().day().isAfter(r.registersOn()));
            assertTrue(COUNTY.channels().stream()
                    .anyMatch(c -> c.code().equals(r.habit().channel())
                            && c.openOn(r.habit().day())));
        }
    }

    @Test
    void aMillionResidentsStreamThrough() {
        int[] count = new int[1];
        long begun = System.nanoTime();
        Population.of(COUNTY, 1_000_000, 1).forEach(r -> count[0]++);
        assertEquals(1_000_000, count[0]);
        System.out.printf("1,000,000 residents in %.1f s%n", (System.nanoTime() - begun) / 1e9);
    }
}
