package cn.liangxian.audit;

import static cn.liangxian.audit.register.Stimuli.inFull;

import cn.liangxian.collection.CashHandoff.CashReturned;
import cn.liangxian.collection.CashHandoff.CashSettled;
import cn.liangxian.collection.CashHandoff.CashTaken;
import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.time.LocalDate;

/** 380 yuan in a cash ledger, {@code entry-NAME} against {@code receipt-NAME}, and what collection hands over about them. */
public record CashEntry(String name, String township, LocalDate on) {

    private static final long YUAN = 380;
    private static final Fen AMOUNT = Fen.ofYuan(YUAN);
    private static final String CHANNEL = "COUNTER";

    public CashTaken taken() {
        return new CashTaken(
                "entry-" + name, receipt(), township, village(), "collector", person(), Insurance.MEDICAL, AMOUNT, on);
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
                AMOUNT,
                AMOUNT,
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
                AMOUNT,
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
