package cn.liangxian.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All that the world did wrong, so that the statement can show each one found. Safe for many actors at once. */
public final class Misdeeds {
    private final List<Misdeed> all = new ArrayList<>();

    public synchronized void did(Misdeed.Kind kind, LocalDate on, String where, long fen, boolean mended) {
        all.add(new Misdeed(kind, on, where, fen, mended));
    }

    /** In the order of kind, date and place, whatever the order in which they were done. */
    public synchronized List<Misdeed> all() {
        return all.stream()
                .sorted(Comparator.comparing(Misdeed::kind)
                        .thenComparing(Misdeed::on)
                        .thenComparing(Misdeed::where))
                .toList();
    }
}
