package cn.liangxian.collection.refund;

import cn.liangxian.collection.RefundHandoff.Document;
import cn.liangxian.collection.desk.CollectionPages;
import cn.liangxian.collection.payment.Payment.Outcome;
import cn.liangxian.collection.refund.RefundDocumentResource.Content;
import cn.liangxian.collection.refund.RefundablePayments.Refundable;
import cn.liangxian.collection.scan.Scan;
import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A refund asked for 退费申请: of a payment, by the resident whom tax hears, with the documents that prove why. */
@Path("/desk/refunds/request")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class RefundRequestPage {

    /** What residents ask for; the others tax finds by itself. */
    private static final Set<RefundReason> ASKED_FOR =
            EnumSet.range(RefundReason.INSURED_ELSEWHERE, RefundReason.PAID_IN_ERROR);

    private final Desk desk;
    private final Caller caller;
    private final RefundResource refunds;
    private final RefundDocumentResource held;
    private final RefundablePayments payments;

    RefundRequestPage(
            Desk desk,
            Caller caller,
            RefundResource refunds,
            RefundDocumentResource held,
            RefundablePayments payments) {
        this.desk = desk;
        this.caller = caller;
        this.refunds = refunds;
        this.held = held;
        this.payments = payments;
    }

    /** The payment that goes back; sums in fen, {@code gone} of it went back before. */
    public record Paid(
            String id,
            String paidOn,
            String insurance,
            int feeYear,
            String place,
            String channel,
            long amount,
            long gone,
            long left) {}

    /** A choice of the form. */
    public record Choice(String value, String title) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("payment") UUID payment) {
        refunds.mustRequest();
        if (payment == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        Refundable found =
                payments.find(payment, caller.area()).orElseThrow(() -> new Problem(RefundProblem.NO_PAYMENT, null));
        return desk.below("collection/refund-request", CollectionPages.REFUNDS, desk.word("requestRefund"))
                .data("paid", paid(found))
                .data("resident", desk.elsewhere("enrollment", "/desk/persons/one?key=" + found.personKey()))
                .data("needsDocuments", found.outcome() == Outcome.PAID)
                .data(
                        "reasons",
                        ASKED_FOR.stream()
                                .map(reason -> new Choice(reason.name(), desk.word("refundReason_" + reason)))
                                .toList())
                .data("key", UUID.randomUUID());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response request(
            @RestForm UUID payment,
            @RestForm String amount,
            @RestForm RefundReason reason,
            @RestForm String original,
            @RestForm String key,
            @RestForm("documents") List<FileUpload> documents) {
        refunds.mustRequest();
        List<FileUpload> files =
                documents.stream().filter(file -> file.size() > 0).toList();
        if (files.size() > RefundResource.MOST_DOCUMENTS) {
            String most = Integer.toString(RefundResource.MOST_DOCUMENTS);
            throw new Problem(
                    AnyRequestProblem.MALFORMED, new Text("材料最多" + most + "份", "at most " + most + " documents"));
        }
        // one after the other, and read again when they are kept: all of them at once are too many for the memory
        List<Document> proofs = new ArrayList<>();
        for (FileUpload file : files) {
            Scan scan = Scan.read(RefundDocumentsPage.bytes(file), RefundProblem.DOCUMENT_UNREADABLE);
            proofs.add(new Document(named(proofs.size() + 1, scan), scan.digest(), original != null));
        }
        RefundCase taken =
                refunds.request(key, new RefundResource.Request(payment, Typed.yuan(amount), reason, proofs));
        for (int i = 0; i < files.size(); i++) {
            Content copy = new Content(RefundDocumentsPage.bytes(files.get(i)));
            held.hold(key + "-" + (i + 1), UUID.fromString(taken.caseId()), copy);
        }
        return Response.seeOther(URI.create("/desk/refunds")).build();
    }

    private Paid paid(Refundable payment) {
        return new Paid(
                payment.paymentId().toString(),
                payment.paidOn().toString(),
                desk.named(payment.insurance()),
                payment.feeYear(),
                desk.place(payment.village()),
                desk.channel(payment.channel()),
                payment.amount().amount(),
                payment.gone().amount(),
                payment.left().amount());
    }

    /** By its number and kind: who names a scan writes the resident's name and ID number, and events bear neither. */
    private static String named(int number, Scan scan) {
        return "证明" + number + "." + scan.type().substring(scan.type().indexOf('/') + 1);
    }
}
