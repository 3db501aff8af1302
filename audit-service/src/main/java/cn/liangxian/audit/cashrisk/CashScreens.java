package cn.liangxian.audit.cashrisk;

import cn.liangxian.audit.CashRiskHandoff.Breach;
import cn.liangxian.audit.cashrisk.CashScreen.Explained;
import cn.liangxian.deadlines.DeadlineRule;
import cn.liangxian.deadlines.Expectation.At;
import cn.liangxian.deadlines.Expectation.Counted;
import cn.liangxian.deadlines.TimeUnit;
import cn.liangxian.handoff.Clause;
import cn.liangxian.policy.CashRiskTerms;
import cn.liangxian.policy.Deadline;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Schedule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 通过缴费数据分析比对，及时筛查现金缴费疑点数据: the screens there are, each a comparison of what was handed over. */
@Clause({"bachu-2022/第四十二条(1)", "bachu-2022/第四十一条(2)"})
final class CashScreens {

    private static final String REFUND_LIMIT = "cash.pos-refund";
    private static final String SETTLED = "collection-cash-settled";

    private static final String POS_REFUNDED =
            """
            with refund as (
                select id, seq, payload_json(payload) as p from event
                where topic = 'collection-refund-listed-v1' and seq <= :upTo)
            select r.p ->> 'refundId' as key, paid.p ->> 'township' as township, paid.p ->> 'village' as village,
                (r.p ->> 'amount')::bigint as amount, array[paid.id, r.id] as evidence,
                paid.p ->> 'paidOn' as day, r.p ->> 'madeOn' as ended
            from refund r
            join lateral (select e.id, payload_json(e.payload) as p from event e
                where e.topic in ('collection-contribution-paid-v1', 'collection-contribution-surplus-v1')
                    and e.subject = r.p ->> 'personKey'
                    and payload_json(e.payload) ->> 'paymentId' = r.p ->> 'paymentId' limit 1) paid on true
            where paid.p ->> 'channel' = any(:pos) order by r.seq""";

    private static final String MORE_THAN_OWED =
            """
            select p ->> 'paymentId' as key, p ->> 'township' as township, null as village,
                (p ->> 'amount')::bigint as amount, array[id] as evidence, p ->> 'paidOn' as day, null as ended
            from (select id, seq, payload_json(payload) as p from event
                  where topic = 'collection-contribution-surplus-v1' and seq <= :upTo) e
            where p ->> 'channel' = any(:pos) order by seq""";

    private static final String REFUSED_CASH =
            """
            select p ->> 'remittanceId' as key, p ->> 'township' as township, p ->> 'village' as village,
                (p ->> 'total')::bigint as amount, array[id] as evidence, p ->> 'on' as day, null as ended
            from (select id, seq, payload_json(payload) as p from event
                  where topic = 'collection-cash-remitted-v1' and seq <= :upTo) e
            where (p ->> 'refused')::int > 0 order by seq""";

    private static final String NOT_PAID =
            """
            with taken as (
                select id, seq, subject, payload_json(payload) as p from event
                where topic = 'collection-cash-taken-v1' and seq <= :upTo)
            select t.subject as key, t.p ->> 'township' as township, t.p ->> 'village' as village,
                (t.p ->> 'amount')::bigint as amount, array_remove(array[t.id, s.id], null) as evidence,
                t.p ->> 'on' as day, null as ended
            from taken t
            left join lateral (select e.id, payload_json(e.payload) ->> 'paymentId' as payment from event e
                where e.topic = 'collection-cash-settled-v1' and e.subject = t.subject and e.seq <= :upTo
                order by e.seq limit 1) s on true
            where not exists (select 1 from event e
                where e.topic = 'collection-cash-returned-v1' and e.subject = t.subject and e.seq <= :upTo)
            and not exists (select 1 from event e
                where e.topic = 'collection-contribution-paid-v1' and e.subject = t.p ->> 'personKey'
                    and payload_json(e.payload) ->> 'paymentId' = s.payment and e.seq <= :upTo) order by t.seq""";

    private static final String MORE_THAN_PAID =
            """
            select s.subject as key, s.p ->> 'township' as township, s.p ->> 'village' as village,
                (s.p ->> 'taken')::bigint - (s.p ->> 'paid')::bigint as amount,
                array_remove(array[t.id, s.id], null) as evidence, s.p ->> 'on' as day, null as ended
            from (select id, seq, subject, payload_json(payload) as p from event
                  where topic = 'collection-cash-settled-v1' and seq <= :upTo) s
            left join lateral (select e.id from event e
                where e.topic = 'collection-cash-taken-v1' and e.subject = s.subject order by e.seq limit 1) t on true
            where (s.p ->> 'taken')::bigint > (s.p ->> 'paid')::bigint order by s.seq""";

