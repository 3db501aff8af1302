package cn.liangxian.enrollment.roster;

import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;

import cn.liangxian.desk.Desk;
import cn.liangxian.enrollment.desk.EnrollmentPages;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Jdbi;

/** Delivery of the rosters 名册移交: sealed by an agency, its lines on their way to tax, and what tax said to them. */
@Path("/desk/rosters")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class RostersPage {

    private static final int MOST = 200;
    private static final int LONGEST_NAME = 100;
    private final Desk desk;
    private final Caller caller;
    private final Policy policy;
    private final RosterResource rosters;
    private final Jdbi jdbi;

    RostersPage(Desk desk, Caller caller, Policy policy, RosterResource rosters, Jdbi jdbi) {
        this.desk = desk;
        this.caller = caller;
        this.policy = policy;
        this.rosters = rosters;
        this.jdbi = jdbi;
    }

    /** A roster; {@code percent} of its lines are handed over, {@code total} is in fen. */
    public record Row(
            String id,
            String insurance,
            int feeYear,
            int revision,
            String sealedOn,
            String sealedBy,
            int lines,
            long total,
            int percent,
            String state,
            String look,
            String reason) {}

    @GET
    @Operation(hidden = true)
    @Transactional
    public TemplateInstance page() {
        TemplateInstance page = desk.page("enrollment/rosters", EnrollmentPages.ROSTERS);
        List<Roster> latest = jdbi.withHandle(h -> Rosters.latest(h, caller.area(), MOST));
        return page.data("rows", latest.stream().map(this::row).toList())
                .data("seals", own().map(desk::named).orElse(""))
                .data("key", UUID.randomUUID());
    }

    /** The agency of the insurance seals what there is to deliver today. */
    @POST
    @Path("/seal")
    @Operation(hidden = true)
    public Response seal(@FormParam("sealedBy") String by, @FormParam("key") String key) {
        Insurance insurance = own().orElseThrow(() -> new Problem(AnyRequestProblem.FORBIDDEN, null));
        if (by == null || by.isBlank() || by.length() > LONGEST_NAME) {
            throw new Problem(AnyRequestProblem.MALFORMED, desk.text("sealedBy"));
        }
        rosters.seal(key, new RosterResource.Request(insurance, by.strip()));
        return Response.seeOther(URI.create("/desk/rosters")).build();
    }

    /** The insurance whose rosters the department seals. */
    private Optional<Insurance> own() {
        if (!caller.area().equals(policy.jurisdiction().code())) {
            return Optional.empty();
        }
        return caller.department() == MEDICAL_INSURANCE
                ? Optional.of(Insurance.MEDICAL)
                : caller.department() == SOCIAL_INSURANCE ? Optional.of(Insurance.PENSION) : Optional.empty();
    }

    private Row row(Roster roster) {
        return new Row(
                roster.rosterId(),
                desk.named(roster.insurance()),
                roster.feeYear(),
                roster.revision(),
                roster.sealedOn().toString(),
                roster.sealedBy(),
                roster.lines(),
                roster.total().amount(),
                roster.lines() == 0 ? 100 : (int) Math.min(100, 100 * roster.published() / roster.lines()),
                desk.word("roster_" + roster.state()),
                switch (roster.state()) {
                    case SEALED, DELIVERED -> "near";
                    case ACCEPTED -> "done";
                    case REFUSED -> "late";
                },
                roster.reason() == null ? "" : desk.word("refusal_" + roster.reason()));
    }
}
