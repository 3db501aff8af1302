package cn.liangxian.collection.refund;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.collection.day.CollectingDay;
import cn.liangxian.collection.refund.RefundCases.Actor;
import cn.liangxian.collection.refund.RefundDocuments.Copy;
import cn.liangxian.collection.refund.RefundDocuments.Look;
import cn.liangxian.collection.scan.Scan;
import cn.liangxian.handoff.Department;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The documents of a refund: handed in by tax and by the agency that checks it, read by them and by the audit bureau. */
@Path("/refunds")
@Blocking
public class RefundDocumentResource {

    /** Who hands them in; the audit bureau reads alone. */
    static final List<Department> HOLDING = List.of(TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE);

    /** A longer one is scanned page by page. */
    static final int MOST_BYTES = 4_194_304;

    private final RefundDocuments documents;
    private final RefundCases cases;
    private final CollectingDay day;
    private final Idempotency idempotency;
    private final Caller caller;

    RefundDocumentResource(
            RefundDocuments documents, RefundCases cases, CollectingDay day, Idempotency idempotency, Caller caller) {
        this.documents = documents;
        this.cases = cases;
        this.day = day;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** PDF, JPEG or PNG, at most 4 MiB; by its SHA-256 the request has named it. */
    public record Content(@NotNull @Size(min = 1, max = MOST_BYTES) byte[] content) {

        @Override
        public String toString() {
            return "Content[" + (content == null ? 0 : content.length) + "]";
        }
    }

    private record Asked(UUID refund, String digest) {}

    @POST
    @Path("/{caseId}/documents")
    @ResponseStatus(201)
    public Copy hold(
            @HeaderParam("Idempotency-Key") String key, @PathParam("caseId") UUID id, @Valid @NotNull Content content) {
        mustHold();
        Scan scan = Scan.read(content.content(), RefundProblem.DOCUMENT_UNREADABLE);
        return idempotency.onceOnAnyDate(
                "refund-document",
                key,
                new Asked(id, scan.digest()),
                Copy.class,
                () -> documents.hold(
                        cases.find(id, caller), scan, new Actor(caller.department(), caller.name()), day.join()));
    }

    /** All that the request names, and since when there is a copy of each. */
    @GET
    @Path("/{caseId}/documents")
    public List<Copy> documents(@PathParam("caseId") UUID id) {
        mustRead();
        return documents.of(cases.find(id, caller));
    }

    /** As it was handed in; the look is kept. */
    @GET
    @Path("/{caseId}/documents/{digest}")
    @Produces(MediaType.WILDCARD)
    public Response document(@PathParam("caseId") UUID id, @PathParam("digest") String digest) {
        mustRead();
        return documents.look(id, digest).shown();
    }

    /** Who looked at its documents, the latest first: at most 50, one a person, document and day. */
    @GET
    @Path("/{caseId}/looks")
    public List<Look> looks(@PathParam("caseId") UUID id) {
        mustRead();
        return documents.looks(cases.find(id, caller));
    }

    void mustHold() {
        caller.mustBe(HOLDING);
    }

    private void mustRead() {
        caller.mustBe(TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE, AUDIT_BUREAU);
    }
}
