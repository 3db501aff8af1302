package cn.liangxian.subsidy;

import static cn.liangxian.handoff.Department.FINANCE;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.SPONSOR;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Nullable;
import cn.liangxian.handoff.Terms;
import java.time.LocalDate;
import java.util.Map;

/** What subsidy hands over: who is paid for, applications to finance, appropriations, payments per person. */
public sealed interface SubsidyHandoff extends Handoff
        permits SubsidyHandoff.FundsApplied,
                SubsidyHandoff.ProxyListConfirmed,
                SubsidyHandoff.ProxyLapsed,
                SubsidyHandoff.FundsAppropriated,
                SubsidyHandoff.ProxyPaid,
                SubsidyHandoff.SponsorshipPaid,
                SubsidyHandoff.FundsPaidIn,
                SubsidyHandoff.FundsReturned,
                SweepHandoff {

    /** What public money is asked for. */
    enum Purpose {
        /** Contribution paid on behalf of the resident (代缴, 资助). */
        PROXY,
        /** Government subsidy to the pension contribution by tier (缴费补贴). */
        TIER_SUBSIDY,
        /** Fiscal subsidy to medical insurance per insured head (财政补助). */
        FISCAL_SUBSIDY,
        /** Grant to a resident under family planning rules (计生缴费补贴). */
        GRANT
    }

    /**
     * The agencies apply to finance; {@code heads} people, {@code amount} in all, for one purpose and one funder.
     *
     * @param assumed whether a reading that no text gives took part in a line of it
     */
    @Terms(
            topic = FundsApplied.TOPIC,
            from = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            to = FINANCE,
            clauses = {"yicheng-2024/五(五)-a", "yicheng-2024/四(三)3a", "bachu-2022/第九条(3)"},
            zh = "补助资金已申请")
    record FundsApplied(
            String applicationId,
            Purpose purpose,
            Insurance insurance,
            int feeYear,
            String funder,
            int heads,
            Fen amount,
            LocalDate appliedOn,
            @Nullable Boolean assumed)
            implements SubsidyHandoff {
        public static final String TOPIC = "subsidy-funds-applied-v1";

        @Override
        public String subject() {
            return applicationId;
        }
    }

    /**
     * The list behind an application to pay on behalf is confirmed: who is paid for stands in its lines.
     *
     * @param listId that of the application
     * @param persons by the rule that gives it to them; somebody may have two
     * @param assumed whether a reading that no text gives took part in a line of it
     */
    @Terms(
            topic = ProxyListConfirmed.TOPIC,
            from = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            to = {TAX, FINANCE},
            clauses = "yicheng-2024/四(三)3a",
            zh = "代缴名单已确认")
    record ProxyListConfirmed(
            String listId,
            Insurance insurance,
            int feeYear,
            String funder,
            int heads,
            Fen amount,
            Map<String, Integer> persons,
            LocalDate confirmedOn,
            @Nullable Boolean assumed)
            implements SubsidyHandoff {
        public static final String TOPIC = "subsidy-proxy-list-confirmed-v1";

        @Override
        public String subject() {
            return listId;
        }
    }

    /** Why a line of an application no longer holds. */
    enum LapseReason {
        /** The contribution went back, and the claim is no longer complete. */
        REFUNDED,
        /** The status behind it had ended before it was applied for. */
        STATUS_ENDED
    }

    /**
     * A payment on behalf or a subsidy that was applied for lapsed. Of a payment on behalf that was made, tax takes off the
     * claim what it was used for, and returns it: the resident owes it now.
     *
     * @param paid it had been paid: it goes back or is set off; otherwise it is not needed
     */
    @Terms(
            topic = ProxyLapsed.TOPIC,
            from = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            to = {FINANCE, TAX},
            clauses = "yicheng-2024/四(三)3a",
            zh = "代缴或补贴资格已失效")
    record ProxyLapsed(
            String lineId,
            String applicationId,
            String personKey,
            Insurance insurance,
            int feeYear,
            Purpose purpose,
            Fen amount,
            boolean paid,
            LapseReason reason,
            LocalDate on)
            implements SubsidyHandoff {
        public static final String TOPIC = "subsidy-proxy-lapsed-v1";

        @Override
        public String subject() {
            return personKey;
        }
    }

    /**
     * Finance appropriated {@code amount}; {@code shortfall} is what is missing to the application.
     *
     * @param appropriationId one of the sums that an application is given; null in what was handed over before it was told
     * @param heads people whom this sum pays for, of money on behalf each owed a {@link ProxyPaid} of the same
     *     appropriation; null as before
     */
    @Terms(
            topic = FundsAppropriated.TOPIC,
            from = FINANCE,
            to = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            clauses = {"yicheng-2024/五(五)-a", "bachu-2022/第九条(5)"},
            zh = "补助资金已拨付")
    record FundsAppropriated(
            String applicationId,
            Purpose purpose,
            Insurance insurance,
            Fen amount,
            Fen shortfall,
            LocalDate on,
            @Nullable String appropriationId,
            @Nullable Integer heads)
            implements SubsidyHandoff {
        public static final String TOPIC = "subsidy-funds-appropriated-v1";

        /** Of a sum that nobody told apart from others. */
        public FundsAppropriated(
                String applicationId, Purpose purpose, Insurance insurance, Fen amount, Fen shortfall, LocalDate on) {
            this(applicationId, purpose, insurance, amount, shortfall, on, null, null);
        }

        @Override
        public String subject() {
            return applicationId;
        }
    }

    /**
     * One resident's contribution, or a part of it, was paid on behalf by {@code funder}.
     *
     * @param appropriationId the sum that it was paid from; null in what was handed over before it was told
     */
    @Terms(
            topic = ProxyPaid.TOPIC,
            from = FINANCE,
            to = TAX,
            clauses = {"yicheng-2024/四(三)3a", "yicheng-2024/四(一)养老-6", "yicheng-2024/四(一)医疗-4"},
            zh = "代缴已支付")
    record ProxyPaid(
            String proxyId,
            String applicationId,
            String personKey,
            Insurance insurance,
            int feeYear,
            Fen amount,
            String funder,
            String clause,
            LocalDate on,
            @Nullable String appropriationId)
            implements SubsidyHandoff {
        public static final String TOPIC = "subsidy-proxy-paid-v1";

        /** Paid from a sum that nobody told apart from others. */
        public ProxyPaid(
                String proxyId,
                String applicationId,
                String personKey,
                Insurance insurance,
                int feeYear,
                Fen amount,
                String funder,
                String clause,
                LocalDate on) {
            this(proxyId, applicationId, personKey, insurance, feeYear, amount, funder, clause, on, null);
        }

        @Override
        public String subject() {
            return personKey;
        }
    }

    /** An employer, township, village collective or person paid all or part of a resident's contribution. */
    @Terms(topic = SponsorshipPaid.TOPIC, from = SPONSOR, to = TAX, clauses = "yicheng-2024/四(一)医疗-6", zh = "资助已缴纳")
    record SponsorshipPaid(
            String sponsorshipId,
            String sponsor,
            String personKey,
            Insurance insurance,
            int feeYear,
            Fen amount,
            LocalDate on)
            implements SubsidyHandoff {
        public static final String TOPIC = "subsidy-sponsorship-paid-v1";

        @Override
        public String subject() {
            return personKey;
        }
    }

    /** Appropriated money was posted to the persons or the fund account of its application. */
    @Terms(
            topic = FundsPaidIn.TOPIC,
            from = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            to = FINANCE,
            clauses = "yicheng-2024/五(五)-a",
            zh = "补助资金已入账")
    record FundsPaidIn(String applicationId, Purpose purpose, Insurance insurance, int heads, Fen amount, LocalDate on)
            implements SubsidyHandoff {
        public static final String TOPIC = "subsidy-funds-paid-in-v1";

        @Override
        public String subject() {
            return applicationId;
        }
    }

    /** Appropriated money that could not be used went back to finance. {@code reference} names the proxy payment. */
    @Terms(
            topic = FundsReturned.TOPIC,
            from = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            to = FINANCE,
            clauses = "yicheng-2024/五(五)-a",
            zh = "补助资金已退回")
    record FundsReturned(
            String applicationId,
            Purpose purpose,
            Insurance insurance,
            String reference,
            Fen amount,
            String reason,
            LocalDate on)
            implements SubsidyHandoff {
        public static final String TOPIC = "subsidy-funds-returned-v1";

        @Override
        public String subject() {
            return applicationId;
        }
    }
}
