package cn.liangxian.audit.webhook;

import cn.liangxian.audit.index.EventSheet;
import cn.liangxian.audit.index.EventsResource;
import cn.liangxian.handoff.Department;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Webhooks for units without Kafka, after Standard Webhooks: which handoffs of its own a unit of the county is told of, and
 * where. What is told is that something was handed over; the unit fetches it with its token.
 */
@Path("/webhooks")
public class WebhooksResource {

    /** Both secrets sign for so long. */
    private static final Duration OVERLAP = Duration.ofHours(24);

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Destination destination;
    private final EventSheet events;
    private final Caller caller;
    private final String county;

    WebhooksResource(
            Webhooks webhooks,
            Deliveries deliveries,
            Destination destination,
            EventSheet events,
            Caller caller,
            Policy policy) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.destination = destination;
        this.events = events;
        this.caller = caller;
        this.county = policy.jurisdiction().code();
    }

    /** What a unit wants to be told of; {@code topics} as {@code GET /webhooks/handoffs} lists them. */
    public record Wish(@NotNull String url, @NotEmpty Set<String> topics) {}

    /** A secret, told this once; {@code formerUntil} the moment until which the one before signs too, null when there is none. */
    public record Secret(String webhookId, String secret, Instant formerUntil) {}

    @GET
    @Path("/handoffs")
    public List<Subscribable.Choice> handoffs() {
        return Subscribable.by(unit());
    }

    @GET
    public List<Webhook> all() {
        return webhooks.of(unit());
    }

    /** Needs no key: an address is subscribed once. */
    @POST
    public Secret subscribe(@NotNull @Valid Wish wish) {
        Department unit = unit();
        for (String topic : wish.topics()) {
            if (!Subscribable.by(unit, topic)) {
                throw new Problem(WebhookProblem.NOT_YOURS, Text.value(topic)).at(null, "topics", Text.value(topic));
            }
        }
        destination.checked(wish.url());
        String secret = Signature.newSecret();
        return new Secret(
                webhooks.subscribe(
                        unit, wish.url(), wish.topics().stream().sorted().toList(), secret, caller.name()),
                secret,
                null);
    }

    @GET
    @Path("/{id}")
    public Webhook one(@PathParam("id") String id) {
        return webhooks.one(unit(), id);
    }

    @DELETE
    @Path("/{id}")
    public void end(@PathParam("id") String id) {
        webhooks.end(one(id).webhookId());
    }

    @POST
    @Path("/{id}/secret")
    public Secret rotate(@PathParam("id") String id) {
        String webhook = one(id).webhookId();
        String secret = Signature.newSecret();
        Instant until = Instant.now().plus(OVERLAP);
        webhooks.rotate(webhook, secret, until);
        return new Secret(webhook, secret, until);
    }

    /** Tells again from where it stopped, when it was disabled or waits after a failure. */
    @POST
    @Path("/{id}/resumption")
    public Webhook resume(@PathParam("id") String id) {
        webhooks.resume(one(id).webhookId());
        return one(id);
    }

    /** The last first. */
    @GET
    @Path("/{id}/deliveries")
    public Deliveries.Page deliveries(
            @PathParam("id") String id,
            @QueryParam("state") Deliveries.State state,
            @QueryParam("before") @DefaultValue("9223372036854775807") long before,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        return deliveries.page(one(id).webhookId(), state, before, limit);
    }

    @POST
    @Path("/{id}/deliveries/{event}/again")
    public void again(@PathParam("id") String id, @PathParam("event") String event) {
        if (!deliveries.again(one(id).webhookId(), event)) {
            throw new Problem(WebhookProblem.NOT_SENT, Text.value(event));
        }
    }

    /** What was handed over, for a unit that hands it over or receives it. */
    @GET
    @Path("/events/{id}")
    public EventsResource.Event event(@PathParam("id") String id) {
        Department unit = unit();
        return events.one(id)
                .filter(event -> Subscribable.by(unit, event.topic()))
                .orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
    }

    /** A township would be told of the other townships, too, and a payload is not looked into. */
    private Department unit() {
        if (!caller.area().equals(county)) {
            throw new Problem(WebhookProblem.COUNTY_ONLY, Text.value(caller.area()));
        }
        return caller.department();
    }
}
