package cn.liangxian.collection;

import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Nullable;
import cn.liangxian.handoff.Terms;
import java.time.LocalDate;
import java.util.List;

/** The way of a refund from the request, which tax accepts for both insurances, to the decision. */
public sealed interface RefundHandoff extends CollectionHandoff {

    /** A document that proves the request: its digest (SHA-256, hexadecimal), and whether the original was seen. */
    record Document(String name, String digest, boolean original) {}

    /**
     * Tax accepted a request for a refund, or found by itself that money was paid for nothing owed.
     *
     * @param paymentId the payment that goes back, wholly or in part
     * @param automatic found by tax, not asked for
     */
    @Terms(
            topic = RefundRequested.TOPIC,
            from = TAX,
            to = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            clauses = {"yicheng-2024/五(四)-a", "yicheng-2024/五(三)-f", "yicheng-2024/五(二)-d"},
            zh = "退费申请已受理")
    record RefundRequested(
            String caseId,
            String paymentId,
            String personKey,
            Insurance insurance,
            int feeYear,
            Fen amount,
            String reason,
            boolean automatic,
            List<Document> documents,
            LocalDate on)
            implements RefundHandoff {
        public static final String TOPIC = "collection-refund-requested-v1";

        @Override
        public String subject() {
            return personKey;
        }
    }

    /**
     * The agency of the insurance checked a request.
     *
     * @param reason why not; null when it agrees
     * @param entitlementRecorded the agency had recorded the entitlement, and corrects it when the money goes back
     */
    @Terms(
            topic = RefundChecked.TOPIC,
            from = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            to = TAX,
            clauses = {"yicheng-2024/五(三)-f", "yicheng-2024/五(二)-d"},
            zh = "退费已核查")
    record RefundChecked(
            String caseId,
            String personKey,
            Insurance insurance,
            boolean agreed,
            @Nullable String reason,
            boolean entitlementRecorded,
            LocalDate on)
            implements RefundHandoff {
        public static final String TOPIC = "collection-refund-checked-v1";

        @Override
        public String subject() {
            return personKey;
        }
    }

    /** A second person approved or refused what the agency had agreed to. {@code reason} is null when approved. */
    @Terms(
            topic = RefundDecided.TOPIC,
            from = TAX,
            to = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            clauses = "yicheng-2024/五(四)-a",
            zh = "退费已审批")
    record RefundDecided(
            String caseId,
            String personKey,
            Insurance insurance,
            boolean approved,
            @Nullable String reason,
            LocalDate on)
            implements RefundHandoff {
        public static final String TOPIC = "collection-refund-decided-v1";

        @Override
        public String subject() {
            return personKey;
        }
    }

    /**
     * The agency reported to tax, in its list of refunds (退费清册), one that had been made. It keeps the originals of the
     * documents; tax keeps the copies, which stand here by their digests, so that each can be proven.
     *
     * @param madeOn when the money went back
     * @param documents the copies
     * @param originalsAt where the agency keeps the originals
     */
    @Terms(
            topic = RefundReported.TOPIC,
            from = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            to = TAX,
            clauses = {"bachu-2022/第三十三条(2)", "bachu-2022/第三十四条(1)", "bachu-2022/第三十四条(2)"},
            zh = "退费清册已反馈")
    record RefundReported(
            String caseId,
            String listId,
            String personKey,
            Insurance insurance,
            Fen amount,
            LocalDate madeOn,
            List<Document> documents,
            String originalsAt,
            String signedBy,
            LocalDate on)
            implements RefundHandoff {
        public static final String TOPIC = "collection-refund-reported-v1";

        @Override
        public String subject() {
            return personKey;
        }
    }

    /**
     * Money went back for which an entitlement had been recorded: the agency has to correct the entitlement. Where finance's
     * money went back because a status had ended, nobody was asked before: the agency looks whether it had recorded one.
     *
     * @param caseId of the request, or the refund's own id where there was none
     */
    @Terms(
            topic = EntitlementToCorrect.TOPIC,
            from = TAX,
            to = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            clauses = {"yicheng-2024/五(三)-f", "yicheng-2024/五(二)-d"},
            zh = "退费后待更正待遇")
    record EntitlementToCorrect(
            String caseId, String personKey, Insurance insurance, int feeYear, Fen paidInAll, LocalDate on)
            implements RefundHandoff {
        public static final String TOPIC = "collection-entitlement-to-correct-v1";

        @Override
        public String subject() {
            return personKey;
        }
    }
}
