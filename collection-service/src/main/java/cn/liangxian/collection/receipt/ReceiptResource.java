package cn.liangxian.collection.receipt;

import static cn.liangxian.handoff.Department.CHANNEL;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.VILLAGE;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import cn.liangxian.collection.payable.PayableResource.Query;
import cn.liangxian.collection.receipt.IssuingReceipt.ForHolder;
import cn.liangxian.handoff.Department;
import cn.liangxian.rest.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Payment vouchers (缴费凭证) and certificates (缴费证明) for the resident at a counter or a channel, as JSON or PDF. The ID
 * number travels in the body. Asking again changes nothing, so there is no Idempotency-Key.
 */
@Path("/")
public class ReceiptResource {

    private static final String PDF = "application/pdf";
    private static final List<Department> SERVING = List.of(CHANNEL, TAX, VILLAGE, TOWNSHIP);

    private final IssuingReceipt issuing;
    private final ReceiptPdf pdf;
    private final Caller caller;

    ReceiptResource(IssuingReceipt issuing, ReceiptPdf pdf, Caller caller) {
        this.issuing = issuing;
        this.pdf = pdf;
        this.caller = caller;
    }

    /** Which payment of whom. */
    public record Wanted(@NotBlank @Size(max = 40) String idNumber, @NotNull UUID paymentId) {
        public Wanted {
            idNumber = idNumber == null ? null : idNumber.strip().toUpperCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return "Wanted[masked, " + paymentId + "]";
        }
    }

    @POST
    @Path("/receipts")
    @Produces(APPLICATION_JSON)
    public Receipt voucher(@Valid @NotNull Wanted wanted) {
        return issueVoucher(wanted).receipt();
    }

    @POST
    @Path("/receipts")
    @Produces(PDF)
    public Response voucherPdf(@Valid @NotNull Wanted wanted) {
        return file(issueVoucher(wanted));
    }

    /** All payments of the fee year, whoever made them. */
    @POST
    @Path("/certificates")
    @Produces(APPLICATION_JSON)
    public Receipt certificate(@Valid @NotNull Query query) {
        return issueCertificate(query).receipt();
    }

    @POST
    @Path("/certificates")
    @Produces(PDF)
    public Response certificatePdf(@Valid @NotNull Query query) {
        return file(issueCertificate(query));
    }

    /** For a page, whose rows name person and payment by their keys. */
    Response voucherPdfOf(String personKey, UUID paymentId) {
        caller.mustBe(SERVING);
        return file(issuing.voucherOf(personKey, paymentId));
    }

    /** As {@link #voucherPdfOf}. */
    Response certificatePdfOf(String personKey) {
        caller.mustBe(SERVING);
        return file(issuing.certificateOf(personKey));
    }

    private ForHolder issueVoucher(Wanted wanted) {
        caller.mustBe(SERVING);
        return issuing.voucher(wanted.idNumber(), wanted.paymentId());
    }

    private ForHolder issueCertificate(Query query) {
        caller.mustBe(SERVING);
        return issuing.certificate(query.idNumber());
    }

    private Response file(ForHolder issued) {
        return Response.ok(pdf.draw(issued), PDF)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + issued.receipt().number() + ".pdf\"")
                .build();
    }
}
