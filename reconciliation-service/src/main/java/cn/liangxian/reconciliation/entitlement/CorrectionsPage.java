package cn.liangxian.reconciliation.entitlement;

import cn.liangxian.desk.Desk;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.reconciliation.desk.ReconciliationPages;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Corrections 待更正待遇: entitlements of the agency's insurance behind which money went back; the agency says here which it has
 * corrected. {@link CorrectionResource} has the rules.
 */
@Path("/desk/corrections")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class CorrectionsPage {

    private static final int ROWS = 200;

    private final Desk desk;
    private final CorrectionResource corrections;
    private final BusinessDay today;

    CorrectionsPage(Desk desk, CorrectionResource corrections, BusinessDay today) {
        this.desk = desk;
        this.corrections = corrections;
        this.today = today;
    }

    /** A case that waits; {@code paid} in fen, {@code days} since the agency was told; {@code key} of its form. */
    public record Row(
            String caseId,
            String personKey,
            String insurance,
            int feeYear,
            long paid,
            String toldOn,
            long days,
            String key) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("after") @DefaultValue("") String after) {
        TemplateInstance page = desk.page("reconciliation/corrections", ReconciliationPages.CORRECTIONS);
        List<Correction> found = corrections.waiting(after, ROWS);
        return page.data("rows", found.stream().map(this::row).toList())
                .data("next", found.size() == ROWS ? found.get(ROWS - 1).caseId() : null);
    }

    @POST
    @Operation(hidden = true)
    public Response correct(@FormParam("case") String caseId, @FormParam("key") String key) {
        if (caseId == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        corrections.correct(key, caseId);
        return Response.seeOther(URI.create("/desk/corrections")).build();
    }

    private Row row(Correction each) {
        LocalDate now = today.last().orElse(each.toldOn());
        return new Row(
                each.caseId(),
                each.personKey(),
                desk.named(each.insurance()),
                each.feeYear(),
                each.paidInAll().amount(),
                each.toldOn().toString(),
                ChronoUnit.DAYS.between(each.toldOn(), now),
                UUID.randomUUID().toString());
    }
}
