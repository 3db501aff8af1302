package cn.liangxian.subsidy.application;

import cn.liangxian.handoff.Fen;
import cn.liangxian.subsidy.roster.Beneficiary;
import java.util.Set;

/**
 * A rostered person for whom something might be applied.
 *
 * @param tier the level the person chose, else the amount due of the roster line
 * @param open what nobody has paid or promised to pay of the claim
 * @param applied what was applied for on the person's behalf before, whatever became of it
 * @param rules the rules under which something was applied for before, as purpose and name
 */
record Candidate(Beneficiary beneficiary, Fen tier, Fen open, Fen applied, Set<String> rules) {

    boolean has(Wanted wanted) {
        return rules.contains(wanted.purpose() + "/" + wanted.rule());
    }
}
