package cn.liangxian.audit.webhook;

import cn.liangxian.messaging.RowMeters;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** How the webhooks stand, for whoever watches the machines: subscriptions that fail or are disabled, events that wait. */
@ApplicationScoped
class WebhookMeters {

    private final RowMeters meters;

    WebhookMeters(RowMeters meters) {
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        meters.gauge("liangxian.webhook.waiting", "select count(*) from webhook_delivery where state = 'WAITING'");
        meters.gauge("liangxian.webhook.failing", "select count(*) from webhook where failures > 0 and not disabled");
        meters.gauge("liangxian.webhook.disabled", "select count(*) from webhook where disabled");
    }
}
