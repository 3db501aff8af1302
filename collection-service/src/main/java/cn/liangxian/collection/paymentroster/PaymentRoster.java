package cn.liangxian.collection.paymentroster;

import java.time.LocalDate;

/**
 * A version of the payment roster (缴费清册) of a township.
 *
 * @param replaces the version before; null for the first
 * @param people that stand on it; {@code lines} one for each person and insurance
 * @param lastNumber the highest number ever given to a line of the township
 * @param digest of its masked lines
 * @param objectionId the objection that it corrects; null for the first
 */
public record PaymentRoster(
        String paymentRosterId,
        String township,
        int feeYear,
        int version,
        String replaces,
        int people,
        int lines,
        int lastNumber,
        String digest,
        LocalDate drawnOn,
        String objectionId) {}