    private static final String TOO_EARLY =
            """
            select p ->> 'paymentId' as key, p ->> 'township' as township, p ->> 'village' as village,
                (p ->> 'amount')::bigint as amount, array[id] as evidence, p ->> 'paidOn' as day, null as ended
            from (select id, seq, payload_json(payload) as p from event
                  where topic = 'collection-contribution-paid-v1' and seq <= :upTo) e
            where p ->> 'payer' = 'SELF' and (p ->> 'feeYear')::int = :year and p ->> 'paidOn' < :start order by seq""";

    private CashScreens() {}

    static List<CashScreen> of(Policy policy, CashRiskTerms terms) {
        return List.of(
                posRefunded(terms, policy.schedules().get(REFUND_LIMIT)),
                new CashScreen(
                        new Explained(
                                "pos-more-than-owed",
                                Breach.TAKEN_MORE,
                                "POS机多收",
                                "More taken over the POS than owed",
                                "经缴费POS机缴入，而应缴为零或少于所缴的",
                                "payments over the fee POS for which nothing, or less, was owed",
                                terms.clause(Breach.TAKEN_MORE.name()),
                                MORE_THAN_OWED),
                        Map.of("pos", terms.pos()),
                        dates -> true),
                new CashScreen(
                        new Explained(
                                "cash-refused",
                                Breach.NOT_REMITTED,
                                "解缴清单有误",
                                "Cash handed in that could not be booked",
                                "代收人员解缴清单中有被退回的行：款已收，无人入账",
                                "remittances of a collector in which lines were refused: money taken, and nobody paid for",
                                terms.clause(Breach.NOT_REMITTED.name()),
                                REFUSED_CASH),
                        Map.of(),
                        dates -> true),
                notPaid(policy),
                new CashScreen(
                        new Explained(
                                "cash-more-than-paid",
                                Breach.TAKEN_MORE,
                                "多收少缴",
                                "More cash taken than paid in",
                                "凭收据收取现金，为居民缴入的少于所收的",
                                "cash against a receipt of which less was paid in for the resident than had been taken",
                                terms.clause(Breach.TAKEN_MORE.name()),
                                MORE_THAN_PAID),
                        Map.of(),
                        dates -> true),
                new CashScreen(
                        new Explained(
                                "collected-early",
                                Breach.COLLECTED_EARLY,
                                "提前征收",
                                "Collected before the campaign",
                                "该年度征缴期开始之前收取的个人缴费",
                                "payments of persons for the fee year before its campaign began",
                                terms.clause(Breach.COLLECTED_EARLY.name()),
                                TOO_EARLY),
                        Map.of(
                                "year",
                                policy.feeYear(),
                                "start",
                                policy.campaign().start().toString()),
                        dates -> true));
    }

    /** 严禁出现代收人员收取现金不进行缴费情况. A settlement without the payment that it names counts as none. */
    @Clause({"bachu-2022/第三十条(7)", "bachu-2022/第四十一条(2)"})
    private static CashScreen notPaid(Policy policy) {
        Optional<Deadline> settled = policy.deadline(SETTLED);
        return new CashScreen(
                new Explained(
                        "cash-not-paid",
                        Breach.CASH_NOT_PAID,
                        "收现不缴",
                        "Cash taken and not paid in",
                        "已开收据的现金，逾期既未为缴费人入账，也未退还的；期限："
                                + settled.map(deadline -> zh(deadline.rule())).orElse("本县政策未规定"),
                        "cash against a receipt that nobody was paid for and that was not given back, later than "
                                + settled.map(deadline -> deadline.rule().toString())
                                        .orElse("a time that this county's policy does not give"),
                        policy.cashRisk().orElseThrow().clause(Breach.CASH_NOT_PAID.name()),
                        NOT_PAID),
                Map.of(),
                dates -> settled.flatMap(deadline -> deadline.dueAfter(dates.day(), policy.anchors()))
                        .filter(due -> due.isBefore(dates.screening()))
                        .isPresent());
    }

    /** Money back within the time that the policy gives: taken from a credit card, it is cash. */
    private static CashScreen posRefunded(CashRiskTerms terms, Schedule limit) {
        return new CashScreen(
                new Explained(
                        "pos-refunded",
                        Breach.POS_CASH_OUT,
                        "疑似POS机套现",
                        "Possible cash-out over the POS",
                        "经缴费POS机缴入，又在期限内退回的；期限：" + (limit == null ? "本县政策未规定" : zh(limit.after())),
                        "payments over the fee POS that were paid back within "
                                + (limit == null ? "a time that this county's policy does not give" : limit.after()),
                        terms.clause(Breach.POS_CASH_OUT.name()),
                        POS_REFUNDED),
                Map.of("pos", terms.pos()),
                dates -> limit != null && !dates.end().isAfter(limit.dueAfter(dates.day())));
    }

    private static String zh(DeadlineRule rule) {
        if (rule.expectation() instanceof Counted counted && counted.unit() == TimeUnit.DAYS) {
            return counted.amount() + "日";
        }
        return rule.expectation() instanceof At ? "当日" : "见政策";
    }
}
