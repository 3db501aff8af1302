package cn.liangxian.world.population;

/**
 * A die that depends on nothing but the county's seed and what it is thrown for: the same question gets the same answer,
 * whenever and by whomever it is asked. So no decision of the world depends on timing.
 */
public final class Chance {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long state;

    private Chance(long state) {
        this.state = state;
    }

    public static Chance seeded(long seed) {
        return new Chance(mix(seed + GOLDEN));
    }

    /** The die for one purpose. */
    public Chance of(String purpose) {
        long hash = state;
        for (int i = 0; i < purpose.length(); i++) hash = mix(hash ^ (purpose.charAt(i) + GOLDEN));
        return new Chance(hash);
    }

    /** The die for the n-th of a kind. */
    public Chance of(long n) {
        return new Chance(mix(state ^ mix(n + GOLDEN)));
    }

    /** Evenly from 0 (included) to 1 (not included). */
    public double share() {
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    /** Whether something that happens in this share of cases happens here. */
    public boolean happens(double rate) {
        return share() < rate;
    }

    /** Evenly from 0 to {@code bound - 1}. */
    public int below(int bound) {
        return (int) (share() * bound);
    }

    /** Evenly from {@code low} to {@code high}, both included. */
    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** The index of a weight, chosen in proportion to the weights. */
    public int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) sum += weight;
        double left = share() * sum;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) return i;
        }
        return weights.length - 1;
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
