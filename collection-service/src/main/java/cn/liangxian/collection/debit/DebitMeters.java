package cn.liangxian.collection.debit;

import cn.liangxian.messaging.RowMeters;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** How debiting stands, for whoever watches the machines: lines that banks have, lines of which they do not know, failures. */
@ApplicationScoped
class DebitMeters {

    private final RowMeters meters;

    DebitMeters(RowMeters meters) {
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        meters.gauge("liangxian.debit.open", "select count(*) from open_debit");
        meters.gauge(
                "liangxian.debit.unknown",
                "select coalesce(sum(lines), 0) from debit_day_count where state = 'UNKNOWN'");
        meters.gauge("liangxian.debit.unlisted", "select count(*) from untold_failure");
    }
}
