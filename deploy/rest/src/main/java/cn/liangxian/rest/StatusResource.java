package cn.liangxian.rest;

import cn.liangxian.messaging.Progress;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How far this service is; open to the platform that runs it, it names no person and no sum. */
@Path("/status")
public class StatusResource {

    private final Progress progress;
    private final String service;

    StatusResource(Progress progress, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.progress = progress;
        this.service = service;
    }

    /** See {@link Progress.State}. */
    public record Status(
            String service,
            LocalDate businessDate,
            long outbox,
            int parked,
            Map<String, Long> handled,
            long sent,
            int publishing,
            OffsetDateTime workedAt,
            boolean inbox) {}

    @GET
    public Status status() {
        Progress.State now = progress.now();
        return new Status(
                service,
                now.businessDate(),
                now.outbox(),
                now.parked(),
                now.handled(),
                now.sent(),
                now.publishing(),
                now.workedAt(),
                now.inbox());
    }
}
