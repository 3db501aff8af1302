package cn.liangxian.collection.refund;

import cn.liangxian.collection.RefundHandoff.Document;
import cn.liangxian.collection.desk.CollectionPages;
import cn.liangxian.collection.refund.RefundDocuments.Copy;
import cn.liangxian.collection.refund.RefundListResource.Listing;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Refunds 退费: on whom each waits and since when; who it waits on decides it here. */
@Path("/desk/refunds")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class RefundsPage {

    private static final int PAGE = 500;
    private static final int LONGEST = 100;
    /** Of refunds made, where the policy wants them reported. */
    private static final String REPORTED = "collection-refund-reported";

    private static final String FIRST = "00000000-0000-0000-0000-000000000000";
    private final Desk desk;
    private final Caller caller;
    private final RefundResource refunds;
    private final RefundListResource lists;
    private final RefundDocumentResource held;
    private final ReportingRefunds reporting;
    private final Policy policy;
    private final BusinessDay day;

    RefundsPage(
            Desk desk,
            Caller caller,
            RefundResource refunds,
            RefundListResource lists,
            RefundDocumentResource held,
            ReportingRefunds reporting,
            Policy policy,
            BusinessDay day) {
        this.desk = desk;
        this.caller = caller;
        this.refunds = refunds;
        this.lists = lists;
        this.held = held;
        this.reporting = reporting;
        this.policy = policy;
        this.day = day;
    }

    /** A state to choose. */
    public record Tab(String state, String title, boolean chosen) {}

    /** A refund; {@code amount} in fen, {@code mine} when it waits on the department that looks, {@code reportedOn} empty until then. */
    public record Row(
            String id,
            String requestedOn,
            String insurance,
            int feeYear,
            String village,
            String person,
            long amount,
            String reason,
            boolean automatic,
            List<Document> documents,
            String waitsOn,
            String since,
            String until,
            boolean untilAssumed,
            boolean late,
            String refused,
            boolean mine,
            String reportedOn) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("state") @DefaultValue("REQUESTED") RefundState state,
            @QueryParam("beyond") @DefaultValue(FIRST) UUID beyond) {
        TemplateInstance page = desk.page("collection/refunds", CollectionPages.REFUNDS);
        List<RefundCase> found = refunds.list(state, beyond);
        boolean reported =
                state == RefundState.MADE && policy.deadline(REPORTED).isPresent();
        Map<String, LocalDate> reportedOn = reported ? reporting.reportedOn(found) : Map.of();
        return page.data("state", state.name())
                .data(
                        "tabs",
                        Arrays.stream(RefundState.values())
                                .map(each ->
                                        new Tab(each.name(), desk.language().of(each.word()), each == state))
                                .toList())
                .data(
                        "rows",
                        found.stream()
                                .map(each -> row(each, reportedOn.get(each.caseId())))
                                .toList())
                .data("reported", reported)
                .data("reports", reported && RefundListResource.REPORTING.contains(caller.department()))
                .data("key", UUID.randomUUID())
                .data("next", found.size() == PAGE ? found.get(PAGE - 1).caseId() : null);
    }

    /** The step that the case waits for: the agency's check, the approval by a second person, or the order to pay. */
    @POST
    @Path("/step")
    @Operation(hidden = true)
    public Response step(
            @FormParam("id") UUID id,
            @FormParam("state") RefundState state,
            @FormParam("yes") @DefaultValue("true") boolean yes,
            @FormParam("recorded") boolean recorded,
            @FormParam("text") String text) {
        refunds.mustDecide();
        if (id == null || state == null || text != null && text.length() > LONGEST) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        String key = "desk-" + id + "-" + state + "-" + yes;
        String said = Typed.text(text);
        switch (state) {
            case REQUESTED -> refunds.check(key, id, new RefundResource.Check(yes, said, recorded));
            case CHECKED -> refunds.approve(key, id, new RefundResource.Approval(yes, said));
            case APPROVED -> refunds.pay(key, id, new RefundResource.Order(said));
            case MADE, REFUSED -> throw new Problem(RefundProblem.NOT_WAITING_FOR_THIS, state.stands());
        }
        return Response.seeOther(URI.create("/desk/refunds?state=" + state)).build();
    }

    /** The agency's list of those that were made 退费清册, with the documents that each was requested with. */
    @POST
    @Path("/report")
    @Operation(hidden = true)
    public Response report(
            @FormParam("refund") List<UUID> chosen,
            @FormParam("originalsAt") String originalsAt,
            @FormParam("signedBy") String signedBy,
            @FormParam("key") String key) {
        lists.mustReport();
        List<RefundListResource.Row> rows = chosen.stream()
                .map(id -> new RefundListResource.Row(
                        id, held.documents(id).stream().map(RefundsPage::copy).toList()))
                .toList();
        lists.report(key, new Listing(rows, Typed.text(originalsAt), Typed.text(signedBy)));
        return Response.seeOther(URI.create("/desk/refunds?state=" + RefundState.MADE))
                .build();
    }

    private static Document copy(Copy each) {
        return new Document(each.name(), each.digest(), each.original());
    }

    private Row row(RefundCase each, LocalDate reportedOn) {
        return new Row(
                each.caseId(),
                each.requestedOn().toString(),
                desk.named(each.insurance()),
                each.feeYear(),
                desk.place(each.village()),
                each.personKey(),
                each.amount().amount(),
                desk.word("refundReason_" + each.reason()),
                each.automatic(),
                each.documents(),
                each.waitsOn() == null ? "" : desk.named(each.waitsOn()),
                each.waitsSince().toString(),
                each.waitsUntil() == null ? "" : each.waitsUntil().toString(),
                each.untilAssumed(),
                each.waitsUntil() != null
                        && day.last()
                                .filter(today -> today.isAfter(each.waitsUntil()))
                                .isPresent(),
                each.refusedBecause() == null ? "" : each.refusedBecause(),
                each.waitsOn() == caller.department(),
                reportedOn == null ? "" : reportedOn.toString());
    }
}
