package cn.liangxian.reconciliation.balance;

import cn.liangxian.messaging.DailyWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** With each business date, days that waited in vain for the other insurance are balanced without it. */
@ApplicationScoped
class BalancingWhatWaited implements DailyWork {

    private final Balancing balancing;
    private final DayPositions positions;

    BalancingWhatWaited(Balancing balancing, DayPositions positions) {
        this.balancing = balancing;
        this.positions = positions;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        balancing.after(positions.waiting());
    }

    /** Before the red list, which looks at what is balanced. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean windsUp() {
        return true;
    }
}
