package cn.liangxian.collection;

import static cn.liangxian.handoff.Department.CHANNEL;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.FINANCE;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.SPONSOR;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.TREASURY;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Nullable;
import cn.liangxian.handoff.Terms;
import java.time.LocalDate;
import java.util.List;

/** What collection hands over: rosters received and issued, every payment, remittances, refunds, daily sums. */
public sealed interface CollectionHandoff extends Handoff
        permits CollectionHandoff.RosterReceived,
                CollectionHandoff.PayableRosterIssued,
                CollectionHandoff.ContributionPaid,
                CollectionHandoff.ContributionSurplus,
                CollectionHandoff.RefundListed,
                CollectionHandoff.PaymentReturned,
                CollectionHandoff.CashRemitted,
                CollectionHandoff.DaySummed,
                CollectionHandoff.ProgressReported,
                CollectionHandoff.PaymentRosterProvided,
                AgreementHandoff,
                AnomalyHandoff,
                CashHandoff,
                ChannelHandoff,
                CollectorHandoff,
                DebitHandoff,
                RefundHandoff {

    /** Who paid: the resident, a department on the resident's behalf (代缴), or a sponsor (资助). */
    enum Payer {
        SELF,
        PROXY,
        SPONSOR
    }

    /** A delivered roster was checked against its header; a refused one says why and is sent again under a new id. */
    @Terms(
            topic = RosterReceived.TOPIC,
            from = TAX,
            to = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            clauses = "yicheng-2024/四(四)2",
            zh = "参保名册已接收")
    record RosterReceived(
            String rosterId,
            Insurance insurance,
            boolean accepted,
            @Nullable String reason,
            int lines,
            Fen total,
            String digest)
            implements CollectionHandoff {
        public static final String TOPIC = "collection-roster-received-v1";

        @Override
        public String subject() {
            return rosterId;
        }
    }

    /**
     * The payable roster of a township was reviewed and handed over.
     *
     * @param total sum due of its lines on the day of issue
     * @param reviewers the departments that reviewed it, as the policy names them
     */
    @Terms(
            topic = PayableRosterIssued.TOPIC,
            from = TAX,
            to = {TOWNSHIP, VILLAGE},
            clauses = {"yicheng-2024/四(四)3-a", "yicheng-2024/四(四)3-b", "yicheng-2024/四(四)3-c"},
            zh = "征收清册已移交")
    record PayableRosterIssued(
            String payableRosterId,
            String township,
            int feeYear,
            int lines,
            Fen total,
            String digest,
            List<Department> reviewers)
            implements CollectionHandoff {
        public static final String TOPIC = "collection-payable-roster-issued-v1";

        @Override
        public String subject() {
            return township;
        }
    }

    /**
     * The central fact: money for one resident, one insurance, one fee year was paid.
     *
     * @param paymentId unique
     * @param amount what was paid now
     * @param due what the claim amounts to; {@code paidInAll} what has been paid for it with this payment;
     *     the claim is complete when they are equal
     * @param tier the chosen pension tier; equal to {@code due} for medical
     * @param payer who paid; {@code funder} names the department or sponsor, null for the resident
     * @param channel code of the channel in the policy, PROXY or SPONSOR when it was not the resident
     * @param voucher the payer side's own number, unique within the channel
     * @param paidOn the business day on which it became known, and which counts it
     * @param debitedOn when the account was debited, if the bank told it on a later day; null otherwise
     */
    @Terms(
            topic = ContributionPaid.TOPIC,
            from = {CHANNEL, VILLAGE, FINANCE, SPONSOR},
            to = {TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE, FINANCE},
            clauses = {"yicheng-2024/五(四)-a", "yicheng-2024/四(三)1", "yicheng-2024/四(三)2"},
            zh = "保费已缴纳")
    record ContributionPaid(
            String paymentId,
            String personKey,
            Insurance insurance,
            int feeYear,
            Fen amount,
            Fen due,
            Fen paidInAll,
            Fen tier,
            Payer payer,
            @Nullable String funder,
            String channel,
            String voucher,
            String township,
            String village,
            LocalDate paidOn,
            @Nullable LocalDate debitedOn)
            implements CollectionHandoff {
        public static final String TOPIC = "collection-contribution-paid-v1";

        /** A payment that became known when it was made. */
        public ContributionPaid(
                String paymentId,
                String personKey,
                Insurance insurance,
                int feeYear,
                Fen amount,
                Fen due,
                Fen paidInAll,
                Fen tier,
                Payer payer,
                String funder,
                String channel,
                String voucher,
                String township,
                String village,
                LocalDate paidOn) {
            this(
                    paymentId, personKey, insurance, feeYear, amount, due, paidInAll, tier, payer, funder, channel,
                    voucher, township, village, paidOn, null);
        }

        /** The day of payment, which decides what was owed and since when it entitles. */
        public LocalDate dayOfPayment() {
            return debitedOn == null ? paidOn : debitedOn;
        }

        public boolean complete() {
            return due.equals(paidInAll);
        }

        @Override
        public String subject() {
            return personKey;
        }
    }

    /** Money arrived for which nothing was owed (paid twice, or more than due). It goes back as a refund. */
    @Terms(
            topic = ContributionSurplus.TOPIC,
            from = TAX,
            to = {TAX, TREASURY},
            clauses = "yicheng-2024/五(四)-a",
            zh = "多缴保费已登记")
    record ContributionSurplus(
            String paymentId,
            String personKey,
            Insurance insurance,
            int feeYear,
            Fen amount,
            String reason,
            String channel,
            String voucher,
            String township,
            LocalDate paidOn)
            implements CollectionHandoff {
        public static final String TOPIC = "collection-contribution-surplus-v1";

        @Override
        public String subject() {
            return personKey;
        }
    }

    /**
     * Money was paid back: a surplus, or what had been paid for a claim. {@code voucher} is that of the refund.
     *
     * @param channel that of the payment: PROXY when it is finance's money whose status had ended
     * @param caseId of the request; null where there was none: for finance's money, and before requests were kept
     * @param paidInAll what remains paid for the claim; null for a surplus, which was never paid for it
     */
    @Terms(
            topic = RefundListed.TOPIC,
            from = TAX,
            to = {MEDICAL_INSURANCE, SOCIAL_INSURANCE, TREASURY},
            clauses = {"yicheng-2024/五(四)-a", "yicheng-2024/五(三)-f"},
            zh = "退费已办理")
    record RefundListed(
            String refundId,
            String paymentId,
            String personKey,
            Insurance insurance,
            Fen amount,
            String reason,
            String channel,
            String voucher,
            LocalDate madeOn,
            @Nullable String caseId,
            @Nullable Integer feeYear,
            @Nullable Fen paidInAll)
            implements CollectionHandoff {
        public static final String TOPIC = "collection-refund-listed-v1";

        @Override
        public String subject() {
            return personKey;
        }
    }

    /**
     * Money paid on behalf or sponsored goes back to its payer: it could not be used (claim already settled, unknown), or the
     * status by which it was paid had ended before. Then it had been used, and is listed as a refund, too.
     */
    @Terms(
            topic = PaymentReturned.TOPIC,
            from = TAX,
            to = {FINANCE, SPONSOR},
            clauses = "yicheng-2024/四(三)3a",
            zh = "代缴资助款已退回")
    record PaymentReturned(
            String reference, Payer payer, String personKey, Insurance insurance, Fen amount, String reason)
            implements CollectionHandoff {
        public static final String TOPIC = "collection-payment-returned-v1";

        @Override
        public String subject() {
            return personKey;
        }
    }

    /** A village agent handed in what was collected; {@code refused} rows were not taken and go back to the payers. */
    @Terms(
            topic = CashRemitted.TOPIC,
            from = VILLAGE,
            to = {TAX, TREASURY},
            clauses = {"yicheng-2024/四(三)1", "yicheng-2024/六(二)-b"},
            zh = "代收款已解缴")
    record CashRemitted(
            String remittanceId, String township, String village, int accepted, int refused, Fen total, LocalDate on)
            implements CollectionHandoff {
        public static final String TOPIC = "collection-cash-remitted-v1";

        @Override
        public String subject() {
            return village;
        }
    }

    /** What tax collected on a business date and transferred to the treasury, net of refunds made on that date. */
    @Terms(topic = DaySummed.TOPIC, from = TAX, to = TREASURY, clauses = "yicheng-2024/附件-b", zh = "当日税款已汇总")
    record DaySummed(LocalDate date, Insurance insurance, int payments, Fen paid, Fen surplus, Fen refunded)
            implements CollectionHandoff {
        public static final String TOPIC = "collection-day-summed-v1";

        @Override
        public String subject() {
            return date + "/" + insurance;
        }
    }

    /**
     * How far a township has come, counted at the end of the date before {@code asOf}.
     *
     * @param targetRate share of people that should have paid when the campaign ends, in hundredths of a percent: that of
     *     the last fee year; null where it is not known
     * @param villages its villages; what they count adds up to the township
     */
    @Terms(
            topic = ProgressReported.TOPIC,
            from = TAX,
            to = {TOWNSHIP, COUNTY_GOVERNMENT},
            clauses = "yicheng-2024/五(四)-c",
            zh = "缴费进度已通报")
    record ProgressReported(
            String township,
            LocalDate asOf,
            Insurance insurance,
            int people,
            int peoplePaid,
            Fen due,
            Fen paid,
            @Nullable Integer targetRate,
            @Nullable List<VillageProgress> villages)
            implements CollectionHandoff {
        public static final String TOPIC = "collection-progress-reported-v1";

        /** One village; {@code targetRate} as for the township. */
        public record VillageProgress(
                String village, int people, int peoplePaid, Fen due, Fen paid, @Nullable Integer targetRate) {}

        @Override
        public String subject() {
            return township;
        }
    }

    /**
     * What a correction of a payment roster changed, for which objection. A line that was taken off leaves its number unused.
     *
     * @param paymentId the payment for which a line was added; {@code refundId} the refund for which one was taken off
     */
    record RosterCorrection(
            String objectionId,
            @Nullable Integer withdrawnLine,
            @Nullable Integer addedLine,
            @Nullable String paymentId,
            @Nullable String refundId) {}

    /**
     * Tax provides the payment roster (缴费清册) of a township for publication: a masked line for every claim that was paid in
     * full by the end of the campaign. The lines stay with tax; whoever may see them fetches the file.
     *
     * @param version 1, and one more with every correction; {@code replaces} is the version before
     * @param lastNumber the highest number of a line
     * @param digest of the masked lines
     */
    @Terms(
            topic = PaymentRosterProvided.TOPIC,
            from = TAX,
            to = TOWNSHIP,
            clauses = {"yicheng-2024/四(五)", "yicheng-2024/四(五)-b"},
            zh = "缴费清册已提供")
    record PaymentRosterProvided(
            String paymentRosterId,
            String township,
            int feeYear,
            int version,
            @Nullable String replaces,
            int people,
            int lines,
            int lastNumber,
            String digest,
            @Nullable RosterCorrection correction)
            implements CollectionHandoff {
        public static final String TOPIC = "collection-payment-roster-provided-v1";

        @Override
        public String subject() {
            return township;
        }
    }
}
