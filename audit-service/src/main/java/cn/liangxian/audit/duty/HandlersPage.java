package cn.liangxian.audit.duty;

import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.messaging.BusinessDay;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A township publishes the handlers 经办人员 of its villages. {@link DutiesResource} has the rules. */
@Path("/desk/duties/handlers")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class HandlersPage {

    private final Desk desk;
    private final Caller caller;
    private final DutiesResource duties;
    private final HandlerLines handlerLines;
    private final BusinessDay day;

    HandlersPage(Desk desk, Caller caller, DutiesResource duties, HandlerLines handlerLines, BusinessDay day) {
        this.desk = desk;
        this.caller = caller;
        this.duties = duties;
        this.handlerLines = handlerLines;
        this.day = day;
    }

    /** The form by which a township publishes the handlers of its villages, with those that hang there now. */
    @GET
    @Operation(hidden = true)
    public TemplateInstance form() {
        desk.page("audit/handlers", AuditPages.DUTIES);
        duties.mustPublish();
        String lines = HandlerLines.write(duties.handlers(caller.area(), "", DutiesResource.MOST_HANDLERS));
        return form(day.last().map(LocalDate::toString).orElse(""), lines, List.of());
    }

    /** @param refused what is wrong in the lines, each by its number */
    private TemplateInstance form(String publishedOn, String lines, List<String> refused) {
        return desk.below("audit/handlers", AuditPages.DUTIES, desk.word("publishHandlers"))
                .data("today", day.last().map(LocalDate::toString).orElse(""))
                .data("publishedOn", publishedOn)
                .data("lines", lines)
                .data("refused", refused)
                .data("key", UUID.randomUUID());
    }

    /** @param lines as {@link HandlerLines} reads them; they are still there where they are refused */
    @POST
    @Operation(hidden = true)
    public Response publish(
            @FormParam("publishedOn") String publishedOn,
            @FormParam("lines") @DefaultValue("") String lines,
            @FormParam("key") String key) {
        duties.mustPublish();
        LocalDate on = Typed.date(publishedOn);
        if (on == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        try {
            duties.publish(key, new DutiesResource.Publication(on, handlerLines.read(lines)));
        } catch (Problem refused) {
            return Response.status(refused.type().wording().status())
                    .entity(form(publishedOn, lines, said(refused)))
                    .build();
        }
        return Response.seeOther(URI.create("/desk/duties")).build();
    }

    private List<String> said(Problem refused) {
        List<String> said = new ArrayList<>();
        said.add(desk.language().of(refused.type().title()));
        refused.violations()
                .forEach(each -> said.add(desk.language()
                        .of("第" + each.row() + "行：" + each.message(), "Line " + each.row() + ": " + each.messageEn())));
        return said;
    }
}
