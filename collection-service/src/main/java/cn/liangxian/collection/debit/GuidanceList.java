package cn.liangxian.collection.debit;

import cn.liangxian.desk.Masked;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.DebitResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Reads whom {@link Guiding} has listed. */
@ApplicationScoped
@Clause("bachu-2022/第二十九条")
class GuidanceList {

    /** Digits of its code. */
    private static final int TOWNSHIP = 9;

    private final Jdbi jdbi;

    GuidanceList(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** At most {@code limit} beyond the claim {@code after}, in the order of the claims. */
    List<Guided> of(String area, boolean onlyOpen, long after, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select g.claim_no, c.person_key, g.village, c.name, c.insurance, g.reason as why, r.reason as said,
                            f.reason as result, g.listed_on, g.closed
                        from (select * from debit_guidance
                            where %s and %s and claim_no > :after order by claim_no limit :limit) g
                        join claim c using (claim_no)
                        left join failed_debit f using (claim_no)
                        left join lateral (select w.reason from debit_list_row w join debit_list l using (list_id)
                            where w.claim_no = g.claim_no and l.state <> 'SUPERSEDED' limit 1) r on true
                        order by g.claim_no"""
                                .formatted(within(area), onlyOpen ? "not closed" : "true"))
                .bind("area", area)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new Guided(
                        row.getLong("claim_no"),
                        row.getString("person_key"),
                        row.getString("village"),
                        Masked.name(row.getString("name")),
                        Insurance.valueOf(row.getString("insurance")),
                        Guided.Why.valueOf(row.getString("why")),
                        row.getString("said"),
                        row.getString("result") == null ? null : DebitResult.valueOf(row.getString("result")),
                        row.getObject("listed_on", LocalDate.class),
                        row.getBoolean("closed")))
                .list());
    }

    /** Most to be done first. */
    List<Guided.Village> villages(String area) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select village, count(*) filter (where not closed) as open,
                            count(*) filter (where closed) as closed
                        from debit_guidance where %s group by village order by open desc, village"""
                                .formatted(within(area)))
                .bind("area", area)
                .map((row, context) ->
                        new Guided.Village(row.getString("village"), row.getInt("open"), row.getInt("closed")))
                .list());
    }

    /** By the township as a whole where it is known, which the indexes begin with; of a village nothing else is read then. */
    private static String within(String area) {
        return area.length() < TOWNSHIP
                ? "starts_with(township, :area)"
                : "township = left(:area, " + TOWNSHIP + ") and starts_with(village, :area)";
    }
}
