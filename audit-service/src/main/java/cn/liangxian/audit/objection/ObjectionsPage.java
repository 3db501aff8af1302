package cn.liangxian.audit.objection;

import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.audit.PublicationHandoff.Ground;
import cn.liangxian.audit.PublicationHandoff.ObjectionKind;
import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.audit.objection.ObjectionState.Step;
import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
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
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Objections 公示异议: what residents object to in what is published, on whom each waits and until when; taken at the counter of the
 * township, answered by it or by tax. {@link ObjectionsResource} has the rules.
 */
@Path("/desk/objections")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ObjectionsPage {

    private static final int ROWS = 100;

    private final Desk desk;
    private final Caller caller;
    private final ObjectionsResource objections;
    private final Policy policy;
    private final BusinessDay day;

    ObjectionsPage(Desk desk, Caller caller, ObjectionsResource objections, Policy policy, BusinessDay day) {
        this.desk = desk;
        this.caller = caller;
        this.objections = objections;
        this.policy = policy;
        this.day = day;
    }

    /** A choice of the filter or of a form. */
    public record Choice(String value, String title, boolean chosen) {}

    /** An objection; {@code about} the line's number, or channel and voucher of the receipt. */
    public record Row(
            String id,
            String publication,
            String township,
            String kind,
            String about,
            String objectedOn,
            String since,
            String waitsFor,
            String until,
            boolean untilAssumed,
            boolean late,
            String state,
            String look,
            String ground,
            String correctedBy) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("state") @DefaultValue("") String state, @QueryParam("after") @DefaultValue("") String after) {
        TemplateInstance page = desk.page("audit/objections", AuditPages.OBJECTIONS);
        ObjectionState chosen = state.isBlank() ? null : state(state);
        ObjectionsResource.Page found = objections.page(chosen, after, ROWS);
        return page.data("state", state)
                .data(
                        "states",
                        Arrays.stream(ObjectionState.values())
                                .map(each ->
                                        new Choice(each.name(), desk.language().of(each.text()), each == chosen))
                                .toList())
                .data("rows", found.objections().stream().map(this::row).toList())
                .data("next", found.next())
                .data("takes", caller.department() == TOWNSHIP);
    }

    /** One of them, with the forms of those on whom it waits, for the drawer. */
    @GET
    @Path("/one")
    @Operation(hidden = true)
    public TemplateInstance one(@QueryParam("id") @DefaultValue("") String id) {
        desk.page("audit/objection", AuditPages.OBJECTIONS);
        Objection one = objections.one(id);
        boolean township = caller.department() == TOWNSHIP;
        boolean waits = one.state().waits();
        return desk.below("audit/objection", AuditPages.OBJECTIONS, desk.word("objectionKind_" + one.kind()))
                .data("row", row(one))
                .data("payment", one.paymentId() == null ? "" : one.paymentId())
                .data("passes", township && one.state().after(Step.PASSED_ON) != null)
                .data("rejects", one.waitsOn(caller.department()))
                .data("takesBack", waits && township)
                .data(
                        "grounds",
                        Arrays.stream(Ground.values())
                                .filter(each -> (each == Ground.PUBLICATION_ORDERED)
                                        == (one.kind() == ObjectionKind.AGAINST_PUBLICATION))
                                .map(each -> new Choice(each.name(), desk.word("ground_" + each), false))
                                .toList())
                .data("key", UUID.randomUUID());
    }

    /** The form of the counter, for the drawer. */
    @GET
    @Path("/new")
    @Operation(hidden = true)
    public TemplateInstance form() {
        desk.page("audit/objecting", AuditPages.OBJECTIONS);
        objections.mustTake();
        return desk.below("audit/objecting", AuditPages.OBJECTIONS, desk.word("takeObjection"))
                .data(
                        "kinds",
                        Arrays.stream(ObjectionKind.values())
                                .map(each -> new Choice(each.name(), desk.word("objectionKind_" + each), false))
                                .toList())
                .data(
                        "channels",
                        policy.channels().stream()
                                .map(each -> new Choice(each.code(), desk.channel(each.code()), false))
                                .toList())
                .data("key", UUID.randomUUID());
    }

    @POST
    @Operation(hidden = true)
    public Response object(
            @FormParam("publication") String publication,
            @FormParam("kind") ObjectionKind kind,
            @FormParam("line") String line,
            @FormParam("channel") String channel,
            @FormParam("voucher") String voucher,
            @FormParam("key") String key) {
        objections.mustTake();
        if (Typed.text(publication) == null || kind == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        objections.object(
                key,
                new ObjectionsResource.Complaint(
                        Typed.text(publication), kind, Typed.count(line), Typed.text(channel), Typed.text(voucher)));
        return back();
    }

    /** @param ground of a rejection; left out with the others */
    @POST
    @Path("/step")
    @Operation(hidden = true)
    public Response step(
            @FormParam("id") String id,
            @FormParam("action") Step action,
            @FormParam("ground") Ground ground,
            @FormParam("key") String key) {
        objections.mustAnswer();
        if (id == null || action == null || action == Step.CORRECTED || action == Step.REJECTED && ground == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        switch (action) {
            case PASSED_ON -> objections.passOn(key, id);
            case REJECTED -> objections.reject(key, id, new ObjectionsResource.Rejection(ground));
            case TAKEN_BACK -> objections.takeBack(key, id);
            case CORRECTED -> throw new IllegalStateException("tax corrects by a new roster");
        }
        return back();
    }

    private Row row(Objection each) {
        LocalDate until = each.until();
        return new Row(
                each.objectionId(),
                each.publicationId(),
                desk.place(each.township()),
                desk.word("objectionKind_" + each.kind()),
                each.line() == null
                        ? desk.channel(each.channel()) + " " + each.voucher()
                        : each.line().toString(),
                each.objectedOn().toString(),
                each.since().toString(),
                each.waitsFor() == null ? "" : desk.named(each.waitsFor()),
                until == null ? "" : until.toString(),
                each.untilAssumed(),
                until != null
                        && day.last().filter(today -> today.isAfter(until)).isPresent(),
                desk.language().of(each.state().text()),
                each.state().waits() ? "near" : each.state() == ObjectionState.CORRECTED ? "done" : "quiet",
                each.ground() == null ? "" : desk.word("ground_" + each.ground()),
                each.correctedBy() == null ? "" : each.correctedBy());
    }

    private static ObjectionState state(String text) {
        return Arrays.stream(ObjectionState.values())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Problem(AnyRequestProblem.MALFORMED, null));
    }

    private static Response back() {
        return Response.seeOther(URI.create("/desk/objections")).build();
    }
}
