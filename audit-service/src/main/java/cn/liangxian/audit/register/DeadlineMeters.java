package cn.liangxian.audit.register;

import cn.liangxian.messaging.RowMeters;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** How many obligations are open and how many overdue; whose they are and why, the pages of the register say. */
@ApplicationScoped
class DeadlineMeters {

    private final RowMeters meters;

    DeadlineMeters(RowMeters meters) {
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        meters.gauge(
                "liangxian.deadline.open", "select count(*) from obligation where standing in ('OPEN', 'DUE_SOON')");
        meters.gauge("liangxian.deadline.overdue", "select count(*) from obligation where standing = 'MISSED'");
    }
}
