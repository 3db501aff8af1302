package cn.liangxian.policy;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The compiled conditions of one insurance. A result depends on the situation alone, and a county has some thousands of
 * them for a million residents, so results are kept; past the limit they are computed each time.
 */
final class Conditions {
    private static final int KEPT = 50_000;

    private final Vocabulary vocabulary;
    private final List<CelRuntime.Program> programs = new ArrayList<>();
    private final Map<Situation, BitSet> kept = new ConcurrentHashMap<>();
    private boolean asksForWife;

    Conditions(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Compiles a condition and returns its number. @throws IllegalArgumentException when it cannot be read */
    int add(String condition) {
        programs.add(vocabulary.compile(condition));
        asksForWife |= vocabulary.asksForWife(condition);
        return programs.size() - 1;
    }

    boolean asksForWife() {
        return asksForWife;
    }

    /** The numbers of the conditions that hold; not to be changed by the caller. */
    BitSet holding(Situation situation) {
        BitSet known = kept.get(situation);
        if (known != null) return known;
        BitSet holding = evaluate(situation);
        if (kept.size() < KEPT) kept.put(situation, holding);
        return holding;
    }

    /** The same without looking up or keeping. */
    BitSet evaluate(Situation situation) {
        Map<String, Object> values = vocabulary.values(situation);
        BitSet holding = new BitSet(programs.size());
        for (int i = 0; i < programs.size(); i++) holding.set(i, holds(programs.get(i), values));
        return holding;
    }

    static boolean holds(CelRuntime.Program program, Map<String, Object> values) {
        try {
            return (Boolean) program.eval(values);
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("a condition could not be evaluated: " + e.getMessage(), e);
        }
    }
}
