package cn.liangxian.collection.remittance;

import cn.liangxian.collection.remittance.RemittanceResource.Line;
import cn.liangxian.handoff.Fen;
import cn.liangxian.rest.Text;
import java.time.LocalDate;
import java.util.List;

/**
 * The answer to a remittance: what was taken, and row by row what was refused and goes back to the payer.
 *
 * @param total sum of the accepted rows; {@code handedBack} that of the refused ones
 */
public record Remittance(
        String remittanceId,
        String village,
        LocalDate on,
        Fen total,
        Fen handedBack,
        List<Taken> taken,
        List<Refused> refusals) {

    /** An accepted row, counted from 1; its voucher is the receipt number. */
    public record Taken(int row, String receiptNo, String paymentId, String personKey, Fen amount) {}

    /** A refused row, counted from 1, with the stable code of the reason, told in Chinese and in English. */
    public record Refused(int row, String receiptNo, Fen amount, String code, String message, String messageEn) {
        Refused(int row, Line line, String code, Text why) {
            this(row, line.receiptNo(), line.amount(), code, why.zh(), why.en());
        }
    }
}
