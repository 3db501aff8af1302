package cn.liangxian.subsidy;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.FINANCE;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Terms;
import java.time.LocalDate;

/** Money that finance moves to the fiscal special accounts 财政专户. */
public sealed interface SweepHandoff extends SubsidyHandoff {

    /** The kinds of money that are kept apart. */
    enum Money {
        /** “两险”资金: what residents and sponsors paid, less what was refunded. */
        PREMIUM,
        /** 代缴资金. */
        PROXY,
        /** 补贴资金. */
        SUBSIDY
    }

    /**
     * Money of a month was moved.
     *
     * @param month as 2023-11
     * @param left of the month and kind that is still to be moved
     */
    @Terms(
            topic = FundsSwept.TOPIC,
            from = FINANCE,
            to = {MEDICAL_INSURANCE, SOCIAL_INSURANCE, TAX, AUDIT_BUREAU},
            clauses = {"bachu-2022/第九条(1)", "bachu-2022/第九条(2)"},
            zh = "资金已划转至财政专户")
    record FundsSwept(
            String sweepId,
            String month,
            Insurance insurance,
            Money money,
            Fen amount,
            Fen left,
            String account,
            LocalDate on)
            implements SweepHandoff {
        public static final String TOPIC = "subsidy-funds-swept-v1";

        @Override
        public String subject() {
            return insurance + "/" + money;
        }
    }
}
