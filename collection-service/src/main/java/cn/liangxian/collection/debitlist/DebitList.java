package cn.liangxian.collection.debitlist;

import cn.liangxian.handoff.Fen;
import cn.liangxian.rest.Problem;
import java.time.LocalDate;
import java.util.List;

/**
 * A debit list as it was taken.
 *
 * @param claims rows taken, of which {@code debitable} can be debited, together for {@code total}
 * @param amountsSetOn null until tax has set the amounts
 * @param refusals rows that were not taken; a corrected list replaces this one until the amounts are set
 */
public record DebitList(
        String listId,
        String township,
        LocalDate returnedOn,
        int claims,
        int debitable,
        Fen total,
        String digest,
        DebitListState state,
        LocalDate amountsSetOn,
        List<Refused> refusals) {

    /** A refused row, counted from 1, with the stable code of the reason, told in Chinese and in English. */
    public record Refused(int row, String code, String message, String messageEn) {
        Refused(int row, Problem why) {
            this(row, why.type().code(), why.said().zh(), why.said().en());
        }
    }
}
