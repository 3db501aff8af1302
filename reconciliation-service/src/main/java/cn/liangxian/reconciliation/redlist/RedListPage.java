package cn.liangxian.reconciliation.redlist;

import cn.liangxian.desk.Desk;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.reconciliation.ReconciliationHandoff.BrokenLink;
import cn.liangxian.reconciliation.desk.ReconciliationPages;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
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
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The red list 红名单: who paid and is not entitled, at which link it broke, who mends it, and for how long already. */
@Path("/desk/red-list")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class RedListPage {

    private static final int ROWS = 200;
    private static final int MOST = 1000;
    private final Desk desk;
    private final RedListResource list;
    private final BusinessDay today;

    RedListPage(Desk desk, RedListResource list, BusinessDay today) {
        this.desk = desk;
        this.list = list;
        this.today = today;
    }

    /** A person by key; sums in fen, {@code days} since the person came on the list. */
    public record Row(
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
            long days) {}

    /** A broken link with how many stand on it; {@code more} when counting stopped there. */
    public record Link(String value, String title, long count, boolean more, boolean chosen) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("link") @DefaultValue("") String link, @QueryParam("after") @DefaultValue("") String after) {
        TemplateInstance page = desk.page("reconciliation/red-list", ReconciliationPages.RED_LIST);
        BrokenLink chosen = link(link);
        List<RedListResource.Listed> found = list.list(null, chosen, after, ROWS);
        Map<BrokenLink, Long> counts = new TreeMap<>();
        List<RedListResource.Listed> all = list.list(null, null, "", MOST);
        all.forEach(listed -> counts.merge(listed.brokenLink(), 1L, Long::sum));
        var last = found.size() == ROWS ? found.get(ROWS - 1) : null;
        return page.data("rows", found.stream().map(this::row).toList())
                .data("link", link)
                .data("total", all.size() == MOST ? MOST + "+" : Integer.toString(all.size()))
                .data("next", last == null ? null : last.personKey() + "/" + last.insurance())
                .data(
                        "links",
                        Arrays.stream(BrokenLink.values())
                                .map(each -> new Link(
                                        each.name(),
                                        desk.word("link_" + each),
                                        counts.getOrDefault(each, 0L),
                                        all.size() == MOST,
                                        each == chosen))
                                .toList());
    }

    private Row row(RedListResource.Listed listed) {
        LocalDate now = today.last().orElse(listed.since());
        return new Row(
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
                ChronoUnit.DAYS.between(listed.since(), now));
    }

    private static BrokenLink link(String text) {
        if (text.isBlank()) {
            return null;
        }
        return Arrays.stream(BrokenLink.values())
                .filter(link -> link.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Problem(AnyRequestProblem.MALFORMED, text));
    }
}
