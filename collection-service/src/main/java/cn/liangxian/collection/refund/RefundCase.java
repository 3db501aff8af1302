package cn.liangxian.collection.refund;

import cn.liangxian.collection.RefundHandoff.Document;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.time.LocalDate;
import java.util.List;

/**
 * One refund from request to end.
 *
 * @param amount the payment's, or a part of it
 * @param automatic found by tax itself
 * @param waitsFor the handoff that it waits for, and {@code waitsOn} who has to act, since {@code waitsSince}; null when it has ended
 * @param waitsUntil by when the policy wants it; null when it has ended, or where the policy sets no period;
 *     {@code untilAssumed} where no text gives it
 * @param refusedBecause null unless refused
 */
public record RefundCase(
        String caseId,
        String paymentId,
        String personKey,
        Insurance insurance,
        int feeYear,
        Fen amount,
        RefundReason reason,
        boolean automatic,
        List<Document> documents,
        String village,
        LocalDate requestedOn,
        RefundState state,
        String waitsFor,
        Department waitsOn,
        LocalDate waitsSince,
        LocalDate waitsUntil,
        boolean untilAssumed,
        boolean entitlementRecorded,
        String refusedBecause) {}
