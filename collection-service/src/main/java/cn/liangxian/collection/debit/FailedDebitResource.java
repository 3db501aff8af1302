package cn.liangxian.collection.debit;

import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.collection.debit.FailedDebit.Contact;
import cn.liangxian.collection.debit.FailedDebit.Outcome;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Failed debits, worked by township and village until they are paid. */
@Path("/debit-failures")
public class FailedDebitResource {

    private final FailedDebits failed;
    private final BusinessDay day;
    private final Idempotency idempotency;
    private final Caller caller;

    FailedDebitResource(FailedDebits failed, BusinessDay day, Idempotency idempotency, Caller caller) {
        this.failed = failed;
        this.day = day;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** What the village did; {@code nextOn} is when it speaks with the resident again. */
    public record Report(@NotNull Outcome outcome, @Size(max = 300) String note, LocalDate nextOn) {}

    private record Asked(long claimNo, Report report) {}

    /** Of the caller's area, in the order of the claims; {@code after} is the last claim of the page before. */
    @GET
    public List<FailedDebit> list(
            @QueryParam("open") @DefaultValue("true") boolean open,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(2_000) int limit) {
        caller.mustBe(TAX, TOWNSHIP, VILLAGE);
        return failed.of(caller.area(), open, after, limit);
    }

    @POST
    @Path("/{claimNo}/contacts")
    @ResponseStatus(201)
    public FailedDebit contact(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("claimNo") long claimNo,
            @Valid @NotNull Report report) {
        mustContact();
        return idempotency.onceOnAnyDate("debit-contact", key, new Asked(claimNo, report), FailedDebit.class, () -> {
            String area = caller.area();
            if (failed.find(area, claimNo).isEmpty()) {
                throw new Problem(DebitProblem.CLAIM_UNKNOWN, null);
            }
            failed.note(
                    claimNo, new Contact(report.outcome(), report.note(), report.nextOn(), day.today()), caller.name());
            return failed.find(area, claimNo).orElseThrow();
        });
    }

    void mustContact() {
        caller.mustBe(TOWNSHIP, VILLAGE);
    }
}
