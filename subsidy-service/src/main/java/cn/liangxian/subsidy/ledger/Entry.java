package cn.liangxian.subsidy.ledger;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One movement of money from one account to another: a credit there and a debit here of the same amount, so that an
 * entry made by this class always balances; the database checks it again.
 *
 * @param reference the appropriation, application line or sponsorship that is booked; each is booked once per kind
 * @param personKey whom the posting to a person concerns, null otherwise
 * @param corrects the entry that this one corrects, null when none
 */
public record Entry(
        UUID id,
        Kind kind,
        Book book,
        UUID reference,
        Account from,
        Account to,
        Fen amount,
        String personKey,
        UUID corrects,
        LocalDate on) {

    /** What happened. */
    public enum Kind {
        APPROPRIATED,
        POSTED,
        /** The person needed it no more when the money came; it goes back unspent. */
        NOT_NEEDED,
        /** It was paid and collection could not use it. */
        PAYMENT_RETURNED,
        /** It was paid, and what it was paid for holds no longer. */
        LAPSED,
        SPONSORED,
        SPONSORSHIP_RETURNED
    }

    /**
     * What the money is for.
     *
     * @param purpose a purpose of public money, or SPONSORSHIP
     * @param applicationId null for sponsorships
     */
    public record Book(String purpose, Insurance insurance, UUID applicationId) {
        public static Book sponsorship(Insurance insurance) {
            return new Book("SPONSORSHIP", insurance, null);
        }
    }

    public Entry {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("an entry moves a positive amount, not " + amount);
        }
        if (from == to) {
            throw new IllegalArgumentException("nothing moves from " + from + " to itself");
        }
    }

    /** Moves {@code amount} from one account to the other. */
    public static Entry move(
            Kind kind,
            Book book,
            UUID reference,
            Account from,
            Account to,
            Fen amount,
            String personKey,
            LocalDate on) {
        return new Entry(Uuid7.next(), kind, book, reference, from, to, amount, personKey, null, on);
    }

    /** The same entry as correction of an earlier one. */
    public Entry correcting(UUID earlier) {
        return new Entry(id, kind, book, reference, from, to, amount, personKey, earlier, on);
    }
}
