package cn.liangxian.desk;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Tells open pages, by server-sent events, when there is something new to see. */
@Path("/desk/live")
@Singleton
public class LiveResource {

    /** One look at the database a second for all pages together, and none while nobody looks. */
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final Multi<Freshness.Stamp> stamps;

    LiveResource(Freshness freshness) {
        this.stamps = Multi.createFrom()
                .ticks()
                .every(BEAT)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> freshness.now())
                .onFailure()
                .retry()
                .withBackOff(BEAT)
                .indefinitely()
                .broadcast()
                .withCancellationAfterLastSubscriberDeparture()
                .toAllSubscribers();
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Multi<Freshness.Stamp> live() {
        return stamps.onOverflow().dropPreviousItems();
    }
}
