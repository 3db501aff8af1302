package cn.liangxian.audit.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jdbi.v3.core.Jdbi;

/** How the webhooks stand, for whoever watches the machines: subscriptions that fail or are disabled, events that wait. */
@ApplicationScoped
class WebhookMeters {

    private final Jdbi jdbi;
    private final MeterRegistry meters;

    WebhookMeters(Jdbi jdbi, MeterRegistry meters) {
        this.jdbi = jdbi;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        gauge("liangxian.webhook.waiting", "select count(*) from webhook_delivery where state = 'WAITING'");
        gauge("liangxian.webhook.failing", "select count(*) from webhook where failures > 0 and not disabled");
        gauge("liangxian.webhook.disabled", "select count(*) from webhook where disabled");
    }

    private void gauge(String name, String count) {
        Gauge.builder(
                        name,
                        () -> jdbi.withHandle(
                                h -> h.createQuery(count).mapTo(Long.class).one()))
                .register(meters);
    }
}
