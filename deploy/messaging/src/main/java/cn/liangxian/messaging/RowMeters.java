package cn.liangxian.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** Numbers of rows for whoever watches the machines, counted whenever they are scraped: the queries have to be cheap. */
@ApplicationScoped
public class RowMeters {

    private final Jdbi jdbi;
    private final MeterRegistry meters;

    RowMeters(Jdbi jdbi, MeterRegistry meters) {
        this.jdbi = jdbi;
        this.meters = meters;
    }

    /** @param count a query for one number */
    public void gauge(String name, String count) {
        Gauge.builder(
                        name,
                        () -> jdbi.withHandle(
                                h -> h.createQuery(count).mapTo(Long.class).one()))
                .register(meters);
    }
}
