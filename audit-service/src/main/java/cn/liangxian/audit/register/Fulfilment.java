package cn.liangxian.audit.register;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * What met an obligation: the event, the business date in its envelope (not that of its arrival), and how it was met.
 *
 * @param manner REPORTED, REPORTED_WITH_ERRORS or CONFIRMED_ZERO
 */
public record Fulfilment(LocalDate on, String eventId, String manner) implements Comparable<Fulfilment> {

    private static final Comparator<Fulfilment> EARLIEST =
            Comparator.comparing(Fulfilment::on).thenComparing(Fulfilment::eventId);

    /** The earlier business date first; on one date the event id decides, so that the order of arrival never does. */
    @Override
    public int compareTo(Fulfilment other) {
        return EARLIEST.compare(this, other);
    }
}
