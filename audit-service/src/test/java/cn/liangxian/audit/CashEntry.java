package cn.liangxian.audit;

import static cn.liangxian.audit.register.Stimuli.inFull;

import cn.liangxian.collection.CashHandoff.CashReturned;
import cn.liangxian.collection.CashHandoff.CashSettled;
import cn.liangxian.collection.CashHandoff.CashTaken;
import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.time.LocalDate;

/**
 * An entry of a cash ledger for the 380 yuan that were owed, {@code entry-NAME} against {@code receipt-NAME}, and what
 * collection hands over about it.
 *
 * @param cash that was taken
 */
public record CashEntry(String name, String township, LocalDate on, Fen cash) {

    private static final long YUAN = 380;
    private static final Fen OWED = Fen.ofYuan(YUAN);
    private static final String CHANNEL = "COUNTER";

    /** What was owed was taken. */
    public CashEntry(String name, String township, LocalDate on) {
        this(name, township, on, OWED);
    }

    public CashTaken taken() {
        return new CashTaken(
                "entry-" + name, receipt(), township, village(), "collector", person(), Insurance.MEDICAL, cash, on);
    }

    /** So many days later. */
    public CashSettled settled(int days) {
        return new CashSettled(
                "entry-" + name,
                receipt(),
                township,
                village(),
                "collector",
                person(),
                Insurance.MEDICAL,
                cash,
                OWED,
                "payment-" + name,
                CHANNEL,
                "voucher-" + name,
                days,
                on.plusDays(days));
    }

    /** As {@link #settled}. */
    public CashReturned returned(int days) {
        return new CashReturned(
                "entry-" + name,
                receipt(),
                township,
                village(),
                "collector",
                person(),
                Insurance.MEDICAL,
                cash,
                days,
                on.plusDays(days));
    }

    /** What the settlement names. */
    public ContributionPaid paid() {
        return inFull(name, Insurance.MEDICAL, YUAN, CHANNEL, township, on.toString());
    }

    private String receipt() {
        return "receipt-" + name;
    }

    private String person() {
        return "person-" + name;
    }

    private String village() {
        return township + "001";
    }
}
