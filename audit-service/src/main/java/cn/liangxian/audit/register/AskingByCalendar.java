package cn.liangxian.audit.register;

import cn.liangxian.messaging.DailyWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** On each business date opens the obligations that the calendar asks for, only while the policy is in force. */
@ApplicationScoped
class AskingByCalendar implements DailyWork {

    static final int ORDER = 10;
    private final Registering registering;

    AskingByCalendar(Registering registering) {
        this.registering = registering;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        registering.begin(date);
    }
}
