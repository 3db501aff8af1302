package cn.liangxian.world.population;

import cn.liangxian.policy.Township;
import java.util.ArrayList;
import java.util.List;

/** Spreads the residents over townships of unequal size and over villages of about 400 each. */
final class Division {
    private static final int PER_VILLAGE = 400;

    private Division() {}

    static List<Village> divide(List<Township> townships, int residents, Chance chance) {
        double[] weights = new double[townships.size()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 0.6 + chance.of("size of township").of(i).share();
            sum += weights[i];
        }
        List<Village> villages = new ArrayList<>();
        double upTo = 0;
        int placed = 0;
        for (int i = 0; i < weights.length; i++) {
            upTo += weights[i];
            int end = i == weights.length - 1 ? residents : (int) Math.round(residents * upTo / sum);
            split(townships.get(i).code(), end - placed, villages);
            placed = end;
        }
        return villages;
    }

    private static void split(String township, int residents, List<Village> villages) {
        int count = Math.min(999, Math.max(1, Math.round(residents / (float) PER_VILLAGE)));
        for (int v = 0; v < count; v++) {
            int from = (int) ((long) residents * v / count);
            int until = (int) ((long) residents * (v + 1) / count);
            villages.add(new Village(township + String.format("%03d", v + 1), until - from));
        }
    }
}
