package cn.liangxian.journeys.oracle;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.TreeMap;

/** Counts and sums in fen by name. */
public final class Sums {

    /** How many, and how many fen. */
    public record Sum(long count, long fen) {
        Sum plus(long moreCount, long moreFen) {
            return new Sum(count + moreCount, Math.addExact(fen, moreFen));
        }
    }

    private final Map<String, Sum> byName = new TreeMap<>();

    void add(String name, long fen) {
        add(name, 1, fen);
    }

    void add(String name, long count, long fen) {
        byName.merge(name, new Sum(count, fen), (a, b) -> a.plus(b.count(), b.fen()));
    }

    @JsonValue
    public Map<String, Sum> byName() {
        return byName;
    }

    public long fen(String name) {
        return byName.getOrDefault(name, new Sum(0, 0)).fen();
    }

    public long count(String name) {
        return byName.getOrDefault(name, new Sum(0, 0)).count();
    }

    public long fen() {
        return byName.values().stream().mapToLong(Sum::fen).sum();
    }

    public long count() {
        return byName.values().stream().mapToLong(Sum::count).sum();
    }
}
