package cn.liangxian.audit.cashrisk;

import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.desk.Desk;
import cn.liangxian.messaging.BusinessDay;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Suspects of cash payment 现金疑点: what the screens pushed to the townships, and what these found. */
@Path("/desk/suspects")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class SuspectsPage {

    private static final int ROWS = 100;
    private final Desk desk;
    private final CashRiskResource risk;
    private final BusinessDay today;

    SuspectsPage(Desk desk, CashRiskResource risk, BusinessDay today) {
        this.desk = desk;
        this.risk = risk;
        this.today = today;
    }

    /** A push with how its self-check stands. */
    public record Row(
            String id,
            String township,
            String pushedOn,
            String until,
            boolean untilAssumed,
            String reportedOn,
            String state,
            String look) {}

    /** A screen in the words of the reader. */
    public record Screen(String name, String breach, String seeks, String clause) {}

    /** A suspect with what the township found. */
    public record Suspect(
            String id,
            String screen,
            String breach,
            String village,
            long amount,
            List<String> evidence,
            String result,
            String look) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("after") @DefaultValue("") String after) {
        TemplateInstance page = desk.page("audit/suspects", AuditPages.SUSPECTS);
        CashRiskResource.Page found = risk.page(after, ROWS);
        return page.data("rows", found.pushes().stream().map(this::row).toList())
                .data("next", found.next())
                .data("screens", risk.screens().stream().map(this::screen).toList());
    }

    /** The suspects of a push, for the drawer. */
    @GET
    @Path("/one")
    @Operation(hidden = true)
    public TemplateInstance one(
            @QueryParam("id") @DefaultValue("") String id, @QueryParam("after") @DefaultValue("") String after) {
        Map<String, String> screens = risk.screens().stream()
                .collect(Collectors.toMap(
                        CashScreen.Explained::name, s -> desk.language().of(s.zh(), s.en())));
        List<Suspect> suspects = risk.suspects(id, after, ROWS).stream()
                .map(suspect -> suspect(suspect, screens))
                .toList();
        return desk.below("audit/push", AuditPages.SUSPECTS, desk.word("suspectsOf"))
                .data("id", id)
                .data("suspects", suspects)
                .data("next", suspects.size() == ROWS ? suspects.get(ROWS - 1).id() : null);
    }

    private Row row(Pushes.Push push) {
        LocalDate now = today.last().orElse(null);
        boolean late = push.reportedOn() == null
                ? push.until() != null && now != null && now.isAfter(push.until())
                : push.until() != null && push.reportedOn().isAfter(push.until());
        String state = push.reportedOn() == null ? late ? "late" : "checks" : late ? "reportedLate" : "reported";
        return new Row(
                push.pushId(),
                desk.place(push.township()),
                push.pushedOn().toString(),
                push.until() == null ? "" : push.until().toString(),
                push.untilAssumed(),
                push.reportedOn() == null ? "" : push.reportedOn().toString(),
                desk.word("push_" + state),
                push.reportedOn() == null ? late ? "late" : "not-yet" : late ? "done-late" : "done");
    }

    private Screen screen(CashScreen.Explained screen) {
        return new Screen(
                desk.language().of(screen.zh(), screen.en()),
                desk.word("breach_" + screen.breach()),
                desk.language().of(screen.seeksZh(), screen.seeks()),
                screen.clause().substring(screen.clause().indexOf('/') + 1));
    }

    private Suspect suspect(Pushes.Suspect suspect, Map<String, String> screens) {
        String result = suspect.result() == null ? "none" : suspect.result().name();
        return new Suspect(
                suspect.suspectId(),
                screens.getOrDefault(suspect.screen(), suspect.screen()),
                desk.word("breach_" + suspect.breach()),
                suspect.village() == null ? "" : desk.place(suspect.village()),
                suspect.amount().amount(),
                suspect.evidence(),
                desk.word("result_" + result),
                result.equals("none") ? "not-yet" : result.equals("VIOLATION") ? "late" : "done");
    }
}
