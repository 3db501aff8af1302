package cn.liangxian.collection.refund;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.time.LocalDate;

/** Money that was not owed, with its refund; the refund's fields are null while it is open. */
public record Surplus(
        String paymentId,
        String personKey,
        Insurance insurance,
        Fen amount,
        String reason,
        String channel,
        String voucher,
        String township,
        LocalDate paidOn,
        RefundState state,
        String refundId,
        String refundVoucher,
        LocalDate refundedOn) {}
