package cn.liangxian.subsidy.sponsorship;

import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Masked;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Caller;
import cn.liangxian.subsidy.desk.SubsidyPages;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Jdbi;

/** Sponsors 资助情况: who paid for how many residents, and what came back; the largest first. */
@Path("/desk/sponsors")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class SponsorsPage {

    /** Nobody is told from a name, so whatever is as short as a person's counts as one. */
    private static final int AS_SHORT_AS_A_NAME = 4;

    private static final int ROWS = 200;
    private final Desk desk;
    private final Caller caller;
    private final Policy policy;
    private final Jdbi jdbi;

    SponsorsPage(Desk desk, Caller caller, Policy policy, Jdbi jdbi) {
        this.desk = desk;
        this.caller = caller;
        this.policy = policy;
        this.jdbi = jdbi;
    }

    /** A sponsor of one insurance; sums in fen. */
    public record Row(String sponsor, String insurance, int people, long amount, long returned, String lastPaidOn) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page() {
        TemplateInstance page = desk.page("subsidy/sponsors", SubsidyPages.SPONSORS);
        caller.mustCover(policy.jurisdiction().code());
        List<Row> rows = rows();
        return page.data("rows", rows)
                .data("people", rows.stream().mapToInt(Row::people).sum())
                .data("sponsored", rows.stream().mapToLong(Row::amount).sum())
                .data("returned", rows.stream().mapToLong(Row::returned).sum());
    }

    private List<Row> rows() {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select s.sponsor, s.insurance, count(distinct s.person_key) as people, sum(s.amount) as amount,
                            coalesce(sum(r.amount), 0) as returned, max(s.paid_on)::text as last
                        from sponsorship s left join payment_return r on r.reference = s.sponsorship_id
                        group by s.sponsor, s.insurance order by amount desc, s.sponsor limit ?""")
                .bind(0, ROWS)
                .map((row, context) -> new Row(
                        masked(row.getString("sponsor")),
                        desk.named(Insurance.valueOf(row.getString("insurance"))),
                        row.getInt("people"),
                        row.getLong("amount"),
                        row.getLong("returned"),
                        row.getString("last")))
                .list());
    }

    private static String masked(String sponsor) {
        return sponsor.codePointCount(0, sponsor.length()) <= AS_SHORT_AS_A_NAME ? Masked.name(sponsor) : sponsor;
    }
}
