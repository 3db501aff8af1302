package cn.liangxian.audit.publication;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.rest.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Publications: the township reads its roster, publishes it and files the evidence. */
@Path("/publications")
public class PublicationsResource {

    private final Publications publications;
    private final Jdbi jdbi;
    private final Caller caller;

    PublicationsResource(Publications publications, Jdbi jdbi, Caller caller) {
        this.publications = publications;
        this.jdbi = jdbi;
        this.caller = caller;
    }

    @GET
    public List<Publications.Publication> all() {
        mustRead();
        return publications.of(caller.area());
    }

    @GET
    @Path("/{id}")
    public Publications.Publication one(@PathParam("id") String id) {
        mustRead();
        Publications.Publication publication = publications.get(id);
        caller.mustCover(publication.township());
        return publication;
    }

    /** The masked lines as CSV in UTF-8 with a byte order mark, as office programs expect it. */
    @GET
    @Path("/{id}/file")
    @Produces("text/csv; charset=UTF-8")
    public Response file(@PathParam("id") String id) {
        one(id);
        StreamingOutput body = out -> {
            Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            csv.write("\ufeff序号,村居,参保人,险种,缴费年度,缴费状态\r\n");
            jdbi.useTransaction(h -> PublishedLines.each(h, id, line -> write(csv, line)));
            csv.flush();
        };
        return Response.ok(body)
                .header("Content-Disposition", "attachment; filename=\"publication-" + id + ".csv\"")
                .build();
    }

    /** When it was published, and the SHA-256 of the evidence (photographs, screenshots), 64 hexadecimal digits. */
    public record Evidence(
            @NotNull LocalDate publishedOn, @NotNull @Pattern(regexp = "[0-9a-f]{64}") String evidenceDigest) {}

    @POST
    @Path("/{id}/evidence")
    public Publications.Publication evidence(@PathParam("id") String id, @NotNull @Valid Evidence evidence) {
        caller.mustBe(TOWNSHIP);
        caller.mustCover(publications.get(id).township());
        return publications.file(id, evidence.publishedOn(), evidence.evidenceDigest());
    }

    private void mustRead() {
        caller.mustBe(TOWNSHIP, VILLAGE, TAX, COUNTY_GOVERNMENT, AUDIT_BUREAU);
    }

    private static void write(Writer csv, PublishedLines.Line line) {
        try {
            csv.write(line.number() + "," + line.village() + "," + line.person() + ","
                    + Insurance.valueOf(line.insurance()).zh() + "," + line.feeYear() + ",已缴费\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
