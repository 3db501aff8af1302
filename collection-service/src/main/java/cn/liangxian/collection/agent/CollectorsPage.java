package cn.liangxian.collection.agent;

import cn.liangxian.collection.agent.AgentResource.Registration;
import cn.liangxian.collection.desk.CollectionPages;
import cn.liangxian.collection.scan.Scan;
import cn.liangxian.collection.scan.Uploaded;
import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.rest.Caller;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Village agents 村居代办人员: who may take contributions where and until when; a township registers its own. */
@Path("/desk/collectors")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class CollectorsPage {

    private static final String HERE = "/desk/collectors";
    private static final int ROWS = 200;
    /** A longer agreement is scanned in fewer dots. Its digest is kept, the scan is not. */
    private static final int MOST_BYTES = 4_194_304;

    private final Desk desk;
    private final Caller caller;
    private final AgentResource agents;
    private final BusinessDay day;

    CollectorsPage(Desk desk, Caller caller, AgentResource agents, BusinessDay day) {
        this.desk = desk;
        this.caller = caller;
        this.agents = agents;
        this.day = day;
    }

    /** An agent; {@code now} on the open date. */
    public record Row(
            String village, String number, String name, String from, String until, boolean now, String digest) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("after") @DefaultValue("") String after) {
        TemplateInstance page = desk.page("collection/collectors", CollectionPages.COLLECTORS);
        List<Agent> found = agents.list(after, ROWS);
        LocalDate today = day.last().orElse(LocalDate.MIN);
        return page.data("rows", found.stream().map(each -> row(each, today)).toList())
                .data("next", found.size() == ROWS ? after(found.get(ROWS - 1)) : null)
                .data("registers", AgentResource.REGISTERING.contains(caller.department()))
                .data("area", caller.area())
                .data("key", UUID.randomUUID());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response register(
            @RestForm String village,
            @RestForm String number,
            @RestForm String name,
            @RestForm String from,
            @RestForm String until,
            @RestForm String key,
            @RestForm FileUpload agreement) {
        agents.mustRegister();
        byte[] signed = Uploaded.bytes(agreement, MOST_BYTES, "agreementDigest");
        agents.register(
                key,
                new Registration(List.of(new Agent(
                        Typed.text(village),
                        Typed.text(number),
                        Typed.text(name),
                        signed.length == 0 ? null : Scan.digest(signed),
                        Typed.date(from),
                        Typed.date(until)))));
        return Response.seeOther(URI.create(HERE)).build();
    }

    private static String after(Agent last) {
        return last.village() + "/" + last.number() + "/" + last.from();
    }

    private Row row(Agent each, LocalDate today) {
        return new Row(
                desk.place(each.village()),
                each.number(),
                each.name(),
                each.from().toString(),
                each.until().toString(),
                each.mayCollectOn(today),
                each.agreementDigest());
    }
}
