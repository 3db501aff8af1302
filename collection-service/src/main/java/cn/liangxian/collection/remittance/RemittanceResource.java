package cn.liangxian.collection.remittance;

import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.collection.agent.Collector;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Cash that village agents (村居代办人员) collected and remit. */
@Path("/remittances")
public class RemittanceResource {

    /** Lines of one remittance: as many as a village has, and as a request holds in memory. */
    static final int MOST_LINES = 2000;

    private final Remitting remitting;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Collector collector;

    RemittanceResource(Remitting remitting, Idempotency idempotency, Caller caller, Collector collector) {
        this.remitting = remitting;
        this.idempotency = idempotency;
        this.caller = caller;
        this.collector = collector;
    }

    /**
     * What an agent remits; count and total are declared, so that a lost line shows.
     *
     * @param agent number under which the agent is registered for the village
     */
    public record Declaration(
            @NotBlank String village,
            @NotBlank @Size(max = 40) String agent,
            int declaredCount,
            @NotNull Fen declaredTotal,
            @NotNull @Size(min = 1, max = MOST_LINES) List<@Valid @NotNull Line> lines) {}

    /**
     * One receipt. {@code tier} in fen, pension only; {@code receiptNo} is unique among all receipts of the
     * county; {@code receivedOn} is the date on the receipt.
     */
    public record Line(
            @NotBlank @Size(max = 40) String idNumber,
            @NotNull Insurance insurance,
            Fen tier,
            @NotNull Fen amount,
            @NotBlank @Size(max = 100) String receiptNo,
            @NotNull LocalDate receivedOn) {

        public Line {
            idNumber = idNumber == null ? null : idNumber.strip().toUpperCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return "Line[masked, " + receiptNo + "]";
        }
    }

    @POST
    @ResponseStatus(201)
    public Remittance remit(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Declaration declaration) {
        collector.mustBe(VILLAGE);
        caller.mustCover(declaration.village());
        return idempotency.once("remittance", key, declaration, Remittance.class, () -> remitting.remit(declaration));
    }
}
