package cn.liangxian.reconciliation;

import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TREASURY;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Nullable;
import cn.liangxian.handoff.Terms;
import java.time.LocalDate;
import java.util.List;

/** What reconciliation hands over: treasury days, balances with named differences, details, entitlement, red list. */
public sealed interface ReconciliationHandoff extends Handoff {

    /** The fixed set of named differences between what tax collected and what the treasury booked for one voucher. */
    enum DifferenceKind {
        /** Tax has it, the treasury does not. */
        MISSING_IN_TREASURY,
        /** The treasury has it, tax does not. */
        UNKNOWN_TO_TAX,
        /** The treasury booked the same voucher more than once. */
        DOUBLED_IN_TREASURY,
        /** Both have it with different amounts. */
        AMOUNT_DIFFERS,
        /** Both have it under different insurances or accounts. */
        WRONG_ACCOUNT
    }

    /** The first link of the chain that is broken for somebody who paid and is not entitled. */
    enum BrokenLink {
        /** A part of the claim is still to come, from the resident or from the one who pays on behalf. */
        INCOMPLETE,
        NOT_IN_TREASURY,
        NOT_PASSED_TO_AGENCY,
        NOT_BOOKED_BY_AGENCY
    }

    /**
     * One difference of a day. {@code collected} and {@code treasury} are the amounts of both sides, zero where a side
     * has nothing; refunds count negative. {@code owner} is the department that has to act. A voucher is unique within its
     * {@code channel}.
     */
    record Difference(
            DifferenceKind kind, String channel, String voucher, Fen collected, Fen treasury, Department owner) {}

    /** What the treasury reports for a business date, an insurance and an account; a restated day bears a new version. */
    @Terms(
            topic = TreasuryDayReceived.TOPIC,
            from = TREASURY,
            to = TAX,
            clauses = "yicheng-2024/附件-b",
            zh = "国库当日入库已接收")
    record TreasuryDayReceived(
            LocalDate date, int version, Insurance insurance, String account, int rows, Fen total, String digest)
            implements ReconciliationHandoff {
        public static final String TOPIC = "reconciliation-treasury-day-received-v1";

        @Override
        public String subject() {
            return date + "/" + insurance;
        }
    }

    /**
     * A day was balanced: {@code treasury - collected} equals the sum of its differences. A later version replaces the
     * earlier one, which stays readable.
     */
    @Terms(
            topic = DayBalanced.TOPIC,
            from = {TAX, TREASURY},
            to = {TAX, TREASURY},
            clauses = {"yicheng-2024/六(二)-b", "yicheng-2024/附件-b", "bachu-2022/第三十七条(1)", "bachu-2022/第三十五条"},
            zh = "当日对账已完成")
    record DayBalanced(
            LocalDate date,
            int version,
            Insurance insurance,
            String account,
            Fen collected,
            Fen treasury,
            List<Difference> differences)
            implements ReconciliationHandoff {
        public static final String TOPIC = "reconciliation-day-balanced-v1";

        @Override
        public String subject() {
            return date + "/" + insurance;
        }
    }

    /** One completed claim in the details for the agency. */
    record PaidClaim(String personKey, String township, Fen paid, LocalDate completedOn) {}

    /**
     * Completed claims whose money stands in the treasury, passed to the agency; not more than 500 in one handoff.
     *
     * @param date the business date whose balance made them ready to be passed
     */
    @Terms(
            topic = PaymentDetailsPassed.TOPIC,
            from = TAX,
            to = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            clauses = {"yicheng-2024/五(四)-d", "bachu-2022/第三十八条(1)"},
            zh = "缴费明细已回传")
    record PaymentDetailsPassed(
            String detailsId, LocalDate date, Insurance insurance, int feeYear, Fen total, List<PaidClaim> claims)
            implements ReconciliationHandoff {
        public static final String TOPIC = "reconciliation-payment-details-passed-v1";

        @Override
        public String subject() {
            return detailsId;
        }
    }

    /**
     * The agency booked the entitlement; {@code benefitFrom} includes the waiting period of the policy.
     *
     * @param assumed whether no text gives the beginning of the benefit
     */
    @Terms(
            topic = EntitlementRecorded.TOPIC,
            from = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            to = TAX,
            clauses = "yicheng-2024/四(二)-2",
            zh = "待遇资格已记录")
    record EntitlementRecorded(
            String personKey,
            Insurance insurance,
            int feeYear,
            Fen paid,
            String detailsId,
            LocalDate benefitFrom,
            LocalDate recordedOn,
            @Nullable Boolean assumed)
            implements ReconciliationHandoff {
        public static final String TOPIC = "reconciliation-entitlement-recorded-v1";

        @Override
        public String subject() {
            return personKey;
        }
    }

