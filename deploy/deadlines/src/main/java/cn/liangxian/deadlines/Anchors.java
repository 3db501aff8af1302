package cn.liangxian.deadlines;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The days that a deadline may be counted from: of the campaign ("campaign.start", "campaign.pay", "campaign.publish.end"),
 * of a handoff that happened (its key), and the reference day "day" in whose week, month, quarter or year a recurring
 * deadline falls.
 */
public final class Anchors {
    /** The reference day of recurring deadlines: the business date the obligation belongs to. */
    public static final String DAY = "day";

    /** The birth of the person whom a deadline is about; "birthday.60" counts from it. */
    public static final String BIRTH = "birth";

    /** Before a field of the handoff that starts the clock: "stated.changed-on" counts from the day that it states there. */
    public static final String STATED = "stated.";

    /** The due day of an obligation, from which the steps of an escalation count. */
    public static final String DUE = "due";

    private final Map<String, LocalDate> days;

    private Anchors(Map<String, LocalDate> days) {
        this.days = Map.copyOf(days);
    }

    public static Anchors of(Map<String, LocalDate> days) {
        return new Anchors(days);
    }

    /** These anchors and one more, for example the day on which the handoff that starts the clock arrived. */
    public Anchors with(String anchor, LocalDate day) {
        Map<String, LocalDate> more = new HashMap<>(days);
        more.put(anchor, day);
        return new Anchors(more);
    }

    /** These anchors for an obligation that belongs to this business date. */
    public Anchors on(LocalDate businessDate) {
        return with(DAY, businessDate);
    }

    public Optional<LocalDate> day(String anchor) {
        return Optional.ofNullable(days.get(anchor));
    }

    /** @throws MissingAnchorException when the day is not known (yet) */
    public LocalDate require(String anchor) {
        return day(anchor).orElseThrow(() -> new MissingAnchorException(anchor));
    }
}
