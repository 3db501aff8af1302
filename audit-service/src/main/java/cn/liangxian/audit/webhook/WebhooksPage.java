package cn.liangxian.audit.webhook;

import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.desk.Desk;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** 接口订阅: what a department without Kafka subscribed to, what was told and what waits, with the way on after a failure. */
@Path("/desk/webhooks")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class WebhooksPage {

    private static final int ROWS = 50;
    private final Desk desk;
    private final WebhooksResource webhooks;

    WebhooksPage(Desk desk, WebhooksResource webhooks) {
        this.desk = desk;
        this.webhooks = webhooks;
    }

    /** A subscription; {@code look} is how it stands. */
    public record Row(
            String id,
            String url,
            int topics,
            String createdBy,
            int waiting,
            int givenUp,
            String failure,
            String state,
            String look,
            boolean chosen) {}

    /** One event that was told or waits. */
    public record Told(
            long seq,
            String event,
            String topic,
            String date,
            String state,
            String look,
            int attempts,
            String answer,
            boolean waits) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("id") String id, @QueryParam("before") @DefaultValue("9223372036854775807") long before) {
        TemplateInstance page = desk.page("audit/webhooks", AuditPages.WEBHOOKS);
        List<Webhook> all = webhooks.all();
        String chosen = id == null && !all.isEmpty() ? all.get(0).webhookId() : id;
        Deliveries.Page told =
                chosen == null ? new Deliveries.Page(List.of(), null) : webhooks.deliveries(chosen, null, before, ROWS);
        return page.data("rows", all.stream().map(each -> row(each, chosen)).toList())
                .data("told", told.deliveries().stream().map(this::told).toList())
                .data("chosen", chosen)
                .data("next", told.next());
    }

    /** On from where it stopped. */
    @POST
    @Path("/resume")
    @Operation(hidden = true)
    public Response resume(@FormParam("id") String id) {
        webhooks.resume(id);
        return back(id);
    }

    /** One event once more. */
    @POST
    @Path("/again")
    @Operation(hidden = true)
    public Response again(@FormParam("id") String id, @FormParam("event") String event) {
        webhooks.again(id, event);
        return back(id);
    }

    private static Response back(String id) {
        return Response.seeOther(URI.create("/desk/webhooks?id=" + id)).build();
    }

    private Row row(Webhook each, String chosen) {
        String state = each.disabled() ? "disabled" : each.failures() > 0 ? "failing" : "well";
        return new Row(
                each.webhookId(),
                each.url(),
                each.topics().size(),
                each.createdBy(),
                each.waiting(),
                each.givenUp(),
                each.lastFailure() == null ? "" : each.lastFailure(),
                desk.word("webhook_" + state),
                each.disabled() ? "late" : each.failures() > 0 ? "wait" : "done",
                each.webhookId().equals(chosen));
    }

    private Told told(Deliveries.Delivery each) {
        return new Told(
                each.seq(),
                each.eventId(),
                each.topic(),
                each.businessDate() == null ? "" : each.businessDate().toString(),
                desk.word("delivery_" + each.state()),
                switch (each.state()) {
                    case WAITING -> "wait";
                    case DELIVERED -> "done";
                    case GIVEN_UP -> "late";
                },
                each.attempts(),
                each.lastAnswer() == null ? "" : each.lastAnswer(),
                each.state() == Deliveries.State.WAITING);
    }
}
