package cn.liangxian.collection.agreement;

import cn.liangxian.collection.AgreementHandoff.AgreementsReviewed;
import cn.liangxian.collection.agreement.ReviewingAgreements.Standing;
import cn.liangxian.collection.desk.CollectionPages;
import cn.liangxian.desk.Desk;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.rest.Caller;
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
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The agreements of a township after a quarter 两两协议季度核查: how they stand, and that tax is told so (bachu-2022/第二十五条(7)). */
@Path("/desk/agreements/review")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class AgreementReviewPage {

    private final Desk desk;
    private final Caller caller;
    private final AgreementResource agreements;
    private final ReviewingAgreements reviewing;
    private final BusinessDay day;

    AgreementReviewPage(
            Desk desk, Caller caller, AgreementResource agreements, ReviewingAgreements reviewing, BusinessDay day) {
        this.desk = desk;
        this.caller = caller;
        this.agreements = agreements;
        this.reviewing = reviewing;
        this.day = day;
    }

    /** How many residents stand in which way at the end of the quarter. */
    public record Counted(String quarter, int valid, int renewed, int toRenew, int voided, int missing) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@QueryParam("told") @DefaultValue("") String told) {
        desk.page("collection/agreement-review", CollectionPages.AGREEMENTS);
        agreements.mustReview();
        Standing standing = reviewing.standing(caller.area(), day.today());
        Agreements.Counts counts = standing.counts();
        return desk.below("collection/agreement-review", CollectionPages.AGREEMENTS, desk.word("agreementReview"))
                .data(
                        "counted",
                        new Counted(
                                standing.quarter(),
                                counts.valid(),
                                counts.renewed(),
                                counts.toRenew(),
                                counts.voided(),
                                counts.missing()))
                .data("told", told.equals(standing.quarter()) ? told : "")
                .data("key", UUID.randomUUID());
    }

    @POST
    @Operation(hidden = true)
    public Response review(@FormParam("key") String key) {
        agreements.mustReview();
        AgreementsReviewed reviewed = agreements.review(key, new AgreementResource.Review(caller.area()));
        return Response.seeOther(UriBuilder.fromPath("/desk/agreements/review")
                        .queryParam("told", reviewed.quarter())
                        .build())
                .build();
    }
}
