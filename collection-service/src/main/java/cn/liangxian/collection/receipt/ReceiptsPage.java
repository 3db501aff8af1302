package cn.liangxian.collection.receipt;

import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.collection.desk.CollectionPages;
import cn.liangxian.collection.payable.PayableResource.Query;
import cn.liangxian.collection.receipt.PaymentHistoryResource.History;
import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Masked;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Receipts 缴费凭证: what was paid for a resident at the counter, each payment with its voucher. The ID number is posted, and not sent back. */
@Path("/desk/receipts")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ReceiptsPage {

    private static final int LONGEST = 40;
    private final Desk desk;
    private final Caller caller;
    private final PaymentHistoryResource history;
    private final ReceiptResource receipts;

    ReceiptsPage(Desk desk, Caller caller, PaymentHistoryResource history, ReceiptResource receipts) {
        this.desk = desk;
        this.caller = caller;
        this.history = history;
        this.receipts = receipts;
    }

    /** A payment of a person; sums in fen. {@code own}: the person paid it, and not all of it went back yet. */
    public record Row(
            String person,
            String paymentId,
            String paidOn,
            String insurance,
            long amount,
            long refunded,
            String payer,
            boolean own,
            String channel,
            String voucher) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page() {
        return page("", List.of(), List.of(), false);
    }

    @POST
    @Operation(hidden = true)
    public TemplateInstance ask(@FormParam("idNumber") String idNumber) {
        Query query = query(idNumber);
        List<History> found = history.query(query);
        List<Row> rows = found.stream()
                .flatMap(each -> each.payments().stream().map(line -> row(each.personKey(), line)))
                .toList();
        List<String> people = rows.stream().map(Row::person).distinct().toList();
        return page(Masked.idNumber(query.idNumber()), rows, people, true);
    }

    @POST
    @Path("/voucher")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response voucher(@FormParam("person") UUID person, @FormParam("payment") UUID payment) {
        if (person == null || payment == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        return receipts.voucherPdfOf(person.toString(), payment);
    }

    @POST
    @Path("/certificate")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response certificate(@FormParam("person") UUID person) {
        if (person == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        return receipts.certificatePdfOf(person.toString());
    }

    private TemplateInstance page(String masked, List<Row> rows, List<String> people, boolean asked) {
        return desk.page("collection/receipts", CollectionPages.RECEIPTS)
                .data("masked", masked)
                .data("people", people)
                .data("rows", rows)
                .data("asked", asked)
                .data("refunds", caller.department() == TAX);
    }

    private Query query(String idNumber) {
        if (idNumber == null || idNumber.isBlank() || idNumber.length() > LONGEST) {
            throw new Problem(AnyRequestProblem.MALFORMED, desk.text("idNumber"));
        }
        return new Query(idNumber);
    }

    private Row row(String person, Receipt.Line line) {
        return new Row(
                person,
                line.paymentId(),
                line.paidOn().toString(),
                desk.named(line.insurance()),
                line.amount().amount(),
                line.refunded().amount(),
                desk.word("payer_" + line.payer()),
                line.payer().equals(Payer.SELF.name()) && !line.refunded().equals(line.amount()),
                desk.channel(line.channel()),
                line.voucher());
    }
}
