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

    private final Jdbi jdbi;

    GuidanceList(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** At most {@code limit} beyond the claim {@code after}, in the order of the claims. */
    List<Guided> of(String area, boolean onlyOpen, long after, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select g.claim_no, c.person_key, c.village, c.name, c.insurance, g.reason as why, r.reason as said,
                            f.reason as result, g.listed_on, c.state = 'PAID' as closed
                        from (select * from debit_guidance
                            where starts_with(township, :township) and claim_no > :after) g
                        join claim c using (claim_no)
                        left join failed_debit f using (claim_no)
                        left join lateral (select w.reason from debit_list_row w join debit_list l using (list_id)
                            where w.claim_no = g.claim_no and l.state <> 'SUPERSEDED' limit 1) r on true
                        where starts_with(c.village, :area) and not (:open and c.state = 'PAID')
                        order by g.claim_no limit :limit""")
                .bind("township", area.length() > 9 ? area.substring(0, 9) : area)
                .bind("area", area)
                .bind("after", after)
                .bind("open", onlyOpen)
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
                        select c.village, count(*) filter (where c.state <> 'PAID') as open,
                            count(*) filter (where c.state = 'PAID') as closed
                        from debit_guidance g join claim c using (claim_no)
                        where starts_with(g.township, :township) and starts_with(c.village, :area)
                        group by c.village order by open desc, c.village""")
                .bind("township", area.length() > 9 ? area.substring(0, 9) : area)
                .bind("area", area)
                .map((row, context) ->
                        new Guided.Village(row.getString("village"), row.getInt("open"), row.getInt("closed")))
                .list());
    }
}
