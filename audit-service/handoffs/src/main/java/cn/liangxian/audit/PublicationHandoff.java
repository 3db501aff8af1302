package cn.liangxian.audit;

import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Nullable;
import cn.liangxian.handoff.Terms;
import java.time.LocalDate;

/**
 * The publication of who has paid, and what residents say against it. No name and no person key is in any of these: the
 * published list stays with tax, and a line is told by its number.
 */
public sealed interface PublicationHandoff extends AuditHandoff {

    /** By what ways it can be published 多种途径. */
    enum Way {
        NOTICE_BOARD,
        BROADCAST,
        WECHAT_GROUP,
        WEBSITE,
        HOUSE_TO_HOUSE
    }

    /** What a resident objects to. */
    enum ObjectionKind {
        /** 已缴费未公示: has paid in full within the campaign and is not listed. */
        PAID_NOT_LISTED,
        /** 未缴费被公示: is listed and has not paid, or was paid back. */
        LISTED_NOT_PAID,
        /** 信息有误: name, number, village or insurance of the line is wrong. */
        DETAILS_WRONG,
        /** 不同意公示: does not want to be published. */
        AGAINST_PUBLICATION
    }

    /** How an objection ended. */
    enum Outcome {
        CORRECTED,
        REJECTED,
        TAKEN_BACK
    }

    /** Why an objection is rejected; a fixed set, so that nobody is described in free words. */
    enum Ground {
        /** The published line is right. */
        LINE_IS_RIGHT,
        /** Nothing, or not all of it, was paid by the end of the campaign. */
        NOT_PAID_IN_CAMPAIGN,
        /** The notice orders that all who paid are published, masked (yicheng-2024/四(五)); it knows no exception. */
        PUBLICATION_ORDERED
    }

    /**
     * A township publishes its payment roster between {@code from} and {@code until}, both included.
     *
     * @param publicationId that of the payment roster which tax provided
     * @param digest of the published lines
     * @param version 1, and one more with every correction
     * @param replaces the publication that this one takes the place of; null for the first
     */
    @Terms(
            topic = PublicationOrdered.TOPIC,
            from = TAX,
            to = TOWNSHIP,
            clauses = {"yicheng-2024/四(五)", "yicheng-2024/六(三)", "bachu-2022/第四十三条(1)"},
            zh = "缴费公示已部署")
    record PublicationOrdered(
            String publicationId,
            String township,
            int people,
            LocalDate from,
            LocalDate until,
            String digest,
            @Nullable Integer version,
            @Nullable String replaces)
            implements PublicationHandoff {
        public static final String TOPIC = "audit-publication-ordered-v1";

        @Override
        public String subject() {
            return township;
        }
    }

    /**
     * The township shows that it published.
     *
     * @param evidenceDigest SHA-256 of the photograph or scan that it filed and that is kept
     * @param village where it hung, when it was one village's part
     * @param way by which it was published; null where the township did not say
     */
    @Terms(
            topic = PublicationEvidenced.TOPIC,
            from = TOWNSHIP,
            to = TAX,
            clauses = {"yicheng-2024/六(三)", "bachu-2022/第四十三条(2)", "bachu-2022/第四十三条(3)"},
            zh = "缴费公示已留证")
    record PublicationEvidenced(
            String publicationId,
            String township,
            LocalDate publishedOn,
            String evidenceDigest,
            @Nullable String village,
            @Nullable Way way)
            implements PublicationHandoff {
        public static final String TOPIC = "audit-publication-evidenced-v1";

        /** Evidence of which the way does not matter. */
        public PublicationEvidenced(
                String publicationId, String township, LocalDate publishedOn, String evidenceDigest, String village) {
            this(publicationId, township, publishedOn, evidenceDigest, village, null);
        }

        @Override
        public String subject() {
            return township;
        }
    }

    /**
     * A resident objects to what is published.
     *
     * @param line number of the published line; null when the objection is that a line is missing
     * @param channel of the payment that is not listed, with its {@code voucher} as on the receipt: so nobody is named
     */
    @Terms(
            topic = PublicationObjected.TOPIC,
            from = {TOWNSHIP, Department.CHANNEL},
            to = {TOWNSHIP, TAX},
            clauses = "yicheng-2024/四(五)-b",
            zh = "公示异议已提出")
    record PublicationObjected(
            String objectionId,
            String publicationId,
            String township,
            ObjectionKind kind,
            @Nullable Integer line,
            @Nullable String channel,
            @Nullable String voucher,
            LocalDate objectedOn)
            implements PublicationHandoff {
        public static final String TOPIC = "audit-publication-objected-v1";

        @Override
        public String subject() {
            return objectionId;
        }
    }

    /**
     * An objection was answered.
     *
     * @param ground why it was rejected
     * @param correctedBy the publication that corrects it; {@code paymentId} the payment that was not listed, and
     *     {@code refundId} the refund for which a line was taken off, where the correction rests on one
     */
    @Terms(
            topic = PublicationAnswered.TOPIC,
            from = {TOWNSHIP, TAX},
            to = {TOWNSHIP, TAX},
            clauses = "yicheng-2024/四(五)-b",
            zh = "公示异议已答复")
    record PublicationAnswered(
            String objectionId,
            String publicationId,
            String township,
            Outcome outcome,
            @Nullable Ground ground,
            @Nullable String correctedBy,
            @Nullable String paymentId,
            @Nullable String refundId,
            LocalDate answeredOn)
            implements PublicationHandoff {
        public static final String TOPIC = "audit-publication-answered-v1";

        @Override
        public String subject() {
            return objectionId;
        }
    }
}
