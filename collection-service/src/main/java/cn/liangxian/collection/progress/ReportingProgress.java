package cn.liangxian.collection.progress;

import cn.liangxian.handoff.Clause;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** On the days of the policy's schedule "progress", tells each township how far it had come on the evening before. */
@ApplicationScoped
@Clause("yicheng-2024/五(四)-c")
class ReportingProgress implements DailyWork {

    private static final String SCHEDULE = "progress";
    private final Counting counting;
    private final Policy policy;
    private final Outbox outbox;

    ReportingProgress(Counting counting, Policy policy, Outbox outbox) {
        this.counting = counting;
        this.policy = policy;
        this.outbox = outbox;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        if (policy.runs(SCHEDULE, date)) {
            outbox.handOver(counting.count("", date));
        }
    }
}
