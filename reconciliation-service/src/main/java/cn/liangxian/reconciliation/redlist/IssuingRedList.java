package cn.liangxian.reconciliation.redlist;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.reconciliation.ReconciliationHandoff.BrokenLink;
import cn.liangxian.reconciliation.ReconciliationHandoff.RedListIssued;
import cn.liangxian.reconciliation.balance.BalancingTurn;
import cn.liangxian.reconciliation.balance.NotInTreasury;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Each business date lists who paid, waited longer than the policy allows and is not entitled (红名单), with the first
 * broken link of the chain payment - treasury - details - booking. Somebody on the list whose link or amount changed is
 * listed anew; {@code since} stays.
 */
@ApplicationScoped
@Clause("yicheng-2024/六(二)-b")
class IssuingRedList implements DailyWork {

    private static final String ISSUE =
            """
            with candidate as materialized (
                select c.*, r.broken_link as listed_link, r.paid as listed_paid, r.how is null and r.paid is not null as listed
                from claim c left join red_list r using (person_key, insurance, fee_year)
                where c.paid > 0
                  and not exists (select 1 from entitlement e
                      where (e.person_key, e.insurance, e.fee_year, e.payments)
                          = (c.person_key, c.insurance, c.fee_year, c.payments))
                  and (r.how is null and r.paid is not null
                       or c.last_paid_on <= :overdueUpTo and (c.complete or :campaignIsOver))),
            """
                    + NotInTreasury.OF_CANDIDATES
                    + """
            , broken as materialized (
                select c.*, case when not c.complete then 'INCOMPLETE'
                                 when d.person_key is not null then 'NOT_BOOKED_BY_AGENCY'
                                 when n.person_key is not null then 'NOT_IN_TREASURY'
                                 else 'NOT_PASSED_TO_AGENCY' end as broken_link
                from candidate c left join details_claim d using (person_key, insurance, fee_year, payments)
                left join not_in_treasury n using (person_key, insurance, fee_year))
            insert into red_list (person_key, insurance, fee_year, township, paid, broken_link, owner, since, link_since)
            select person_key, insurance, fee_year, township, paid, broken_link,
                   case broken_link when 'NOT_IN_TREASURY' then :treasury
                                    when 'NOT_BOOKED_BY_AGENCY' then case insurance when 'MEDICAL' then :medical else :social end
                                    else :tax end,
                   cast(:date as date), cast(:date as date)
            from broken
            where not listed or broken_link <> listed_link or paid <> listed_paid
            order by person_key, insurance, fee_year
            on conflict (person_key, insurance, fee_year) do update set
                since = case when red_list.how is null then red_list.since else excluded.since end,
                link_since = case when red_list.how is null and red_list.broken_link = excluded.broken_link
                    then red_list.link_since else excluded.link_since end,
                township = excluded.township, paid = excluded.paid, broken_link = excluded.broken_link,
                owner = excluded.owner, how = null, resolved_on = null
            returning person_key, insurance, fee_year, paid, broken_link, owner, since""";

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final BalancingTurn turn;
    private final RedListClock clock;
    private final ResolvingRedList resolving;

    IssuingRedList(Jdbi jdbi, Outbox outbox, BalancingTurn turn, RedListClock clock, ResolvingRedList resolving) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.turn = turn;
        this.clock = clock;
        this.resolving = resolving;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        turn.take();
        resolving.moneyReturned(date);
        List<RedListIssued> issued = jdbi.withHandle(h -> h.createQuery(ISSUE)
                .bind("date", date)
                .bind("overdueUpTo", clock.overdueUpTo(date))
                .bind("campaignIsOver", clock.campaignIsOver(date))
                .bind("treasury", Department.TREASURY)
                .bind("medical", Department.MEDICAL_INSURANCE)
                .bind("social", Department.SOCIAL_INSURANCE)
                .bind("tax", Department.TAX)
                .map((row, context) -> issued(row, clock.assumed()))
                .list());
        outbox.handOver(issued);
    }

    private static RedListIssued issued(ResultSet row, boolean assumed) throws SQLException {
        return new RedListIssued(
                row.getString("person_key"),
                Insurance.valueOf(row.getString("insurance")),
                row.getInt("fee_year"),
                Fen.of(row.getLong("paid")),
                BrokenLink.valueOf(row.getString("broken_link")),
                Department.valueOf(row.getString("owner")),
                row.getObject("since", LocalDate.class),
                assumed);
    }

    /** After the balances of what waited. */
    @Override
    public int order() {
        return 50;
    }

    @Override
    public boolean windsUp() {
        return true;
    }
}
