package cn.liangxian.collection.agreement;

import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.collection.agreement.Agreement.RenewReason;
import cn.liangxian.collection.agreement.AgreementResource.Renewal;
import cn.liangxian.collection.agreement.Agreements.Without;
import cn.liangxian.collection.agreement.RenewingAgreements.Listed;
import cn.liangxian.collection.desk.CollectionPages;
import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Masked;
import cn.liangxian.desk.Typed;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Township;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Agreements 两两协议 of a township: who has none and is urged to sign by a person the township names, what is signed, what is to
 * be signed anew and waits for tax to void it (bachu-2022/第二十五条).
 */
@Path("/desk/agreements")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class AgreementsPage {

    /** Whoever has none: no state of an agreement. */
    private static final String MISSING = "MISSING";

    private static final String TO_RENEW = "collection-agreements-to-renew";
    private static final int ROWS = 100;
    private final Desk desk;
    private final Caller caller;
    private final Policy policy;
    private final AgreementResource agreements;
    private final Agreements signed;
    private final UrgingAgreements urging;
    private final BusinessDay day;

    AgreementsPage(
            Desk desk,
            Caller caller,
            Policy policy,
            AgreementResource agreements,
            Agreements signed,
            UrgingAgreements urging,
            BusinessDay day) {
        this.desk = desk;
        this.caller = caller;
        this.policy = policy;
        this.agreements = agreements;
        this.signed = signed;
        this.urging = urging;
        this.day = day;
    }

    /** A choice: a state, or a township. */
    public record Tab(String value, String title, boolean chosen) {}

    /** A resident, with the agreement and its key when there is one. */
    public record Row(
            String key,
            String person,
            String name,
            String idNumber,
            String village,
            String bank,
            String number,
            String account,
            String signedOn,
            String reason,
            String listedOn,
            String voidedOn,
            String urgedOn) {}

    /** An agreement that cannot be signed anew, by the masked ID number of its payer. */
    public record Refused(String idNumber, String why) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("township") @DefaultValue("") String township,
            @QueryParam("state") @DefaultValue(MISSING) String state,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("listed") Integer listed) {
        return page(township, state, after, listed, List.of());
    }

    private TemplateInstance page(String township, String state, String after, Integer listed, List<Refused> refused) {
        TemplateInstance page = desk.page("collection/agreements", CollectionPages.AGREEMENTS);
        String of = township.isEmpty() ? ownOrFirst() : township;
        List<Row> rows = new ArrayList<>();
        String last;
        if (MISSING.equals(state)) {
            List<Without> found = agreements.missing(of, after, ROWS);
            Map<String, LocalDate> urged = urging.urged(
                    found.stream().map(Without::personKey).toList(), day.last().orElse(LocalDate.MIN));
            found.forEach(each -> rows.add(row(each, urged.get(each.personKey()))));
            last = found.size() == ROWS ? found.get(ROWS - 1).personKey() : null;
        } else {
            List<Agreement> found = agreements.list(of, state(state), after, ROWS);
            found.forEach(each -> rows.add(row(each)));
            last = found.size() == ROWS ? found.get(ROWS - 1).key().toString() : null;
        }
        return page.data("township", of)
                .data("resident", desk.elsewhere("enrollment", "/desk/persons/one?key="))
                .data("townships", townships(of))
                .data("state", state)
                .data("tabs", tabs(state))
                .data("rows", rows)
                .data("next", last)
                .data("key", UUID.randomUUID())
                .data("listed", listed == null ? "" : listed.toString())
                .data("refused", refused)
                .data("renews", renews(state))
                .data("renewBy", renewBy())
                .data("reasons", reasons())
                .data("urges", MISSING.equals(state) && keeps() && isOneOfTheList(after, rows))
                .data("reviews", keeps())
                .data(
                        "voids",
                        AgreementState.TO_RENEW.name().equals(state) && caller.department() == TAX && !rows.isEmpty());
    }

    /** The person whom the township put in charge has spoken with those chosen; with none, nobody is left to be spoken with. */
    @POST
    @Path("/urge")
    @Operation(hidden = true)
    public Response urge(
            @FormParam("township") String township,
            @FormParam("person") String person,
            @FormParam("people") List<String> people,
            @FormParam("none") boolean none,
            @FormParam("key") String key) {
        agreements.mustUrge();
        if (none != people.isEmpty()) {
            throw new Problem(AnyRequestProblem.MALFORMED, null)
                    .at(null, "people", new Text("请勾选已督促的人员", "choose those who were urged"));
        }
        agreements.urge(key, new AgreementResource.Urging(township, Typed.text(person), people));
        return shown(township, MISSING);
    }

    /** The township names those of the page that are to be signed anew; with none chosen, that there are none. */
    @POST
    @Path("/renew")
    @Operation(hidden = true)
    public Response renew(
            @FormParam("township") String township,
            @FormParam("agreement") List<String> chosen,
            @FormParam("reason") RenewReason reason,
            @FormParam("none") boolean none,
            @FormParam("key") String key) {
        agreements.mustRenew();
        if (township == null || chosen.size() > ROWS || none != chosen.isEmpty()) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        List<Renewal> lines = signed
                .idNumbers(township, chosen.stream().map(AgreementKey::parse).toList())
                .stream()
                .map(number -> new Renewal(number, reason))
                .toList();
        Listed taken = agreements.renew(key, new AgreementResource.Renewals(township, chosen.size(), lines));
        String listed = AgreementState.TO_RENEW.name();
        if (!taken.refusals().isEmpty()) {
            List<Refused> refused = taken.refusals().stream()
                    .map(each -> new Refused(
                            Masked.idNumber(lines.get(each.row() - 1).idNumber()),
                            desk.language().of(each.message(), each.messageEn())))
                    .toList();
            return Response.ok(page(township, listed, "", taken.accepted(), refused)
                            .render())
                    .build();
        }
        return Response.seeOther(of(township, listed)
                        .queryParam("listed", taken.accepted())
                        .build())
                .build();
    }

    /** Tax voids what the township named, so that it can be signed anew. */
    @POST
    @Path("/void")
    @Operation(hidden = true)
    public Response voidListed(@FormParam("township") String township, @FormParam("key") String key) {
        agreements.mustVoid();
        if (township == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, desk.text("township"));
        }
        agreements.voidListed(key, new AgreementResource.Voiding(township));
        return shown(township, AgreementState.VOIDED.name());
    }

    private static Response shown(String township, String state) {
        return Response.seeOther(of(township, state).build()).build();
    }

    private static UriBuilder of(String township, String state) {
        return UriBuilder.fromPath("/desk/agreements")
                .queryParam("township", township)
                .queryParam("state", state);
    }

    /** What is valid, or was named before, can be named by its township. */
    private boolean renews(String state) {
        return keeps()
                && (AgreementState.SIGNED.name().equals(state)
                        || AgreementState.TO_RENEW.name().equals(state));
    }

    /** A page beyond the last one is empty, and does not say that nobody is without an agreement. */
    private static boolean isOneOfTheList(String after, List<Row> rows) {
        return after.isEmpty() || !rows.isEmpty();
    }

    private boolean keeps() {
        return AgreementResource.KEEPING.contains(caller.department());
    }

    /** By which day of this year the townships name them. */
    private String renewBy() {
        return day.last()
                .flatMap(today -> policy.deadline(TO_RENEW)
                        .map(deadline -> deadline.rule().due(policy.anchors().on(today))))
                .map(LocalDate::toString)
                .orElse("");
    }

    private List<Tab> reasons() {
        return Arrays.stream(RenewReason.values())
                .map(reason -> new Tab(reason.name(), desk.word("renew_" + reason), false))
                .toList();
    }

    private static AgreementState state(String name) {
        try {
            return AgreementState.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new Problem(AnyRequestProblem.MALFORMED, Text.value(name));
        }
    }

    private String ownOrFirst() {
        return caller.department() == TOWNSHIP
                ? caller.area()
                : policy.jurisdiction().townships().get(0).code();
    }

    /** A township sees itself alone. */
    private List<Tab> townships(String chosen) {
        return policy.jurisdiction().townships().stream()
                .filter(each -> caller.department() != TOWNSHIP || each.code().equals(caller.area()))
                .map((Township each) -> new Tab(
                        each.code(), desk.place(each.code()), each.code().equals(chosen)))
                .toList();
    }

    private List<Tab> tabs(String chosen) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab(MISSING, desk.word("agreement_" + MISSING), MISSING.equals(chosen)));
        for (AgreementState state : AgreementState.values()) {
            tabs.add(new Tab(
                    state.name(), desk.language().of(state.word()), state.name().equals(chosen)));
        }
        return tabs;
    }

    private Row row(Without each, LocalDate urgedOn) {
        return new Row(
                "",
                each.personKey(),
                each.maskedName(),
                each.maskedIdNumber(),
                desk.place(each.village()),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                urgedOn == null ? "" : urgedOn.toString());
    }

    private Row row(Agreement each) {
        return new Row(
                each.key().toString(),
                "",
                each.maskedName(),
                each.maskedIdNumber(),
                "",
                bank(each.bank()),
                each.agreementNo(),
                each.maskedAccount(),
                each.signedOn().toString(),
                each.renewReason() == null ? "" : desk.word("renew_" + each.renewReason()),
                each.listedOn() == null ? "" : each.listedOn().toString(),
                each.voidedOn() == null ? "" : each.voidedOn().toString(),
                "");
    }

    private String bank(String code) {
        return policy.debit()
                .flatMap(terms -> terms.bank(code))
                .map(bank -> desk.language().of(bank.zh(), bank.en()))
                .orElse(code);
    }
}
