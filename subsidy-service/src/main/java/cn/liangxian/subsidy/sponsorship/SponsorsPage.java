package cn.liangxian.subsidy.sponsorship;

import cn.liangxian.desk.Desk;
import cn.liangxian.subsidy.desk.SubsidyPages;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Sponsors 资助情况: who paid for how many residents, and what came back; the largest first. */
@Path("/desk/sponsors")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class SponsorsPage {

    private final Desk desk;
    private final SponsorsResource sponsors;

    SponsorsPage(Desk desk, SponsorsResource sponsors) {
        this.desk = desk;
        this.sponsors = sponsors;
    }

    /** A sponsor of one insurance; sums in fen. */
    public record Row(String sponsor, String insurance, int people, long amount, long returned, String lastPaidOn) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page() {
        TemplateInstance page = desk.page("subsidy/sponsors", SubsidyPages.SPONSORS);
        List<Row> rows = sponsors.sponsors().stream()
                .map(each -> new Row(
                        each.sponsor(),
                        desk.named(each.insurance()),
                        each.people(),
                        each.amount(),
                        each.returned(),
                        each.lastPaidOn().toString()))
                .toList();
        return page.data("rows", rows)
                .data("people", rows.stream().mapToInt(Row::people).sum())
                .data("sponsored", rows.stream().mapToLong(Row::amount).sum())
                .data("returned", rows.stream().mapToLong(Row::returned).sum());
    }
}
