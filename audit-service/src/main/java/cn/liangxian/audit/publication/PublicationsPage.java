package cn.liangxian.audit.publication;

import cn.liangxian.audit.PublicationHandoff.Way;
import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.audit.publication.Publications.Publication;
import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.rest.Caller;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Publications 公示: which list each township has to put up from when until when, and the pictures that show that it did. */
@Path("/desk/publications")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class PublicationsPage {

    private final Desk desk;
    private final Caller caller;
    private final Publications publications;
    private final PublicationsResource resource;
    private final BusinessDay day;

    PublicationsPage(
            Desk desk, Caller caller, Publications publications, PublicationsResource resource, BusinessDay day) {
        this.desk = desk;
        this.caller = caller;
        this.publications = publications;
        this.resource = resource;
        this.day = day;
    }

    /** A picture that was filed. */
    public record Picture(String digest, String on, String place) {}

    /** A choice of the form. */
    public record Choice(String value, String title) {}

    /** A publication; {@code look} tells not yet, late, done and replaced apart. */
    public record Row(
            String id,
            String township,
            int version,
            int people,
            String orderedOn,
            String period,
            String publishedOn,
            String state,
            String look,
            List<Picture> pictures) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page() {
        TemplateInstance page = desk.page("audit/publications", AuditPages.PUBLICATIONS);
        LocalDate today = day.last().orElse(LocalDate.MIN);
        List<Row> rows = publications.of(caller.area(), "", Integer.MAX_VALUE).stream()
                .map(each -> row(each, today))
                .toList();
        return page.data("rows", rows)
                .data("published", count(rows, "done"))
                .data("waiting", count(rows, "not-yet"))
                .data("late", count(rows, "late"))
                .data("files", caller.department() == Department.TOWNSHIP)
                .data("today", today.toString())
                .data(
                        "ways",
                        Arrays.stream(Way.values())
                                .map(way -> new Choice(way.name(), desk.word("publicationWay_" + way)))
                                .toList());
    }

    /** A township files the picture that shows its list where it hangs. */
    @POST
    @Path("/evidence")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response file(
            @RestForm String id,
            @RestForm String publishedOn,
            @RestForm String place,
            @RestForm String village,
            @RestForm Way way,
            @RestForm("file") FileUpload file) {
        resource.mustFile();
        resource.file(
                id,
                file,
                new PublicationsResource.Statement(
                        Typed.date(publishedOn), Typed.text(place), Typed.text(village), way));
        return Response.seeOther(URI.create("/desk/publications")).build();
    }

    /** The photograph or scan. */
    @GET
    @Path("/picture")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response picture(@QueryParam("id") String id, @QueryParam("digest") String digest) {
        return resource.picture(id, digest);
    }

    private static long count(List<Row> rows, String look) {
        return rows.stream().filter(row -> row.look().equals(look)).count();
    }

    private Row row(Publication each, LocalDate today) {
        String look = look(each, today);
        return new Row(
                each.publicationId(),
                desk.place(each.township()),
                each.version(),
                each.people(),
                each.orderedOn().toString(),
                each.from() + " – " + each.until(),
                each.publishedOn() == null ? "" : each.publishedOn().toString(),
                desk.word("publication_" + look.replace('-', '_')),
                look,
                publications.evidence(each.publicationId()).stream()
                        .map(filed -> new Picture(
                                filed.evidenceDigest(), filed.publishedOn().toString(), filed.place()))
                        .toList());
    }

    private static String look(Publication each, LocalDate today) {
        if (each.publishedOn() != null) {
            return each.publishedInTime() ? "done" : "late";
        }
        if (each.replacedBy() != null) {
            return "quiet";
        }
        return today.isAfter(each.until()) ? "late" : "not-yet";
    }
}