    /**
     * Tax and agency compared what had been passed as entered in the treasury with what was booked, from the beginning of
     * the fee year to the date.
     *
     * @param unbooked passed and not booked
     * @param otherAmount booked with another amount than was passed
     * @param oldest when the first of the unbooked was passed; null when there are none
     */
    @Terms(
            topic = EntitlementReconciled.TOPIC,
            from = {TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            to = {TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            clauses = "bachu-2022/第三十八条(2)",
            zh = "权益对账已完成")
    record EntitlementReconciled(
            LocalDate date,
            Insurance insurance,
            int passed,
            Fen passedTotal,
            int booked,
            Fen bookedTotal,
            int unbooked,
            Fen unbookedTotal,
            int otherAmount,
            @Nullable LocalDate oldest)
            implements ReconciliationHandoff {
        public static final String TOPIC = "reconciliation-entitlement-reconciled-v1";

        @Override
        public String subject() {
            return date + "/" + insurance;
        }
    }

    /** The agency corrected an entitlement after the contribution behind it, or a part of it, had gone back. */
    @Terms(
            topic = EntitlementCorrected.TOPIC,
            from = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            to = TAX,
            clauses = {"yicheng-2024/五(三)-f", "yicheng-2024/五(二)-d"},
            zh = "待遇资格已更正")
    record EntitlementCorrected(
            String caseId, String personKey, Insurance insurance, int feeYear, Fen paidInAll, LocalDate correctedOn)
            implements ReconciliationHandoff {
        public static final String TOPIC = "reconciliation-entitlement-corrected-v1";

        @Override
        public String subject() {
            return personKey;
        }
    }

    /**
     * Somebody paid and is not entitled (红名单): the broken link, who has to mend it, since when.
     *
     * @param assumed whether no text gives how long is too long
     */
    @Terms(
            topic = RedListIssued.TOPIC,
            from = {TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            to = {TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            clauses = {"yicheng-2024/六(二)-b", "bachu-2022/第三十八条(3)"},
            zh = "红名单已发出")
    record RedListIssued(
            String personKey,
            Insurance insurance,
            int feeYear,
            Fen paid,
            BrokenLink brokenLink,
            Department owner,
            LocalDate since,
            @Nullable Boolean assumed)
            implements ReconciliationHandoff {
        public static final String TOPIC = "reconciliation-red-list-issued-v1";

        @Override
        public String subject() {
            return personKey;
        }
    }

    /** The broken link was mended: the resident is entitled, or the money went back. */
    @Terms(
            topic = RedListResolved.TOPIC,
            from = {MEDICAL_INSURANCE, SOCIAL_INSURANCE, TAX},
            to = {TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            clauses = {"yicheng-2024/六(二)-b", "bachu-2022/第三十八条(4)"},
            zh = "红名单已销号")
    record RedListResolved(String personKey, Insurance insurance, int feeYear, String how, LocalDate resolvedOn)
            implements ReconciliationHandoff {
        public static final String TOPIC = "reconciliation-red-list-resolved-v1";

        @Override
        public String subject() {
            return personKey;
        }
    }

    /** Why the statement of a month and what tax collected in it differ. */
    enum MonthDifferenceKind {
        /** The differences of its days that still stand, as they were balanced day by day. */
        IN_DAYS,
        /** In the statement and in no day that the treasury reported, or the other way round. */
        BEYOND_DAYS
    }

    /** @param amount statement less what tax collected; {@code owner} has to act */
    record MonthDifference(MonthDifferenceKind kind, Fen amount, Department owner) {}

    /** @param month as 2023-09; a restated month bears a new version */
    @Terms(
            topic = TreasuryStatementIssued.TOPIC,
            from = TREASURY,
            to = TAX,
            clauses = "bachu-2022/第三十七条(2)",
            zh = "国库月度对账单已提供")
    record TreasuryStatementIssued(
            String month, int version, Insurance insurance, String account, int entries, Fen total, LocalDate issuedOn)
            implements ReconciliationHandoff {
        public static final String TOPIC = "reconciliation-treasury-statement-issued-v1";

        @Override
        public String subject() {
            return month + "/" + insurance;
        }
    }

    /** A month was reconciled: {@code statement - collected} equals the sum of its differences; equal, when there is none. */
    @Terms(
            topic = MonthBalanced.TOPIC,
            from = TAX,
            to = {TREASURY, MEDICAL_INSURANCE, SOCIAL_INSURANCE, Department.FINANCE},
            clauses = {"bachu-2022/第三十七条(3)", "bachu-2022/第三十六条", "bachu-2022/第三十五条"},
            zh = "月度对账已完成")
    record MonthBalanced(
            String month,
            int version,
            Insurance insurance,
            String account,
            Fen collected,
            Fen statement,
            List<MonthDifference> differences)
            implements ReconciliationHandoff {
        public static final String TOPIC = "reconciliation-month-balanced-v1";

        @Override
        public String subject() {
            return month + "/" + insurance;
        }
    }

    /** Why the income that an agency booked differs from the treasury's statement. */
    enum IncomeCause {
        /** 在途: in the treasury, and not in the agency's account yet. */
        IN_TRANSIT,
        /** 明细未传递: the details have not come. */
        DETAILS_NOT_PASSED,
        /** 未记账: the details have come, and are not booked. */
        NOT_BOOKED,
        /** 退费: paid back by the agency. */
        REFUNDED,
        /** 跨期: belongs to another month. */
        OTHER_MONTH
    }

    /** @param amount income less statement, as far as this cause goes */
    record IncomeReason(IncomeCause cause, Fen amount) {}

    /** The agency's income of a month; the reasons sum up to {@code income - statement}. */
    @Terms(
            topic = AgencyReportFiled.TOPIC,
            from = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            to = TAX,
            clauses = {"bachu-2022/第三十七条(4)", "bachu-2022/第三十七条(5)"},
            zh = "社会保险费月报已提供")
    record AgencyReportFiled(
            String month,
            int version,
            Insurance insurance,
            Fen income,
            Fen statement,
            List<IncomeReason> reasons,
            LocalDate filedOn)
            implements ReconciliationHandoff {
        public static final String TOPIC = "reconciliation-agency-report-filed-v1";

        @Override
        public String subject() {
            return month + "/" + insurance;
        }
    }
}
