package cn.liangxian.collection.agreement;

import static cn.liangxian.handoff.Department.BANK;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.collection.AgreementHandoff.AgreementsReviewed;
import cn.liangxian.collection.AgreementHandoff.AgreementsUrged;
import cn.liangxian.collection.DebitHandoff.AgreementVoided;
import cn.liangxian.collection.agreement.Agreement.RenewReason;
import cn.liangxian.collection.agreement.Agreements.Without;
import cn.liangxian.collection.agreement.RenewingAgreements.Listed;
import cn.liangxian.handoff.Department;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Agreements of payer and bank (两两协议), without which no account is debited. */
@Path("/agreements")
public class AgreementResource {

    /** A page, and the most lines of one list: as many as a village has. */
    private static final int MOST = 2_000;

    /** Who looks after the agreements of its residents, and urges whoever has none. */
    static final List<Department> KEEPING = List.of(TOWNSHIP);

    private final SigningAgreement signing;
    private final RenewingAgreements renewing;
    private final UrgingAgreements urging;
    private final ReviewingAgreements reviewing;
    private final Agreements agreements;
    private final Idempotency idempotency;
    private final Caller caller;

    AgreementResource(
            SigningAgreement signing,
            RenewingAgreements renewing,
            UrgingAgreements urging,
            ReviewingAgreements reviewing,
            Agreements agreements,
            Idempotency idempotency,
            Caller caller) {
        this.signing = signing;
        this.renewing = renewing;
        this.urging = urging;
        this.reviewing = reviewing;
        this.agreements = agreements;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /**
     * What the payer signed; {@code agreementNo} is the bank's own number, {@code openingBank} the number of the branch that
     * holds the account, null for the bank itself.
     */
    public record Signing(
            @NotBlank @Size(max = 40) String bank,
            @NotBlank @Size(max = 60) String agreementNo,
            @NotBlank @Size(max = 40) String idNumber,
            @NotBlank @Size(max = 200) String accountName,
            @NotBlank @Size(max = 32) String account,
            @Pattern(regexp = "\\d{12}") String openingBank) {

        public Signing {
            idNumber = idNumber == null ? null : idNumber.strip().toUpperCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return "Signing[masked, " + bank + "]";
        }
    }

    /** A township's list; the count is declared, so that a lost line shows. */
    public record Renewals(
            @NotBlank String township,
            int declaredCount,
            @NotNull @Size(max = MOST) List<@Valid @NotNull Renewal> lines) {}

    /** Whose agreement has to be signed again, and why. */
    public record Renewal(@NotBlank @Size(max = 40) String idNumber, @NotNull RenewReason reason) {

        public Renewal {
            idNumber = idNumber == null ? null : idNumber.strip().toUpperCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return "Renewal[masked, " + reason + "]";
        }
    }

    /** @param person whom the township put in charge, an official */
    public record Urging(
            @NotBlank @Size(min = 9, max = 9) String township,
            @NotBlank @Size(max = 100) String person,
            @NotNull @Size(max = MOST) List<@NotBlank String> people) {}

    /** Whose agreements were looked through: the nine digits of a township. */
    public record Review(@NotBlank @Size(min = 9, max = 9) String township) {}

    /** Whose agreements that were to be renewed and were not are voided: the nine digits of a township. */
    public record Voiding(@NotBlank @Size(min = 9, max = 9) String township) {}

    @POST
    @ResponseStatus(201)
    public Agreement sign(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Signing signed) {
        caller.mustBe(BANK);
        caller.mustCover(signed.bank());
        return idempotency.once("agreement", key, signed, Agreement.class, () -> signing.sign(signed));
    }

    @POST
    @Path("/renewals")
    @ResponseStatus(201)
    public Listed renew(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Renewals renewals) {
        mustRenew();
        caller.mustCover(renewals.township());
        return idempotency.once("agreement-renewals", key, renewals, Listed.class, () -> renewing.list(renewals));
    }

    @POST
    @Path("/voidings")
    @ResponseStatus(201)
    public AgreementVoided voidListed(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Voiding voiding) {
        mustVoid();
        caller.mustCover(voiding.township());
        return idempotency.onceOnAnyDate(
                "agreement-voidings",
                key,
                voiding,
                AgreementVoided.class,
                () -> renewing.voidListed(voiding.township()));
    }

    /** Of those whom {@code GET /agreements/missing} lists. */
    @POST
    @Path("/urgings")
    @ResponseStatus(201)
    public AgreementsUrged urge(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Urging urged) {
        mustUrge();
        caller.mustCover(urged.township());
        String by = caller.name();
        return idempotency.once(
                "agreement-urgings",
                key,
                urged,
                AgreementsUrged.class,
                () -> urging.urge(urged.township(), urged.person(), urged.people(), by));
    }

    /** What the agreements were like when the last quarter ended goes to tax. */
    @POST
    @Path("/reviews")
    @ResponseStatus(201)
    public AgreementsReviewed review(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Review review) {
        mustReview();
        caller.mustCover(review.township());
        return idempotency.once(
                "agreement-reviews", key, review, AgreementsReviewed.class, () -> reviewing.review(review.township()));
    }

    /** In the order of bank and number; {@code after} is the last agreement of the page before, as {@code bank/number}. */
    @GET
    public List<Agreement> list(
            @NotBlank @QueryParam("township") String township,
            @NotNull @QueryParam("state") AgreementState state,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(MOST) int limit) {
        caller.mustBe(TAX, TOWNSHIP);
        caller.mustCover(township);
        return agreements.of(township, state, AgreementKey.parse(after), limit);
    }

    /** Residents without an agreement, in the order of their keys; {@code after} is the last key of the page before. */
    @GET
    @Path("/missing")
    public List<Without> missing(
            @NotBlank @QueryParam("township") String township,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(MOST) int limit) {
        caller.mustBe(TAX, TOWNSHIP);
        caller.mustCover(township);
        return agreements.missing(township, after, limit);
    }

    void mustRenew() {
        caller.mustBe(KEEPING);
    }

    void mustUrge() {
        caller.mustBe(KEEPING);
    }

    void mustReview() {
        caller.mustBe(KEEPING);
    }

    void mustVoid() {
        caller.mustBe(TAX);
    }
}
