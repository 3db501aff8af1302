package cn.liangxian.subsidy.application;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.subsidy.SubsidyHandoff.Purpose;
import cn.liangxian.subsidy.ledger.Entry;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An application to finance and how far it has come.
 *
 * @param appropriated what finance has given so far
 * @param handled number of the last line for which money was used
 * @param used what these lines amount to; the rest of the appropriated is open
 * @param assumed whether a reading that no text gives took part in one of its lines
 */
public record Application(
        UUID id,
        Purpose purpose,
        Insurance insurance,
        int feeYear,
        String funder,
        int heads,
        Fen amount,
        LocalDate appliedOn,
        Fen appropriated,
        int handled,
        Fen used,
        boolean assumed) {

    /** What waits for what. */
    public enum State {
        /** Waits for finance. */
        UNANSWERED,
        /** Finance gave less than applied for; the rest stays visible as shortfall. */
        SHORT,
        FUNDED
    }

    /** The book of the ledger that its money is kept in. */
    public Entry.Book book() {
        return new Entry.Book(purpose.name(), insurance, id);
    }

    public State state() {
        if (appropriated.isZero()) {
            return State.UNANSWERED;
        }
        return shortfall().isZero() ? State.FUNDED : State.SHORT;
    }

    /** What is missing to the amount applied for; nothing when finance gave more than a lower bound. */
    public Fen shortfall() {
        return excess().isZero() ? amount.minus(appropriated) : Fen.ZERO;
    }

    /** What finance gave beyond the amount applied for, which only a lower bound (不低于) allows. */
    public Fen excess() {
        Fen beyond = appropriated.minus(amount);
        return beyond.isPositive() ? beyond : Fen.ZERO;
    }

    /** Appropriated per head applied for, in whole fen rounded down: what a lower bound per head is held against. */
    public Fen perHead() {
        return Fen.of(appropriated.amount() / heads);
    }

    /** Appropriated and not used for a line yet. */
    public Fen open() {
        return appropriated.minus(used);
    }
}
