package cn.liangxian.audit.waiver;

import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.audit.register.ObligationRow;
import cn.liangxian.audit.register.Rulebook;
import cn.liangxian.audit.waiver.Waiver.State;
import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Waivers 豁免 as a page: which are asked for, and the decision of a second person. {@link WaiversResource} has the rules. */
@Path("/desk/waivers")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class WaiversPage {

    private static final int ROWS = 100;
    private final Desk desk;
    private final Caller caller;
    private final WaiversResource waivers;
    private final Rulebook rulebook;

    WaiversPage(Desk desk, Caller caller, WaiversResource waivers, Rulebook rulebook) {
        this.desk = desk;
        this.caller = caller;
        this.waivers = waivers;
        this.rulebook = rulebook;
    }

    /** A request; {@code decides}: the reader may agree or refuse. {@code key} of its form. */
    public record Row(
            String id,
            String obligationId,
            String handoff,
            String unit,
            String due,
            String kind,
            String reason,
            String asked,
            String state,
            String look,
            String answer,
            boolean decides,
            String key) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("pending") @DefaultValue("true") boolean pending,
            @QueryParam("after") @DefaultValue("") String after) {
        TemplateInstance page = desk.page("audit/waivers", AuditPages.WAIVERS);
        WaiversResource.Page found = waivers.page(pending, after, ROWS);
        return page.data("pending", pending)
                .data("rows", found.waivers().stream().map(this::row).toList())
                .data("next", found.next());
    }

    /** From the drawer of the obligation. */
    @POST
    @Operation(hidden = true)
    public Response ask(
            @FormParam("id") String id,
            @FormParam("kind") Waiver.Kind kind,
            @FormParam("reason") String reason,
            @FormParam("key") String key) {
        waivers.ask(key, new WaiversResource.Request(Typed.text(id), kind, Typed.text(reason)));
        return back();
    }

    @POST
    @Path("/decision")
    @Operation(hidden = true)
    public Response decide(
            @FormParam("id") String id,
            @FormParam("approved") Boolean approved,
            @FormParam("reason") String reason,
            @FormParam("key") String key) {
        if (id == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        waivers.decide(id, key, new WaiversResource.Decision(approved, Typed.text(reason)));
        return back();
    }

    private Row row(Waiver each) {
        String handoff = each.obligationId().replaceAll(":.*", "");
        boolean pending = each.state() == State.PENDING;
        return new Row(
                each.waiverId(),
                each.obligationId(),
                ObligationRow.handoff(desk, rulebook, handoff),
                desk.named(each.owner()) + " · " + desk.place(each.area()),
                each.waitsUntil() == null ? "" : each.waitsUntil().toString(),
                desk.word("waiver_" + each.kind()),
                each.reason(),
                each.requestedOn() + " " + desk.named(each.requester()),
                desk.word("waiver_" + each.state()),
                pending ? "wait" : each.state() == State.APPROVED ? "done" : "quiet",
                each.answer() == null ? "" : each.answer(),
                pending
                        && each.waitsOn().contains(caller.department())
                        && !each.requestedBy().equals(caller.name()),
                UUID.randomUUID().toString());
    }

    private static Response back() {
        return Response.seeOther(URI.create("/desk/waivers")).build();
    }
}
