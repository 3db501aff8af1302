package cn.liangxian.collection.refund;

import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;

import cn.liangxian.collection.RefundHandoff.Document;
import cn.liangxian.collection.day.CollectingDay;
import cn.liangxian.collection.refund.RefundCases.Actor;
import cn.liangxian.collection.refund.ReportingRefunds.Reported;
import cn.liangxian.handoff.Department;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Lists of refunds made (退费清册), from the agencies to tax. */
@Path("/refund-lists")
public class RefundListResource {

    private static final int MOST = 1_000;
    private static final int MOST_DOCUMENTS = 20;

    static final List<Department> REPORTING = List.of(MEDICAL_INSURANCE, SOCIAL_INSURANCE);

    private final ReportingRefunds reporting;
    private final CollectingDay day;
    private final Idempotency idempotency;
    private final Caller caller;

    RefundListResource(ReportingRefunds reporting, CollectingDay day, Idempotency idempotency, Caller caller) {
        this.reporting = reporting;
        this.day = day;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** @param originalsAt where the agency keeps the original documents */
    public record Listing(
            @NotNull @Size(min = 1, max = MOST) List<@Valid @NotNull Row> refunds,
            @NotBlank @Size(max = 200) String originalsAt,
            @NotBlank @Size(max = 40) String signedBy) {}

    /** A refund that was made; {@code copies} of its documents, none where tax found it by itself. */
    public record Row(@NotNull UUID caseId, @Size(max = MOST_DOCUMENTS) List<@Valid @NotNull Document> copies) {
        public Row {
            copies = copies == null ? List.of() : List.copyOf(copies);
        }
    }

    @POST
    @ResponseStatus(201)
    public Reported report(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Listing listing) {
        mustReport();
        Actor actor = new Actor(caller.department(), caller.name());
        return idempotency.onceOnAnyDate(
                "refund-list",
                key,
                listing,
                Reported.class,
                () -> reporting.report(listing, caller.area(), actor, day.join()));
    }

    void mustReport() {
        caller.mustBe(REPORTING);
    }
}
