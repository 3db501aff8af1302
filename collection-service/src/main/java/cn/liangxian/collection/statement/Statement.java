package cn.liangxian.collection.statement;

import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.util.Map;

/**
 * What collection's own database says now; an outside count of the topics must come to the same, to the fen.
 *
 * @param due sum of the claims of accepted rosters
 * @param paid by whom and for which insurance; without surplus
 * @param byChannel payments and their sum per channel; without surplus
 * @param unpaid what is still to come for claims that are not paid
 * @param partlyPaid claims of which a part is still to come
 * @param surplus what was paid without being owed; {@code refunded} as much of it as went back
 * @param returned money paid on behalf that went back to its payer
 * @param waiting money paid on behalf whose claim is not known yet
 * @param cash what collectors took against receipts, and where it went
 */
public record Statement(
        long claims,
        Map<Insurance, Fen> due,
        Map<Payer, Map<Insurance, Fen>> paid,
        Map<String, Taken> byChannel,
        Map<Insurance, Fen> unpaid,
        long partlyPaid,
        Fen surplus,
        Fen refunded,
        Fen returned,
        Fen waiting,
        Cash cash,
        Map<String, Long> rosters) {

    /** Number and sum of payments. */
    public record Taken(long count, Fen fen) {}

    /**
     * Of the cash ledgers: {@code taken} is all the others together.
     *
     * @param kept of what was settled, taken beyond what was paid in
     */
    public record Cash(Fen taken, Fen paidIn, Fen kept, Fen returned, Fen held) {}
}
