package cn.liangxian.collection.cash;

import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.collection.agent.Agent;
import cn.liangxian.collection.agent.AgentResource;
import cn.liangxian.collection.cash.CashEntry.Listed;
import cn.liangxian.collection.cash.CashResource.CashPayer;
import cn.liangxian.collection.cash.CashResource.Payers;
import cn.liangxian.collection.cash.CashResource.Settlement;
import cn.liangxian.collection.cash.CashResource.Taking;
import cn.liangxian.collection.desk.CollectionPages;
import cn.liangxian.collection.scan.Uploaded;
import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * Taking cash 现金代收登记: from whom, by which collector, with the marks of all three; and what is in hand, to be paid in or given
 * back (bachu-2022/第三十条). The ID number is posted, and not sent back.
 */
@Path("/desk/cash-taking")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class CashTakingPage {

    private static final String HERE = "/desk/cash-taking";
    private static final int ROWS = 200;
    /** A picture that is larger is refused unread. */
    private static final int MOST_BYTES = 262_144;

    /** As many as a township has. */
    private static final int COLLECTORS = 2_000;

    private static final int VILLAGE_DIGITS = 12;
    private final Desk desk;
    private final Caller caller;
    private final Policy policy;
    private final BusinessDay day;
    private final CashResource cash;
    private final AgentResource agents;

    CashTakingPage(Desk desk, Caller caller, Policy policy, BusinessDay day, CashResource cash, AgentResource agents) {
        this.desk = desk;
        this.caller = caller;
        this.policy = policy;
        this.day = day;
        this.cash = cash;
        this.agents = agents;
    }

    /** A choice of the form, or an image that it asks for. */
    public record Choice(String value, String title) {}

    /** Cash in hand; {@code amount} in fen. */
    public record Row(
            String id,
            String receipt,
            String takenOn,
            String place,
            String insurance,
            String person,
            long amount,
            String collector) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("after") @DefaultValue("") String after, @QueryParam("listed") Integer listed) {
        return page(after, "", listed == null ? "" : desk.word(listed == 1 ? "payerListed" : "payerUnknownHere"));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public TemplateInstance take(
            @RestForm String collector,
            @RestForm String head,
            @RestForm String idNumber,
            @RestForm Insurance insurance,
            @RestForm String tier,
            @RestForm String amount,
            @RestForm String key,
            @RestForm(FileUpload.ALL) List<FileUpload> images) {
        if (collector == null || collector.length() <= VILLAGE_DIGITS) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        CashEntry entry = cash.take(
                key,
                new Taking(
                        collector.substring(0, VILLAGE_DIGITS),
                        collector.substring(VILLAGE_DIGITS + 1),
                        head,
                        idNumber,
                        insurance,
                        Typed.yuan(tier),
                        Typed.yuan(amount),
                        marks(images)));
        return page("", entry.receiptNo(), "");
    }

    @POST
    @Path("/settle")
    @Operation(hidden = true)
    public Response settle(
            @FormParam("id") UUID id,
            @FormParam("channel") String channel,
            @FormParam("voucher") String voucher,
            @FormParam("tier") String tier,
            @FormParam("amount") String amount,
            @FormParam("key") String key) {
        cash.settle(key, id, new Settlement(channel, voucher, Typed.yuan(tier), Typed.yuan(amount)));
        return Response.seeOther(URI.create(HERE)).build();
    }

    @POST
    @Path("/return")
    @Operation(hidden = true)
    public Response giveBack(@FormParam("id") UUID id, @FormParam("key") String key) {
        cash.giveBack(key, id);
        return Response.seeOther(URI.create(HERE)).build();
    }

    /** The township lists somebody who can use no other channel. */
    @POST
    @Path("/payer")
    @Operation(hidden = true)
    public Response list(
            @FormParam("idNumber") String idNumber, @FormParam("reason") String reason, @FormParam("key") String key) {
        cash.mustList();
        Listed listed = cash.list(key, new Payers(List.of(new CashPayer(idNumber, reason))));
        return Response.seeOther(URI.create(HERE + "?listed=" + listed.accepted()))
                .build();
    }

    private TemplateInstance page(String after, String receipt, String said) {
        TemplateInstance page = desk.page("collection/cash-taking", CollectionPages.CASH_TAKING);
        List<CashEntry> held = cash.entries(CashState.HELD, after, ROWS);
        return page.data("receipt", receipt)
                .data("said", said)
                .data("lists", caller.department() == TOWNSHIP)
                .data("collectors", collectors())
                .data(
                        "insurances",
                        Arrays.stream(Insurance.values())
                                .map(each -> new Choice(each.name(), desk.named(each)))
                                .toList())
                .data("marks", images())
                .data(
                        "channels",
                        policy.channels().stream()
                                .map(each -> new Choice(each.code(), desk.channel(each.code())))
                                .toList())
                .data("rows", held.stream().map(this::row).toList())
                .data("next", held.size() == ROWS ? held.get(ROWS - 1).receiptNo() : null)
                .data("key", UUID.randomUUID());
    }

    /** Those whose time has come and is not over. */
    private List<Choice> collectors() {
        LocalDate today = day.last().orElse(LocalDate.MIN);
        return agents.list("", COLLECTORS).stream()
                .filter(agent -> agent.mayCollectOn(today))
                .map((Agent agent) -> new Choice(
                        agent.village() + "/" + agent.number(),
                        desk.place(agent.village()) + " · " + agent.number() + " " + agent.name()))
                .toList();
    }

    private List<Choice> images() {
        List<Choice> images = new ArrayList<>();
        for (Mark.Role role : Mark.Role.values()) {
            for (Mark.Kind kind : Mark.Kind.values()) {
                images.add(new Choice(
                        role + "/" + kind,
                        desk.language().of(role.word())
                                + desk.word("and")
                                + desk.language().of(kind.word())));
            }
        }
        return images;
    }

    /** A field without a picture is a mark that is missing. */
    private static List<Mark> marks(List<FileUpload> images) {
        List<Mark> marks = new ArrayList<>();
        for (FileUpload image : images) {
            String[] named = image.name().split("/", 2);
            if (named.length < 2) {
                throw new Problem(AnyRequestProblem.MALFORMED, null);
            }
            if (image.size() > 0) {
                Mark.Role role = one(Mark.Role.values(), named[0]);
                Mark.Kind kind = one(Mark.Kind.values(), named[1]);
                marks.add(new Mark(role, kind, Uploaded.bytes(image, MOST_BYTES, "marks")));
            }
        }
        return marks;
    }

    private static <E extends Enum<E>> E one(E[] all, String name) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem(AnyRequestProblem.MALFORMED, null));
    }

    private Row row(CashEntry each) {
        return new Row(
                each.entryId().toString(),
                each.receiptNo(),
                each.takenOn().toString(),
                desk.place(each.village()),
                desk.named(each.insurance()),
                each.personKey(),
                each.amount().amount(),
                each.collector());
    }
}
