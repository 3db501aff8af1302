package cn.liangxian.reconciliation.treasury;

import static cn.liangxian.handoff.Department.TREASURY;

import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Policy;
import cn.liangxian.reconciliation.desk.ReconciliationPages;
import cn.liangxian.reconciliation.treasury.TreasuryDays.Reported;
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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * Reports of the treasury 国库日报: which days it has reported, in which version, and where it reports a day or reports it again,
 * from a file or entry by entry. {@link TreasuryDayResource} has the rules.
 */
@Path("/desk/treasury-days")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class TreasuryDaysPage {

    /** Two weeks and the day, times two insurances. */
    private static final int DAYS = 15;

    private final Desk desk;
    private final Caller caller;
    private final TreasuryDayResource resource;
    private final TreasuryDays reports;
    private final BusinessDay today;
    private final Policy policy;

    TreasuryDaysPage(
            Desk desk,
            Caller caller,
            TreasuryDayResource resource,
            TreasuryDays reports,
            BusinessDay today,
            Policy policy) {
        this.desk = desk;
        this.caller = caller;
        this.resource = resource;
        this.reports = reports;
        this.today = today;
        this.policy = policy;
    }

    /** An insurance of a day; {@code version} 0 while it is not reported, {@code total} in fen. */
    public record Row(
            String of,
            String date,
            String insurance,
            int version,
            String account,
            int rows,
            long total,
            String receivedOn,
            String digest) {}

    /** A channel by its code, as entries name it. */
    public record Channel(String code, String title) {}

    private record Of(LocalDate date, Insurance insurance) {

        static Of read(String text) {
            String[] parts = text.split("/", -1);
            try {
                return new Of(LocalDate.parse(parts[0]), Insurance.valueOf(parts[1]));
            } catch (DateTimeException | ArrayIndexOutOfBoundsException | IllegalArgumentException e) {
                throw new Problem(AnyRequestProblem.MALFORMED, null);
            }
        }
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("until") @DefaultValue("") String until) {
        TemplateInstance page = desk.page("reconciliation/treasury-days", ReconciliationPages.TREASURY_DAYS);
        caller.mustCoverCounty();
        LocalDate chosen = Typed.date(until);
        LocalDate last = chosen == null ? today.last().orElse(null) : chosen;
        return page.data("rows", last == null ? List.of() : rows(last))
                .data("until", last == null ? "" : last.toString());
    }

    /** The form for a day of an insurance, with the version that is next. */
    @GET
    @Path("/report")
    @Operation(hidden = true)
    public TemplateInstance form(@QueryParam("of") @DefaultValue("") String text) {
        desk.page("reconciliation/treasury-report", ReconciliationPages.TREASURY_DAYS);
        caller.mustBe(TREASURY);
        caller.mustCoverCounty();
        Of of = Of.read(text);
        return desk.below("reconciliation/treasury-report", ReconciliationPages.TREASURY_DAYS, desk.word("reportDay"))
                .data("date", of.date().toString())
                .data("insuranceCode", of.insurance().name())
                .data("insurance", desk.named(of.insurance()))
                .data("version", reports.lastVersion(of.date(), of.insurance()) + 1)
                .data("account", reports.account(of.insurance()))
                .data(
                        "channels",
                        policy.channels().stream()
                                .map(channel -> new Channel(
                                        channel.code(), desk.language().of(channel.zh(), channel.en())))
                                .toList())
                .data("key", UUID.randomUUID());
    }

    /** Entries come in the file or in {@code lines}, both of the same form; count and total are what the treasury declares. */
    @POST
    @Path("/report")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response report(
            @RestForm String date,
            @RestForm String insurance,
            @RestForm String version,
            @RestForm String account,
            @RestForm String count,
            @RestForm String total,
            @RestForm String lines,
            @RestForm FileUpload file,
            @RestForm String key) {
        Of of = Of.read(date + "/" + insurance);
        Integer next = Typed.count(version);
        Integer declared = Typed.count(count);
        Fen sum = Typed.yuan(total);
        if (next == null || declared == null || sum == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        resource.report(
                key,
                new TreasuryReport(
                        of.date(), of.insurance(), Typed.text(account), next, entries(file, lines), declared, sum));
        return Response.seeOther(URI.create("/desk/treasury-days")).build();
    }

    private static List<TreasuryReport.Row> entries(FileUpload file, String lines) {
        if (file == null || file.size() == 0) {
            return TreasuryFile.read(lines == null ? "" : lines);
        }
        try {
            return TreasuryFile.read(Files.readAllBytes(file.uploadedFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Row> rows(LocalDate last) {
        List<Reported> reported = reports.between(last.minusDays(DAYS - 1L), last);
        List<Row> rows = new ArrayList<>();
        for (int back = 0; back < DAYS; back++) {
            LocalDate date = last.minusDays(back);
            for (Insurance insurance : Insurance.values()) {
                rows.add(reported.stream()
                        .filter(each -> each.date().equals(date) && each.insurance() == insurance)
                        .findFirst()
                        .map(this::row)
                        .orElseGet(() -> missing(date, insurance)));
            }
        }
        return rows;
    }

    private Row row(Reported each) {
        return new Row(
                each.date() + "/" + each.insurance(),
                each.date().toString(),
                desk.named(each.insurance()),
                each.version(),
                each.account(),
                each.rows(),
                each.total().amount(),
                each.receivedOn().toString(),
                each.digest());
    }

    private Row missing(LocalDate date, Insurance insurance) {
        return new Row(date + "/" + insurance, date.toString(), desk.named(insurance), 0, "", 0, 0, "", "");
    }
}
