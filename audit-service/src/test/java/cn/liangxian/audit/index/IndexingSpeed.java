package cn.liangxian.audit.index;

import cn.liangxian.audit.EmptyDatabase;
import cn.liangxian.enrollment.EnrollmentHandoff.RosterLine;
import cn.liangxian.handoff.Envelope;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.Database;
import cn.liangxian.messaging.RawEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Measures how many events and lines of a roster per second the index takes with their chains; run by hand. */
final class IndexingSpeed {

    private static final int EVENTS = 100_000;
    private static final int BATCH = 500;
    private static final int LINES = 500_000;
    private static final int BATCH_OF_LINES = 2_000;

    private static final String PAYLOAD =
            """
            {"paymentId":"%s","personKey":"person-%08d","insurance":"MEDICAL","feeYear":2024,"amount":38000,"payer":"SELF",\
            "channel":"WECHAT","voucher":"WECHAT-%08d","township":"370404100","village":"370404100203","paidOn":"%s",\
            "due":38000,"paidInAll":38000,"clause":"yicheng-2024/四(一)医疗-1","settled":true}""";

    private IndexingSpeed() {}

    public static void main(String[] arguments) {
        Database database = EmptyDatabase.create();
        Jdbi jdbi = Jdbi.create(database.jdbcUrl(), database.app(), database.appPassword());
        for (int round = 1; round <= 3; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < EVENTS; i += BATCH) {
                List<RawEvent> batch = new ArrayList<>(BATCH);
                for (int n = 0; n < BATCH; n++) {
                    batch.add(event(i + n));
                }
                jdbi.useTransaction(h -> EventIndex.enter(h, batch));
            }
            System.out.printf(
                    "round %d: %,.0f events per second%n", round, EVENTS / ((System.nanoTime() - start) / 1e9));
        }
        for (int round = 1; round <= 3; round++) {
            lines(jdbi, round, "chained", (h, batch) -> new Chains(h).add(batch));
            lines(jdbi, round, "chained and found", EventIndex::enterLines);
        }
    }

    private static void lines(Jdbi jdbi, int round, String how, BiConsumer<Handle, List<RawEvent>> taking) {
        long nanos = 0;
        for (int i = 0; i < LINES; i += BATCH_OF_LINES) {
            List<RawEvent> batch = new ArrayList<>(BATCH_OF_LINES);
            for (int n = 0; n < BATCH_OF_LINES; n++) {
                batch.add(line(i + n));
            }
            long start = System.nanoTime();
            jdbi.useTransaction(h -> taking.accept(h, batch));
            nanos += System.nanoTime() - start;
        }
        System.out.printf("round %d: %,.0f lines per second, %s%n", round, LINES / (nanos / 1e9), how);
    }

    private static RawEvent line(int n) {
        String person = Uuid7.next().toString();
        LocalDate day = LocalDate.of(2023, 10, 21);
        Envelope envelope = new Envelope(
                "roster-" + n, "/enrollment", RosterLine.TOPIC, person, Instant.EPOCH, day, "roster", null);
        byte[] payload = PAYLOAD.formatted(person, n, n, day).getBytes(StandardCharsets.UTF_8);
        return new RawEvent(envelope, payload, RosterLine.TOPIC, n % 3, n);
    }

    private static RawEvent event(int n) {
        String id = Uuid7.next().toString();
        String topic = "collection-contribution-paid-v1";
        LocalDate day = LocalDate.of(2023, 10, 21).plusDays(n / 2_000);
        Envelope envelope = new Envelope(id, "/collection", topic, id, Instant.now(), day, id, null);
        byte[] payload = PAYLOAD.formatted(id, n, n, day).getBytes(StandardCharsets.UTF_8);
        return new RawEvent(envelope, payload, topic, n % 3, n);
    }
}
