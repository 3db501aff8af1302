package cn.liangxian.reconciliation.redlist;

import cn.liangxian.desk.Desk;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.reconciliation.ReconciliationHandoff.BrokenLink;
import cn.liangxian.reconciliation.desk.ReconciliationPages;
import cn.liangxian.reconciliation.redlist.RedListEvidence.Paid;
import cn.liangxian.reconciliation.redlist.RedListEvidence.Passed;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The red list 红名单: who paid and is not entitled, at which link it broke, who mends it, and for how long already. */
@Path("/desk/red-list")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class RedListPage {

    private static final int ROWS = 200;
    private final Desk desk;
    private final Caller caller;
    private final RedListResource list;
    private final BusinessDay today;

    RedListPage(Desk desk, Caller caller, RedListResource list, BusinessDay today) {
        this.desk = desk;
        this.caller = caller;
        this.list = list;
        this.today = today;
    }

    /** A person by key; sums in fen, {@code days} since the person came on the list, {@code how} empty while on it. */
    public record Row(
            int feeYear,
            String insuranceCode,
            String personKey,
            String insurance,
            String township,
            long paid,
            String link,
            String owner,
            String since,
            boolean assumed,
            String until,
            boolean untilAssumed,
            long days,
            String resolvedOn,
            String how) {}

    /** Money of the claim; {@code amount} in fen, {@code differs} what the treasury has more of its voucher. */
    public record PaidRow(
            String date,
            String kind,
            String id,
            String channel,
            String voucher,
            long amount,
            String balancedOn,
            long differs) {}

    /** A passing to the agency; {@code paid} in fen, the last three empty until it is booked. */
    public record PassedRow(
            String passedOn, String detailsId, long paid, String recordedOn, String benefitFrom, String clause) {}

    /** A broken link with how many stand on it. */
    public record Link(String value, String title, long count, boolean chosen) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("link") @DefaultValue("") String link,
            @QueryParam("resolved") @DefaultValue("false") boolean resolved,
            @QueryParam("after") @DefaultValue("") String after) {
        TemplateInstance page = desk.page("reconciliation/red-list", ReconciliationPages.RED_LIST);
        BrokenLink chosen = link(link);
        List<RedListResource.Listed> found = list.list(null, chosen, after, resolved, ROWS);
        RedListResource.Counts counts = list.counts();
        var last = found.size() == ROWS ? found.get(ROWS - 1) : null;
        return page.data("rows", found.stream().map(this::row).toList())
                .data("link", link)
                .data("resolved", resolved)
                .data("gone", counts.resolved())
                .data(
                        "total",
                        counts.standing().values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                .data("next", last == null ? null : last.cursor())
                .data(
                        "links",
                        Arrays.stream(BrokenLink.values())
                                .map(each -> new Link(
                                        each.name(),
                                        desk.word("link_" + each),
                                        counts.standing().getOrDefault(each, 0L),
                                        each == chosen))
                                .toList());
    }

    /** One of them with every link of the chain, for the drawer; the agency books there what it has been passed. */
    @GET
    @Path("/one")
    @Operation(hidden = true)
    public TemplateInstance one(
            @QueryParam("person") @DefaultValue("") String person,
            @QueryParam("insurance") @DefaultValue("") String insurance,
            @QueryParam("year") int year) {
        desk.page("reconciliation/red-list-case", ReconciliationPages.RED_LIST);
        RedListResource.Case found = list.one(person, insurance(insurance), year);
        RedListResource.Listed listed = found.listed();
        List<Passed> passed = found.chain().passed();
        Passed last = passed.isEmpty() ? null : passed.get(passed.size() - 1);
        boolean books = listed.how() == null
                && listed.brokenLink() == BrokenLink.NOT_BOOKED_BY_AGENCY
                && listed.owner() == caller.department()
                && last != null
                && last.recordedOn() == null;
        return desk.below("reconciliation/red-list-case", ReconciliationPages.RED_LIST, desk.word("redList"))
                .data("row", row(listed))
                .data("year", year)
                .data("linkSince", listed.linkSince().toString())
                .data("paid", found.chain().paid().stream().map(this::row).toList())
                .data("passed", passed.stream().map(this::row).toList())
                .data("details", books ? last.detailsId() : null)
                .data("key", UUID.randomUUID());
    }

    private PaidRow row(Paid each) {
        return new PaidRow(
                each.date().toString(),
                desk.word("entry_" + each.kind()),
                each.id(),
                desk.channel(each.channel()),
                each.voucher(),
                each.amount().amount(),
                each.balancedOn() == null ? "" : each.balancedOn().toString(),
                each.differs().amount());
    }

    private PassedRow row(Passed each) {
        return new PassedRow(
                each.passedOn().toString(),
                each.detailsId(),
                each.paid().amount(),
                each.recordedOn() == null ? "" : each.recordedOn().toString(),
                each.benefitFrom() == null ? "" : each.benefitFrom().toString(),
                each.clause() == null ? "" : each.clause());
    }

    private Row row(RedListResource.Listed listed) {
        LocalDate now = today.last().orElse(listed.since());
        return new Row(
                listed.feeYear(),
                listed.insurance().name(),
                listed.personKey(),
                desk.named(listed.insurance()),
                desk.place(listed.township()),
                listed.paid().amount(),
                desk.word("link_" + listed.brokenLink()),
                desk.named(listed.owner()),
                listed.since().toString(),
                listed.assumed(),
                listed.until() == null ? "" : listed.until().toString(),
                listed.untilAssumed(),
                ChronoUnit.DAYS.between(listed.since(), listed.how() == null ? now : listed.resolvedOn()),
                listed.how() == null ? "" : listed.resolvedOn().toString(),
                listed.how() == null ? "" : desk.word("resolved_" + listed.how()));
    }

    private static BrokenLink link(String text) {
        if (text.isBlank()) {
            return null;
        }
        return Arrays.stream(BrokenLink.values())
                .filter(link -> link.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Problem(AnyRequestProblem.MALFORMED, Text.value(text)));
    }

    private static Insurance insurance(String text) {
        return Arrays.stream(Insurance.values())
                .filter(insurance -> insurance.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Problem(AnyRequestProblem.MALFORMED, null));
    }
}
