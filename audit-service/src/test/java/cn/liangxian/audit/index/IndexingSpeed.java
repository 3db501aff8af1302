package cn.liangxian.audit.index;

import cn.liangxian.audit.EmptyDatabase;
import cn.liangxian.handoff.Envelope;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.Database;
import cn.liangxian.messaging.RawEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Measures how many events per second the index takes with their chains; run by hand. */
final class IndexingSpeed {

    private static final int EVENTS = 100_000;
    private static final int BATCH = 500;

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
