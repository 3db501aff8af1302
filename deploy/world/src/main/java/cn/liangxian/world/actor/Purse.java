package cn.liangxian.world.actor;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.world.population.Resident;

/**
 * One resident's intention to pay for one insurance.
 *
 * @param fen what the resident brings along
 * @param tries how often it was refused so far
 */
record Purse(Resident resident, Insurance insurance, long tierFen, long fen, boolean wholeBySelf, int tries) {

    /** Voucher of the paying side: unique, the same in every run, and it names nobody. */
    String voucher(String prefix) {
        return prefix + "-" + insurance.name().charAt(0) + "-" + resident.number() + (tries == 0 ? "" : "-" + tries);
    }

    /** The same intention, tried again with another tier or amount. */
    Purse with(long otherTierFen, long otherFen) {
        return new Purse(resident, insurance, otherTierFen, otherFen, wholeBySelf, tries + 1);
    }

    Purse again() {
        return with(tierFen, fen);
    }
}
