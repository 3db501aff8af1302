package cn.liangxian.audit.progress;

import cn.liangxian.audit.OversightHandoff.Attainment;
import cn.liangxian.audit.OversightHandoff.ProgressCirculated;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** 区政府将定期通报: on the dates of the policy's schedule "circulation", once each, as soon as there is anything to tell. */
@ApplicationScoped
@Clause("yicheng-2024/七")
class CirculatingProgress implements DailyWork {

    private static final String SCHEDULE = "circulation";
    private final Jdbi jdbi;
    private final Figures figures;
    private final Outbox outbox;
    private final Policy policy;

    CirculatingProgress(Jdbi jdbi, Figures figures, Outbox outbox, Policy policy) {
        this.jdbi = jdbi;
        this.figures = figures;
        this.outbox = outbox;
        this.policy = policy;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        if (!policy.runs(SCHEDULE, date)) {
            return;
        }
        List<Attainment> townships = figures.before(date);
        if (townships.isEmpty()) {
            return;
        }
        ProgressCirculated circulated = new ProgressCirculated(
                Uuid7.next().toString(), policy.jurisdiction().code(), date, townships);
        int entered = jdbi.withHandle(
                h -> h.createUpdate("insert into circulation values (?, ?::jsonb) on conflict do nothing")
                        .bind(0, date)
                        .bind(1, json(circulated))
                        .execute());
        if (entered > 0) {
            outbox.handOver(circulated);
        }
    }

    /** All that were circulated, the last first. */
    List<ProgressCirculated> all() {
        return jdbi.withHandle(h -> h.createQuery("select circulation::text from circulation order by as_of desc")
                .map((row, context) -> read(row.getString(1)))
                .list());
    }

    private static String json(ProgressCirculated circulated) {
        try {
            return HandoffJson.MAPPER.writeValueAsString(circulated);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ProgressCirculated read(String json) {
        try {
            return HandoffJson.MAPPER.readValue(json, ProgressCirculated.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept circulation cannot be read", e);
        }
    }
}
