package cn.liangxian.collection.payment;

import cn.liangxian.collection.payment.Payment.Origin;
import cn.liangxian.handoff.Fen;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Money offered by or for a resident.
 *
 * @param tier the pension tier asked for; null for the tier chosen before, or that of the roster
 * @param on the day of payment, which decides what is owed
 * @param countedOn the business day on which it became known, and which counts it: a day before it is summed already
 * @param remittance the remittance that brings it; null when the resident pays directly
 */
public record Tender(Fen amount, Fen tier, Origin origin, LocalDate on, LocalDate countedOn, UUID remittance) {

    /** Money that is known when it is paid. */
    public Tender(Fen amount, Fen tier, Origin origin, LocalDate on, UUID remittance) {
        this(amount, tier, origin, on, on, remittance);
    }

    /** This, counted as paid on another day. */
    Tender paidOn(LocalDate day) {
        return new Tender(amount, tier, origin, day, countedOn, remittance);
    }
}
