package cn.liangxian.world.population;

import cn.liangxian.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The generated residents of a county: nobody of them lives. The same county, size and seed give the same people, byte for
 * byte. Nothing is kept: a million residents stream through.
 */
public final class Population {
    private final County county;
    private final int size;
    private final long seed;
    private final List<Village> villages;

    private Population(County county, int size, long seed) {
        this.county = county;
        this.size = size;
        this.seed = seed;
        this.villages = Division.divide(county.townships(), size, Chance.seeded(seed));
    }

    public static Population generate(Policy policy, int residents, long seed) {
        return of(County.of(policy), residents, seed);
    }

    public static Population of(County county, int residents, long seed) {
        return new Population(county, residents, seed);
    }

    public List<Village> villages() {
        return villages;
    }

    /** Shows every resident once, village by village, household by household. */
    public void forEach(Consumer<Resident> visitor) {
        Settling settling = new Settling(county, Chance.seeded(seed).of("population"));
        for (Village village : villages) settling.settle(village, visitor);
    }

    /** All residents at once; for counties that fit into memory. */
    public List<Resident> residents() {
        List<Resident> all = new ArrayList<>(size);
        forEach(all::add);
        return all;
    }
}
