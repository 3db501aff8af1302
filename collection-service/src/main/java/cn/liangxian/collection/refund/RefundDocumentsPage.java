package cn.liangxian.collection.refund;

import cn.liangxian.collection.desk.CollectionPages;
import cn.liangxian.collection.refund.RefundDocuments.Copy;
import cn.liangxian.collection.refund.RefundDocuments.Look;
import cn.liangxian.collection.scan.Uploaded;
import cn.liangxian.desk.Desk;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The documents of a refund 退费证明材料: which of them tax has a copy of, who looked at them, and those that are still to come. */
@Path("/desk/refunds/documents")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class RefundDocumentsPage {

    private final Desk desk;
    private final Caller caller;
    private final RefundDocumentResource resource;

    RefundDocumentsPage(Desk desk, Caller caller, RefundDocumentResource resource) {
        this.desk = desk;
        this.caller = caller;
        this.resource = resource;
    }

    /** A document; {@code since} empty while there is no copy. */
    public record Row(String name, String digest, boolean original, String since) {}

    /** Who looked at which. */
    public record LookRow(String on, String department, String area, String name) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("id") UUID id) {
        desk.page("collection/refund-documents", CollectionPages.REFUNDS);
        List<Copy> copies = resource.documents(known(id));
        return desk.below("collection/refund-documents", CollectionPages.REFUNDS, desk.word("refundDocumentsHeld"))
                .data("id", id)
                .data("documents", copies.stream().map(RefundDocumentsPage::row).toList())
                .data(
                        "awaits",
                        RefundDocumentResource.HOLDING.contains(caller.department())
                                && copies.stream().anyMatch(each -> each.heldSince() == null))
                .data(
                        "looks",
                        resource.looks(id).stream()
                                .map(look -> row(look, copies))
                                .toList())
                .data("key", UUID.randomUUID());
    }

    @GET
    @Path("/one")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response document(@QueryParam("id") UUID id, @QueryParam("digest") String digest) {
        if (digest == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        return resource.document(known(id), digest);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response hold(@RestForm UUID id, @RestForm String key, @RestForm("documents") List<FileUpload> documents) {
        resource.mustHold();
        known(id);
        int number = 0;
        for (FileUpload file : documents) {
            resource.hold(key + "-" + ++number, id, new RefundDocumentResource.Content(bytes(file)));
        }
        return Response.seeOther(URI.create("/desk/refunds/documents?id=" + id)).build();
    }

    static byte[] bytes(FileUpload file) {
        return Uploaded.bytes(file, RefundDocumentResource.MOST_BYTES, "documents");
    }

    private static UUID known(UUID id) {
        if (id == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        return id;
    }

    private static Row row(Copy each) {
        return new Row(
                each.name(),
                each.digest(),
                each.original(),
                each.heldSince() == null ? "" : each.heldSince().toString());
    }

    private LookRow row(Look look, List<Copy> copies) {
        return new LookRow(
                look.seenOn().toString(),
                desk.named(look.department()),
                desk.place(look.area()),
                copies.stream()
                        .filter(copy -> copy.digest().equals(look.digest()))
                        .map(Copy::name)
                        .findFirst()
                        .orElse(""));
    }
}
