package cn.liangxian.subsidy.application;

import cn.liangxian.handoff.Fen;
import cn.liangxian.subsidy.SubsidyHandoff.FundsReturned;
import cn.liangxian.subsidy.ledger.Account;
import cn.liangxian.subsidy.ledger.Entry;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What was applied for one person under one rule; the id is later that of the proxy payment.
 *
 * @param lapsed it holds no longer: money that comes for it goes back
 * @param assumed whether a reading that no text gives took part in it
 */
public record ApplicationLine(
        UUID id,
        int number,
        String personKey,
        String rule,
        String clause,
        Fen amount,
        boolean lapsed,
        boolean assumed) {

    /** Takes what was appropriated for this line out of the special account. */
    public Entry entry(Entry.Kind kind, Application application, Account to, Fen moved, LocalDate on) {
        return Entry.move(kind, application.book(), id, Account.SPECIAL_ACCOUNT, to, moved, personKey, on);
    }

    /** What finance is told of money for this line that goes back. */
    public FundsReturned returned(Application application, Fen rest, String reason, LocalDate on) {
        return new FundsReturned(
                application.id().toString(),
                application.purpose(),
                application.insurance(),
                id.toString(),
                rest,
                reason,
                on);
    }
}
