package cn.liangxian.rest;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.messaging.DeadLetters;
import cn.liangxian.messaging.DeadLetters.DeadLetter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jboss.logging.Logger;

/** Dead letters of this service: look at them, send a key again, discard one with a reason. */
@Path("/dead-letters")
public class DeadLetterResource {

    private static final Logger LOG = Logger.getLogger(DeadLetterResource.class);
    private static final int PAGE = 100;
    private final DeadLetters deadLetters;
    private final Caller caller;

    DeadLetterResource(DeadLetters deadLetters, Caller caller) {
        this.deadLetters = deadLetters;
        this.caller = caller;
    }

    @GET
    public List<DeadLetter> list(@QueryParam("beyond") long beyond) {
        caller.mustBe(TAX, AUDIT_BUREAU);
        caller.mustCoverCounty();
        return deadLetters.list(beyond, PAGE);
    }

    /** The key whose outstanding events are sent again, in order. */
    public record Resend(@NotBlank String topic, String key) {}

    /** How many events were sent again. */
    public record Resent(int events) {}

    @POST
    @Path("/resend")
    public Resent resend(@Valid Resend request) {
        caller.mustBe(TAX);
        caller.mustCoverCounty();
        try {
            return new Resent(deadLetters.resend(request.topic(), request.key(), caller.name()));
        } catch (DeadLetters.NotTakenException e) {
            LOG.warn("dead letters were not sent again", e);
            throw new Problem(
                    AnyRequestProblem.UNAVAILABLE,
                    new Text(
                            "消息系统未确认收到，死信仍待处理，请再次重发", "the broker has not taken them: they are outstanding as before"));
        }
    }

    /** Why the event is not needed. */
    public record Discard(@NotBlank String reason) {}

    @POST
    @Path("/{id}/discard")
    public void discard(@PathParam("id") long id, @Valid Discard request) {
        caller.mustBe(TAX);
        caller.mustCoverCounty();
        if (!deadLetters.discard(id, caller.name(), request.reason())) {
            throw new Problem(
                    AnyRequestProblem.NOT_FOUND, new Text("没有待处理的死信 " + id, "no outstanding dead letter " + id));
        }
    }
}
