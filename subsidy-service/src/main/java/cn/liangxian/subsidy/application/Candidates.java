package cn.liangxian.subsidy.application;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Sex;
import cn.liangxian.policy.Shortage.First;
import cn.liangxian.subsidy.roster.Beneficiary;
import cn.liangxian.subsidy.roster.Statuses;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Who comes into question in a run, read line by line from the database, in the order in which the policy has money that
 * does not suffice used.
 */
final class Candidates {

    private static final int FETCH = 1000;

    /** Facts of the days before the run date; money of our own counts whenever it was paid or applied for. */
    private static final String QUERY =
            """
            with beneficiaries as (
                select distinct on (l.person_key, l.insurance, l.fee_year) l.*
                from roster_line l join roster r on r.roster_id = l.roster_id
                where r.accepted and r.received_on < :date
                order by l.person_key, l.insurance, l.fee_year, l.roster_id),
            payments as (
                select person_key, insurance, fee_year, sum(amount) as paid,
                       coalesce(sum(amount) filter (where payer = 'SELF'), 0) as paid_self,
                       (array_agg(due order by paid_on desc nulls last, payment_id desc))[1] as due,
                       (array_agg(tier order by paid_on desc nulls last, payment_id desc))[1] as tier
                from (select person_key, insurance, fee_year, amount, due, tier, payer, paid_on, payment_id
                      from contribution where paid_on < :date
                      union all
                      select person_key, insurance, fee_year, -amount, null, null, payer, null, null
                      from refund where of_claim and made_on < :date) kept
                group by person_key, insurance, fee_year),
            applications as (
                select person_key, insurance, fee_year,
                       coalesce(sum(l.amount) filter (where l.purpose = 'PROXY' and l.number > p.handled), 0) as waiting,
                       array_agg(l.purpose || '/' || l.rule) as rules, array_agg(l.amount) as amounts
                from application_line l join application_progress p using (application_id)
                where l.lapsed_on is null
                group by person_key, insurance, fee_year),
            own as (
                select person_key, insurance, fee_year, sum(amount) as paid
                from own_payment group by person_key, insurance, fee_year),
            changes as (
                select person_key, json_agg(json_build_object('category', category, 'from', valid_from,
                    'until', valid_until) order by event_id)::text as reported
                from identity_change where changed_on < :date group by person_key),
            claims as (
                select b.person_key, b.insurance, b.fee_year, b.roster_id, b.number, b.birth, b.sex, b.wife_birth,
                       b.statuses::text as statuses, c.reported,
                       coalesce(p.due, b.due) as due, coalesce(p.tier, p.due, b.due) as tier,
                       coalesce(p.paid, 0) as paid,
                       coalesce(p.due, b.due) - coalesce(p.paid_self, 0) - coalesce(o.paid, 0) - coalesce(a.waiting, 0)
                           as open,
                       a.rules, a.amounts
                from beneficiaries b
                left join payments p using (person_key, insurance, fee_year)
                left join applications a using (person_key, insurance, fee_year)
                left join own o using (person_key, insurance, fee_year)
                left join changes c on c.person_key = b.person_key
                where b.fee_year = :feeYear)
            select * from claims where <condition> order by <order>, person_key, insurance""";

    private Candidates() {}

    static void forEach(Handle h, Run run, int feeYear, First first, Consumer<Candidate> work) {
        // all claims are joined at once: loops over an index would cost a multiple, whatever the statistics say
        h.execute("set local enable_nestloop = off");
        h.createQuery(QUERY)
                .define("condition", run.kind() == RunKind.ON_BEHALF ? "open > 0" : "paid > 0 and paid >= due")
                .define("order", order(first))
                .bind("date", run.date())
                .bind("feeYear", feeYear)
                .setFetchSize(FETCH)
                .map((row, context) -> candidate(row))
                .forEach(work);
        h.execute("set local enable_nestloop = on");
    }

    private static String order(First first) {
        return switch (first) {
            case ELDEST -> "birth";
            case YOUNGEST -> "birth desc";
            case ROSTER -> "roster_id, number";
        };
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(
                new Beneficiary(
                        row.getString("person_key"),
                        Insurance.valueOf(row.getString("insurance")),
                        row.getInt("fee_year"),
                        row.getObject("birth", LocalDate.class),
                        Sex.valueOf(row.getString("sex")),
                        Statuses.merge(row.getString("statuses"), row.getString("reported")),
                        row.getObject("wife_birth", LocalDate.class)),
                Fen.of(row.getLong("tier")),
                Fen.of(row.getLong("open")),
                applied(row));
    }

    private static Map<String, Fen> applied(ResultSet row) throws SQLException {
        java.sql.Array rules = row.getArray("rules");
        if (rules == null) {
            return Map.of();
        }
        String[] names = (String[]) rules.getArray();
        Long[] amounts = (Long[]) row.getArray("amounts").getArray();
        Map<String, Fen> applied = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            applied.put(names[i], Fen.of(amounts[i]));
        }
        return applied;
    }
}
