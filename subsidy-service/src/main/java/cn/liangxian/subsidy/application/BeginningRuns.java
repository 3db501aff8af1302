package cn.liangxian.subsidy.application;

import cn.liangxian.messaging.DailyWork;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Begins the runs that the policy plans for a business date; a county without such a schedule has no such runs. */
@ApplicationScoped
public class BeginningRuns implements DailyWork {

    private final Policy policy;
    private final Runs runs;

    BeginningRuns(Policy policy, Runs runs) {
        this.policy = policy;
        this.runs = runs;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        for (RunKind kind : RunKind.values()) {
            if (policy.runs(kind.schedule(), date)) {
                runs.begin(kind, date);
            }
        }
    }
}
