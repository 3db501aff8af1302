package cn.liangxian.audit.cashrisk;

import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.audit.cashrisk.SelfCheck.Result;
import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.audit.register.Sight;
import cn.liangxian.desk.Desk;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Township;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Suspects of cash payment 现金疑点: what the screens pushed to the townships, and what these found when they checked themselves. */
@Path("/desk/suspects")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class SuspectsPage {

    private static final int ROWS = 100;
    /** A township has to say something of each, so that they stand on one page; a push of more is answered by a program. */
    private static final int MOST = 2_000;

    private final Desk desk;
    private final Caller caller;
    private final CashRiskResource risk;
    private final Pushes pushes;
    private final Policy policy;
    private final BusinessDay today;

    SuspectsPage(Desk desk, Caller caller, CashRiskResource risk, Pushes pushes, Policy policy, BusinessDay today) {
        this.desk = desk;
        this.caller = caller;
        this.risk = risk;
        this.pushes = pushes;
        this.policy = policy;
        this.today = today;
    }

    /** A choice of the filter or of a form. */
    public record Choice(String value, String title, boolean chosen) {}

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

    /** Who looked at a report. */
    public record LookRow(String on, String department, String area) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("township") @DefaultValue("") String township,
            @QueryParam("after") @DefaultValue("") String after) {
        TemplateInstance page = desk.page("audit/suspects", AuditPages.SUSPECTS);
        if (!township.isBlank()) {
            caller.mustCover(township);
        }
        List<Pushes.Push> found = pushes.of(township.isBlank() ? caller.area() : township, after, ROWS + 1);
        return page.data("rows", found.stream().limit(ROWS).map(this::row).toList())
                .data("next", found.size() > ROWS ? found.get(ROWS - 1).pushId() : null)
                .data("township", township)
                .data("townships", townships(township))
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
        Pushes.Push push = pushes.find(id).orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
        boolean checks = push.reportedOn() == null && caller.department() == TOWNSHIP;
        boolean reads = CashRiskResource.REPORT_READERS.contains(caller.department());
        int rows = checks ? MOST : ROWS;
        List<Suspect> suspects = risk.suspects(id, after, rows).stream()
                .map(suspect -> suspect(suspect, screens))
                .toList();
        boolean more = suspects.size() == rows;
        return desk.below("audit/push", AuditPages.SUSPECTS, desk.word("suspectsOf"))
                .data("push", row(push))
                .data("replays", Sight.oversees(caller.department()))
                .data("digest", push.reportDigest())
                .data("reads", push.reportedOn() != null && reads)
                .data("looks", reads ? looks(id) : List.of())
                .data("suspects", suspects)
                .data("checks", checks && !more && after.isEmpty())
                .data(
                        "results",
                        Arrays.stream(Result.values())
                                .map(each -> new Choice(each.name(), desk.word("result_" + each), false))
                                .toList())
                .data("key", UUID.randomUUID())
                .data("next", more ? suspects.get(rows - 1).id() : null);
    }

    private List<LookRow> looks(String push) {
        return risk.looks(push).stream()
                .map(look ->
                        new LookRow(look.seenOn().toString(), desk.named(look.department()), desk.place(look.area())))
                .toList();
    }

    /** The township's word on each suspect of a push, with its signed report. */
    @POST
    @Path("/self-check")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response report(
            @RestForm String id,
            @RestForm("suspect") List<String> suspects,
            @RestForm("result") List<Result> results,
            @RestForm FileUpload report,
            @RestForm String key) {
        risk.mustCheck();
        boolean complete = id != null && report != null && report.size() > 0 && suspects.size() == results.size();
        if (!complete) {
            throw new Problem(AnyRequestProblem.MALFORMED, desk.text("selfCheckNeeds"));
        }
        Map<String, Result> found = new TreeMap<>();
        for (int i = 0; i < suspects.size(); i++) {
            found.put(suspects.get(i), results.get(i));
        }
        risk.report(key, id, new CashRiskResource.Report(found, bytes(report)));
        return Response.seeOther(URI.create("/desk/suspects")).build();
    }

    /** A file that is too large is refused unread. */
    private byte[] bytes(FileUpload file) {
        if (file.size() > CashRiskResource.MOST_BYTES) {
            throw new Problem(AnyRequestProblem.MALFORMED, desk.text("reportTooLarge"));
        }
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The signed report of a self-check; the look is kept. */
    @GET
    @Path("/report")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response signed(@QueryParam("id") @DefaultValue("") String id) {
        return risk.signed(id);
    }

    private List<Choice> townships(String chosen) {
        return today.last().map(policy.jurisdiction()::townships).orElse(List.of()).stream()
                .map(Township::code)
                .filter(code -> code.startsWith(caller.area()))
                .map(code -> new Choice(code, desk.place(code), code.equals(chosen)))
                .toList();
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
