package cn.liangxian.audit.publication;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.audit.PublicationHandoff.Way;
import cn.liangxian.audit.publication.Publications.Publication;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Publications: what the township has to publish and the evidence that it did. The list itself is fetched from tax. */
@Path("/publications")
@Blocking
public class PublicationsResource {

    private final Publications publications;
    private final FilingEvidence filing;
    private final Caller caller;

    PublicationsResource(Publications publications, FilingEvidence filing, Caller caller) {
        this.publications = publications;
        this.filing = filing;
        this.caller = caller;
    }

    /** The oldest first; {@code after} is the last id of the page before. */
    @GET
    public List<Publication> page(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(2_000) int limit) {
        mustRead();
        return publications.of(caller.area(), after, limit);
    }

    @GET
    @Path("/{id}")
    public Publication one(@PathParam("id") String id) {
        mustRead();
        return visible(id);
    }

    /**
     * What the township states about a picture.
     *
     * @param place where it hung, for example 村务公开栏
     * @param village whose part it shows; null when it is the whole township's
     * @param way by which it was published; null where it does not matter
     */
    public record Statement(
            @NotNull LocalDate publishedOn,
            @NotBlank @Size(max = 100) String place,
            @Size(max = 12) String village,
            Way way) {}

    /** Parts: {@code file}, JPEG, PNG or PDF of at most 8 MiB, and {@code statement}. The same file twice is one. */
    @POST
    @Path("/{id}/evidence")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Publication file(
            @PathParam("id") String id,
            @RestForm("file") FileUpload file,
            @NotNull @Valid @RestForm("statement") @PartType(MediaType.APPLICATION_JSON) Statement statement) {
        mustFile();
        Publication publication = publications.get(id);
        caller.mustCover(publication.township());
        return filing.file(
                publication, statement, Evidence.read(file == null ? null : file.uploadedFile()), caller.name());
    }

    @GET
    @Path("/{id}/evidence")
    public List<Publications.Filed> evidence(@PathParam("id") String id) {
        mustRead();
        return publications.evidence(visible(id).publicationId());
    }

    @GET
    @Path("/{id}/evidence/{digest}")
    public Response picture(@PathParam("id") String id, @PathParam("digest") String digest) {
        mustRead();
        return publications
                .file(visible(id).publicationId(), digest)
                .orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null))
                .shown();
    }

    void mustFile() {
        caller.mustBe(TOWNSHIP);
    }

    private void mustRead() {
        caller.mustBe(TOWNSHIP, VILLAGE, TAX, COUNTY_GOVERNMENT, AUDIT_BUREAU);
    }

    /** A village sees the publication of its township. */
    private Publication visible(String id) {
        Publication publication = publications.get(id);
        if (!caller.area().startsWith(publication.township())) {
            caller.mustCover(publication.township());
        }
        return publication;
    }
}
