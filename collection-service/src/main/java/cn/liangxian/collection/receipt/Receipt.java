package cn.liangxian.collection.receipt;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.time.LocalDate;
import java.util.List;

/**
 * A payment voucher or certificate as it stands now.
 *
 * @param number without gaps in its fee year; another issue of the same document bears the same
 * @param checkCode proves together with the number that the document is ours
 * @param total what was paid and has not gone back
 */
public record Receipt(
        String number,
        String checkCode,
        ReceiptKind kind,
        State state,
        int feeYear,
        LocalDate issuedOn,
        String maskedName,
        String maskedIdNumber,
        Fen total,
        List<Line> lines) {

    /** Whether the document still proves a payment. */
    public enum State {
        VALID("有效"),
        PARTLY_REFUNDED("部分退费"),
        /** All of it went back. */
        VOID("已退费作废");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** One payment; {@code refunded} of it went back. {@code payer} is SELF, PROXY or SPONSOR. */
    public record Line(
            String paymentId,
            Insurance insurance,
            Fen amount,
            Fen refunded,
            String payer,
            String channel,
            String voucher,
            LocalDate paidOn) {}

    static State stateOf(List<Line> lines) {
        if (lines.stream().allMatch(line -> line.refunded().equals(line.amount()))) {
            return State.VOID;
        }
        return lines.stream().anyMatch(line -> line.refunded().isPositive()) ? State.PARTLY_REFUNDED : State.VALID;
    }

    static Fen totalOf(List<Line> lines) {
        Fen total = Fen.ZERO;
        for (Line line : lines) {
            total = total.plus(line.amount()).minus(line.refunded());
        }
        return total;
    }
}
