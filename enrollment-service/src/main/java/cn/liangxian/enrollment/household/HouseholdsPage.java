package cn.liangxian.enrollment.household;

import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.enrollment.desk.Areas;
import cn.liangxian.enrollment.desk.EnrollmentPages;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jdbi.v3.core.Jdbi;

/** Household data 户籍信息: the police hand a file in and are told which rows were not taken. {@link HouseholdResource} has the rules. */
@Path("/desk/households")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class HouseholdsPage {

    private static final int FEEDS = 50;
    private final Desk desk;
    private final Caller caller;
    private final Jdbi jdbi;
    private final Areas areas;
    private final HouseholdResource households;

    HouseholdsPage(Desk desk, Caller caller, Jdbi jdbi, Areas areas, HouseholdResource households) {
        this.desk = desk;
        this.caller = caller;
        this.jdbi = jdbi;
        this.areas = areas;
        this.households = households;
    }

    /** A file that was taken. */
    public record Feed(String area, String quarter, int received, int applied, String receivedOn) {}

    /** A row that was not taken: its column, as the file names it, and what is wrong. */
    public record Refused(int row, String field, String why) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page() {
        return shown(null);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public TemplateInstance upload(
            @RestForm String area,
            @RestForm String quarter,
            @RestForm String declared,
            @RestForm String key,
            @RestForm FileUpload file) {
        households.mustHandIn();
        if (file == null || file.size() == 0) {
            throw new Problem(AnyRequestProblem.MALFORMED, null).at(null, "file", Text.MISSING);
        }
        boolean csv = file.fileName().toLowerCase(Locale.ROOT).endsWith(".csv");
        try (InputStream content = Files.newInputStream(file.uploadedFile())) {
            return shown(households.update(
                    key,
                    Typed.count(declared),
                    csv ? "text/csv" : "application/x-ndjson",
                    Typed.text(area),
                    Typed.text(quarter),
                    content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param applied what became of the file just sent; null when none was */
    private TemplateInstance shown(HouseholdsApplied applied) {
        return desk.page("enrollment/households", EnrollmentPages.HOUSEHOLDS)
                .data("areas", areas.ofCaller())
                .data("key", UUID.randomUUID())
                .data("columns", String.join(", ", HouseholdRow.KNOWN))
                .data("applied", applied)
                .data("feeds", feeds())
                .data(
                        "refused",
                        applied == null
                                ? List.of()
                                : applied.errors().stream()
                                        .map(each -> new Refused(
                                                each.row(),
                                                each.field(),
                                                desk.language().of(each.message(), each.messageEn())))
                                        .toList());
    }

    private List<Feed> feeds() {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select area, quarter, received, applied, received_on from household_feed
                        where starts_with(area, ?) order by feed_id desc limit ?""")
                .bind(0, caller.area())
                .bind(1, FEEDS)
                .map((row, context) -> new Feed(
                        desk.place(row.getString(1)),
                        row.getString(2) == null ? "" : row.getString(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getObject(5, LocalDate.class).toString()))
                .list());
    }
}
