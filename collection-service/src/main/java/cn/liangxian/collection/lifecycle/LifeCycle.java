package cn.liangxian.collection.lifecycle;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one table of a life cycle: from which state which step leads where. A step that a state does not know is refused.
 *
 * @param <S> the states
 * @param <E> the steps
 */
public final class LifeCycle<S extends Enum<S>, E extends Enum<E>> {

    private final S first;
    private final Map<S, Map<E, S>> table;

    private LifeCycle(S first, Map<S, Map<E, S>> table) {
        this.first = first;
        this.table = table;
    }

    public static <S extends Enum<S>, E extends Enum<E>> Table<S, E> startingIn(S first, Class<E> steps) {
        return new Table<>(first, steps);
    }

    public S first() {
        return first;
    }

    /** @throws IllegalStateException when the state does not know the step */
    public S after(S state, E step) {
        return next(state, step)
                .orElseThrow(() -> new IllegalStateException("no step " + step + " from " + state + " in " + table));
    }

    public Optional<S> next(S state, E step) {
        return Optional.ofNullable(table.getOrDefault(state, Map.of()).get(step));
    }

    /** States that no step leaves. */
    public boolean isLast(S state) {
        return table.getOrDefault(state, Map.of()).isEmpty();
    }

    /** Every state that the steps lead to, with the first. */
    public Set<S> reachable() {
        Set<S> states = new HashSet<>(Set.of(first));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (S state : Set.copyOf(states)) {
                grew |= states.addAll(table.getOrDefault(state, Map.of()).values());
            }
        }
        return states;
    }

    /** Every step that some state knows. */
    public Set<E> steps() {
        Set<E> steps = new HashSet<>();
        table.values().forEach(row -> steps.addAll(row.keySet()));
        return steps;
    }

    /** The table while it is written down. */
    public static final class Table<S extends Enum<S>, E extends Enum<E>> {
        private final S first;
        private final Class<E> steps;
        private final Map<S, Map<E, S>> rows;

        private Table(S first, Class<E> steps) {
            this.first = first;
            this.steps = steps;
            this.rows = new EnumMap<>(first.getDeclaringClass());
        }

        public Table<S, E> from(S state, E step, S to) {
            S before = rows.computeIfAbsent(state, s -> new EnumMap<>(steps)).put(step, to);
            if (before != null) {
                throw new IllegalArgumentException(step + " leaves " + state + " twice");
            }
            return this;
        }

        public LifeCycle<S, E> done() {
            return new LifeCycle<>(first, rows);
        }
    }
}
