package cn.liangxian.reconciliation.details;

import cn.liangxian.handoff.Clause;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.policy.Policy;
import cn.liangxian.reconciliation.balance.BalancingTurn;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** 按周将征收入库的“两险”明细数据传递: on the policy's days the agencies get all that entered the treasury since. */
@ApplicationScoped
@Clause("bachu-2022/第三十八条(1)")
class PassingByTheWeek implements DailyWork {

    private final PassingDetails details;
    private final BalancingTurn turn;
    private final Policy policy;

    PassingByTheWeek(PassingDetails details, BalancingTurn turn, Policy policy) {
        this.details = details;
        this.turn = turn;
        this.policy = policy;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        if (policy.runs(PassingDetails.CADENCE, date)) {
            turn.take();
            details.all(date);
        }
    }

    /** Before the red list, which tells what was passed from what was not. */
    @Override
    public int order() {
        return 45;
    }

    @Override
    public boolean windsUp() {
        return true;
    }
}
