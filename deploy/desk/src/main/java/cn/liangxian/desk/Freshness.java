package cn.liangxian.desk;

import cn.liangxian.messaging.Progress;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** As of when a page tells what it tells, and how much this service has not taken in yet. */
@ApplicationScoped
public class Freshness {

    /** Official time in all of China. */
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");
    private static final String LAG = "kafka.consumer.fetch.manager.records.lag";
    private final Progress progress;
    private final MeterRegistry meters;

    Freshness(Progress progress, MeterRegistry meters) {
        this.progress = progress;
        this.meters = meters;
    }

    /**
     * How fresh it is.
     *
     * @param date the open business date; null before the first
     * @param taken when handoffs of others were last worked, Beijing time; null before the first
     * @param unread handoffs of others that wait to be read; {@code unsent} own ones that wait to be published
     * @param seen grows with everything that was taken in or handed over: pages look again when it does
     */
    public record Stamp(LocalDate date, String taken, long unread, long unsent, long seen) {}

    public Stamp now() {
        Progress.State state = progress.now();
        long handled =
                state.handled().values().stream().mapToLong(Long::longValue).sum();
        String taken = state.workedAt() == null
                ? null
                : SECONDS.format(state.workedAt().atZoneSameInstant(BEIJING));
        return new Stamp(state.businessDate(), taken, unread(), state.outbox(), handled + state.sent());
    }

    private long unread() {
        return Math.round(meters.find(LAG).gauges().stream()
                .mapToDouble(Gauge::value)
                .filter(lag -> lag > 0)
                .sum());
    }
}
