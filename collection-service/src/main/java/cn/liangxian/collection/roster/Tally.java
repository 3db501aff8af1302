package cn.liangxian.collection.roster;

import cn.liangxian.handoff.LineDigest;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the lines taken in so far amount to: their number, the sum of their due in fen, the lanes of their digest (summed
 * modulo 2^64, see {@link LineDigest}) and the kinds (insurance/fee year) among them.
 */
record Tally(int lines, long total, long lane0, long lane1, long lane2, long lane3, String kinds) {

    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, "");

    Tally plus(long due, long[] lanes, String kind) {
        return new Tally(
                lines + 1,
                Math.addExact(total, due),
                lane0 + lanes[0],
                lane1 + lanes[1],
                lane2 + lanes[2],
                lane3 + lanes[3],
                kinds.equals(kind) ? kinds : union(kinds, kind));
    }

    Tally plus(Tally more) {
        return new Tally(
                Math.addExact(lines, more.lines),
                Math.addExact(total, more.total),
                lane0 + more.lane0,
                lane1 + more.lane1,
                lane2 + more.lane2,
                lane3 + more.lane3,
                kinds.equals(more.kinds) ? kinds : union(kinds, more.kinds));
    }

    String digest() {
        return new LineDigest()
                .addLanes(new long[] {lane0, lane1, lane2, lane3}, lines)
                .hex();
    }

    private static String union(String one, String other) {
        Set<String> kinds = new TreeSet<>();
        kinds.addAll(Set.of(one.split(",")));
        kinds.addAll(java.util.List.of(other.split(",")));
        kinds.remove("");
        return String.join(",", kinds);
    }
}
