package cn.liangxian.audit.index;

import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.desk.Desk;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One line of a roster 名册行, as it stands on its topic. */
@Path("/desk/replay/line")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class LinePage {

    private final Desk desk;
    private final RosterLines lines;

    LinePage(Desk desk, RosterLines lines) {
        this.desk = desk;
        this.lines = lines;
    }

    static String address(LinePlaces.Line line) {
        return address(line.personKey(), line.partition(), line.offset());
    }

    static String address(EventsResource.Event event) {
        return address(event.subject(), event.partition(), event.offset());
    }

    private static String address(String person, int partition, long offset) {
        return "/desk/replay/line?key=" + URLEncoder.encode(person, StandardCharsets.UTF_8) + "&partition=" + partition
                + "&offset=" + offset;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("key") String key, @QueryParam("partition") int partition, @QueryParam("offset") long offset) {
        desk.countyPage("audit/replay", AuditPages.REPLAY);
        EventsResource.Event event = lines.one(key == null ? "" : key, partition, offset)
                .orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null))
                .event();
        String handoff = Topics.named(desk, event.topic());
        return desk.below("audit/line", AuditPages.REPLAY, handoff)
                .data("handoff", handoff)
                .data("from", Topics.from(desk, event.topic()))
                .data("to", Topics.to(desk, event.topic()))
                .data("clauses", Topics.clauses(event.topic()))
                .data("event", event)
                .data("payload", ReplayPage.pretty(event.payload()));
    }
}
