package cn.liangxian.collection.roster;

import cn.liangxian.collection.claim.Claims;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.util.Optional;

/**
 * A roster as far as it has arrived.
 *
 * @param number ours; the agency's own is {@code id}
 * @param header null until the sealed header arrived
 */
record Roster(int number, String id, RosterState state, Tally tally, Header header) {

    /** What the agency sealed. */
    record Header(
            Insurance insurance,
            int feeYear,
            String area,
            int revision,
            int lines,
            Fen total,
            String digest,
            String sealedBy) {}

    /** Why a roster is refused. */
    enum Refusal {
        TOO_MANY_LINES,
        LINES_OF_ANOTHER_KIND,
        TOTAL_DIFFERS,
        DIGEST_DIFFERS,
        PERSON_ALREADY_CLAIMED,
        LINES_MISSING
    }

    boolean arriving() {
        return state == RosterState.ARRIVING;
    }

    /** Whether there is enough to decide; until then it waits, however lines and header come. */
    boolean complete() {
        return header != null && tally.lines() >= header.lines();
    }

    /** What does not agree between the lines taken in and the sealed header of a complete roster. */
    Optional<Refusal> disagreement() {
        if (tally.lines() > header.lines()) {
            return Optional.of(Refusal.TOO_MANY_LINES);
        }
        if (tally.lines() > 0 && !tally.kinds().equals(header.insurance() + "/" + header.feeYear())) {
            return Optional.of(Refusal.LINES_OF_ANOTHER_KIND);
        }
        if (tally.total() != header.total().amount()) {
            return Optional.of(Refusal.TOTAL_DIFFERS);
        }
        if (!tally.digest().equals(header.digest())) {
            return Optional.of(Refusal.DIGEST_DIFFERS);
        }
        return Optional.empty();
    }

    Roster with(Tally newTally) {
        return new Roster(number, id, state, newTally, header);
    }

    Roster with(Header sealed) {
        return new Roster(number, id, state, tally, sealed);
    }

    /** The first claim number of this roster's lines, minus one; the next roster's follow after 2^32 of them. */
    long firstClaim() {
        return Claims.firstOf(number);
    }
}
