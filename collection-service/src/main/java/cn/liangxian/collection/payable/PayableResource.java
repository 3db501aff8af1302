package cn.liangxian.collection.payable;

import static cn.liangxian.handoff.Department.CHANNEL;
import static cn.liangxian.handoff.Department.SPONSOR;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.collection.claim.Claim;
import cn.liangxian.collection.claim.Claims;
import cn.liangxian.collection.payment.PaymentProblem;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;

/** What a resident can pay now. A query by POST, because an ID number has no place in an address. */
@Path("/payables")
public class PayableResource {

    private static final Logger LOG = Logger.getLogger(PayableResource.class);
    private final Claims claims;
    private final QueryingPayables querying;
    private final BusinessDay day;
    private final Caller caller;

    PayableResource(Claims claims, QueryingPayables querying, BusinessDay day, Caller caller) {
        this.claims = claims;
        this.querying = querying;
        this.day = day;
        this.caller = caller;
    }

    /** Whose claims are asked for. */
    public record Query(@NotBlank @Size(max = 40) String idNumber) {
        public Query {
            idNumber = idNumber == null ? null : idNumber.strip().toUpperCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return "Query[masked]";
        }
    }

    /**
     * The claims of one resident, at most one per insurance and fee year.
     *
     * @param ways through which money is taken on this day, those first that the notice asks to prefer
     */
    public record Payables(String personKey, LocalDate on, List<Payable> payables, List<Way> ways) {}

    /**
     * A channel that is open, until and including {@code closes}; {@code preferred}: online, by the payer.
     *
     * @param assumed whether no text says from when until when it is open
     */
    public record Way(
            String channel,
            String zh,
            String en,
            boolean preferred,
            LocalDate closes,
            String clause,
            boolean assumed) {}

    /** Also for who pays for others, an employer or a person: they know the number of whom they pay for. */
    @POST
    @Path("/query")
    public Payables query(@Valid @NotNull Query query) {
        caller.mustBe(CHANNEL, SPONSOR, TAX, VILLAGE, TOWNSHIP);
        LocalDate today = day.today();
        List<Claim> found = claims.of(query.idNumber());
        List<Claim> ours = found.stream()
                .filter(claim -> claim.village().startsWith(caller.area()))
                .toList();
        if (ours.isEmpty()) {
            if (!found.isEmpty()) {
                LOG.warnf("%s of %s asked for a claim of another area", caller.name(), caller.area());
            }
            throw new Problem(PaymentProblem.PAYER_UNKNOWN, null);
        }
        return new Payables(
                ours.get(0).personKey(),
                today,
                ours.stream().map(claim -> querying.payable(claim, today)).toList(),
                querying.ways(today));
    }
}
