package cn.liangxian.subsidy.sponsorship;

import cn.liangxian.desk.Masked;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.rest.Caller;
import cn.liangxian.subsidy.desk.SubsidyPages;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Sponsors 资助情况: who paid for how many residents, and what came back; the largest first. */
@Path("/sponsors")
public class SponsorsResource {

    /** Nobody is told from a name, so whatever is as short as a person's counts as one. */
    private static final int AS_SHORT_AS_A_NAME = 4;

    private static final int MOST = 200;
    private final Caller caller;
    private final Jdbi jdbi;

    SponsorsResource(Caller caller, Jdbi jdbi) {
        this.caller = caller;
        this.jdbi = jdbi;
    }

    /** A sponsor of one insurance, by its name, masked where it is as short as a person's; sums in fen. */
    public record Sponsor(
            String sponsor, Insurance insurance, int people, long amount, long returned, LocalDate lastPaidOn) {}

    @GET
    public List<Sponsor> sponsors() {
        caller.mustBe(SubsidyPages.READERS.toArray(Department[]::new));
        caller.mustCoverCounty();
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select s.sponsor, s.insurance, count(distinct s.person_key) as people, sum(s.amount) as amount,
                            coalesce(sum(r.amount), 0) as returned, max(s.paid_on) as last
                        from sponsorship s left join payment_return r on r.reference = s.sponsorship_id
                        group by s.sponsor, s.insurance order by amount desc, s.sponsor limit ?""")
                .bind(0, MOST)
                .map((row, context) -> new Sponsor(
                        masked(row.getString("sponsor")),
                        Insurance.valueOf(row.getString("insurance")),
                        row.getInt("people"),
                        row.getLong("amount"),
                        row.getLong("returned"),
                        row.getObject("last", LocalDate.class)))
                .list());
    }

    private static String masked(String sponsor) {
        return sponsor.codePointCount(0, sponsor.length()) <= AS_SHORT_AS_A_NAME ? Masked.name(sponsor) : sponsor;
    }
}
