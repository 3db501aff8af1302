package cn.liangxian.enrollment.consult;

import cn.liangxian.desk.Desk;
import cn.liangxian.enrollment.access.PurposeForm;
import cn.liangxian.enrollment.access.StatedPurpose;
import cn.liangxian.enrollment.desk.EnrollmentPages;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Assessment;
import cn.liangxian.policy.Policy;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Residents 人员查询, for a purpose: masked, with the history of statuses and why an amount is due; unmasked for it once more. */
@Path("/desk/persons")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class PersonsPage {

    private final Desk desk;
    private final Caller caller;
    private final Policy policy;
    private final Consulting consulting;
    private final PurposeForm form;

    PersonsPage(Desk desk, Caller caller, Policy policy, Consulting consulting, PurposeForm form) {
        this.desk = desk;
        this.caller = caller;
        this.policy = policy;
        this.consulting = consulting;
        this.form = form;
    }

    /** A person as the page shows it; {@code masked} tells whether name, number and date of birth are. */
    public record Shown(String key, String name, String idNumber, String birth, String village, boolean masked) {}

    /** A status with who provided it. */
    public record Status(String category, String period, String provider, String listedOn) {}

    /** What is due and why; {@code amount} in fen. */
    public record Due(
            String insurance,
            long amount,
            String shares,
            String clause,
            String inputs,
            String version,
            boolean assumed) {}

    /** A line of a table of what happened. */
    public record Past(String on, String insurance, String what, Long amount) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page() {
        return frame(form.stated("", "")).data("person", null);
    }

    /** By ID number, which is posted and never in an address. */
    @POST
    @Operation(hidden = true)
    public TemplateInstance find(
            @FormParam("idNumber") String idNumber,
            @FormParam("duty") String duty,
            @FormParam("purpose") String purpose) {
        StatedPurpose stated = form.stated(duty, purpose);
        return shown(frame(stated), consulting.find(idNumber, stated), true);
    }

    /** By person key, as the worklists of the other desks have it: masked still. */
    @GET
    @Path("/one")
    @Operation(hidden = true)
    public TemplateInstance one(@QueryParam("key") UUID key) {
        TemplateInstance frame = frame(form.stated("", ""));
        if (key == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, desk.text("personKey"));
        }
        return shown(frame, consulting.find(key, caller.area()), true);
    }

    @POST
    @Path("/unmask")
    @Operation(hidden = true)
    public TemplateInstance unmask(
            @FormParam("key") UUID key, @FormParam("duty") String duty, @FormParam("purpose") String purpose) {
        TemplateInstance frame = frame(form.stated("", ""));
        if (key == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, desk.text("personKey"));
        }
        return shown(frame, consulting.unmask(key, form.stated(duty, purpose)), false);
    }

    private TemplateInstance frame(StatedPurpose said) {
        return form.on(desk.page("enrollment/persons", EnrollmentPages.PERSONS), said);
    }

    private TemplateInstance shown(TemplateInstance frame, ConsultedPerson found, boolean masked) {
        ConsultedPerson.Shown shown = found.shown(masked);
        return frame.data(
                        "person",
                        new Shown(
                                shown.personKey(),
                                shown.name(),
                                shown.idNumber(),
                                shown.birth(),
                                desk.place(shown.village()),
                                masked))
                .data("statuses", found.statuses().stream().map(this::status).toList())
                .data(
                        "dues",
                        found.due().entrySet().stream()
                                .map(due -> due(due, found))
                                .toList())
                .data(
                        "registrations",
                        found.registrations().stream().map(this::past).toList())
                .data("rosters", found.rosters().stream().map(this::past).toList());
    }

    private Status status(ConsultedPerson.Status status) {
        Department provider = status.listedBy();
        return new Status(
                category(status.category()),
                status.from() + " — " + (status.until() == null ? "" : status.until()),
                provider == null ? desk.word("changedMid") : desk.named(provider),
                status.listedOn() == null ? "" : status.listedOn().toString());
    }

    private Due due(Map.Entry<Insurance, Assessment> due, ConsultedPerson found) {
        Assessment assessment = due.getValue();
        ConsultedPerson.Inputs inputs = found.inputs();
        String held = inputs.statuses().stream().map(this::category).collect(Collectors.joining(desk.word("and")));
        return new Due(
                desk.named(due.getKey()),
                assessment.due().amount(),
                assessment.shares().stream()
                        .map(share -> desk.word("payer_" + share.payer()) + " "
                                + share.amount().yuan())
                        .collect(Collectors.joining(desk.word("and"))),
                assessment.clause().substring(assessment.clause().indexOf('/') + 1),
                desk.word("bornIn") + " " + inputs.bornIn()
                        + (held.isEmpty() ? "" : desk.word("and") + held)
                        + (inputs.student() ? desk.word("and") + desk.word("student") : ""),
                assessment.policyVersion(),
                assessment.assumed());
    }

    private Past past(ConsultedPerson.Registered registered) {
        return new Past(
                registered.on().toString(),
                desk.named(registered.insurance()),
                desk.word("kind_" + registered.kind()) + " " + month(registered.firstMonth()) + " — "
                        + month(registered.lastMonth()),
                null);
    }

    private Past past(ConsultedPerson.OnRoster line) {
        return new Past(
                line.sealedOn().toString(),
                desk.named(line.insurance()),
                line.feeYear() + " · " + desk.word("revision") + " " + line.revision(),
                line.due().amount());
    }

    private static String month(LocalDate date) {
        return date.toString().substring(0, 7);
    }

    private String category(String code) {
        return policy.category(code)
                .map(category -> desk.language().of(category.zh(), category.en()))
                .orElse(code);
    }
}
