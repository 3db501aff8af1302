package cn.liangxian.collection.cash;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An entry of the cash ledger, joined to the payment that settled it.
 *
 * @param collector number under which the collector is registered for the village
 * @param paid what was paid in for the resident; null while the cash is held
 * @param channel and {@code voucher} under which it reached the treasury; null while it is held
 */
record CashEntry(
        UUID entryId,
        String receiptNo,
        String township,
        String village,
        long claimNo,
        String personKey,
        Insurance insurance,
        Fen amount,
        String collector,
        String head,
        LocalDate takenOn,
        CashState state,
        LocalDate settledOn,
        Fen paid,
        String channel,
        String voucher,
        UUID paymentId) {

    /** What a collector has in hand. {@code days}: for how long the oldest of it. */
    record Holding(String village, String collector, int entries, Fen amount, LocalDate since, int days) {}

    /** What is wrong with an entry. */
    enum Wrong {
        TAKEN_NOT_PAID_IN,
        PAID_IN_LATE,
        MORE_TAKEN_THAN_PAID
    }

    record Finding(Wrong wrong, CashEntry entry, Fen amount, int days) {}

    /** @param filedBy who filed it; null of those that were filed before it was kept */
    record Ledger(
            String ledgerId,
            String township,
            int entries,
            Fen total,
            String digest,
            LocalDate filedOn,
            String filedBy) {}

    record Listed(int accepted, List<Integer> unknownRows) {}
}
