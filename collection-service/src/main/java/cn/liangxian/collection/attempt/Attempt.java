package cn.liangxian.collection.attempt;

import cn.liangxian.handoff.Fen;
import java.time.LocalDate;

/**
 * One attempt to get a claim paid, or what was done about one that failed.
 *
 * @param way the channel, or the bank of a debit; null for what is no payment
 * @param outcome where it stands, in the words of its own life cycle
 * @param reason why not, as far as it is known
 * @param endedOn when it came to stand there; null while it is open
 */
public record Attempt(
        LocalDate on, Kind kind, String way, Fen amount, String outcome, String reason, LocalDate endedOn) {

    /** What was tried. */
    public enum Kind {
        DEBIT,
        CHANNEL,
        AGENT,
        CASH,
        ON_BEHALF,
        /** A talk about a debit that failed. */
        CONTACT,
        /** Put on the list of those who are guided to another channel. */
        GUIDED,
        REFUND
    }
}
