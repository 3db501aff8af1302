package cn.liangxian.collection.receipt;

import static cn.liangxian.handoff.Department.CHANNEL;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.collection.payable.PayableResource.Query;
import cn.liangxian.collection.payment.PaymentProblem;
import cn.liangxian.collection.receipt.Receipt.Line;
import cn.liangxian.collection.receipt.Receipts.Holder;
import cn.liangxian.handoff.Clause;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;

/** 提供城乡居民两险查询业务: what has been paid for a resident. A query by POST, because an ID number has no place in an address. */
@Path("/payments")
@Clause("yicheng-2024/五(四)-e")
public class PaymentHistoryResource {

    private final Receipts receipts;
    private final Policy policy;
    private final Caller caller;

    PaymentHistoryResource(Receipts receipts, Policy policy, Caller caller) {
        this.receipts = receipts;
        this.policy = policy;
        this.caller = caller;
    }

    /** One person who bears the ID number, and all that was paid for the fee year, by whomever. */
    public record History(String personKey, int feeYear, List<Line> payments) {}

    @POST
    @Path("/query")
    public List<History> query(@Valid @NotNull Query query) {
        caller.mustBe(CHANNEL, TAX, VILLAGE, TOWNSHIP, MEDICAL_INSURANCE, SOCIAL_INSURANCE);
        List<Holder> holders = receipts.holders(query.idNumber(), caller.area());
        if (holders.isEmpty()) {
            throw new Problem(PaymentProblem.PAYER_UNKNOWN, null);
        }
        return holders.stream()
                .map(holder -> new History(
                        holder.personKey(), policy.feeYear(), receipts.linesOf(holder.personKey(), policy.feeYear())))
                .toList();
    }
}
