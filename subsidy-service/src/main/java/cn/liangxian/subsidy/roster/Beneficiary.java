package cn.liangxian.subsidy.roster;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Identity;
import cn.liangxian.policy.PersonFacts;
import cn.liangxian.policy.Sex;
import java.time.LocalDate;
import java.util.List;

/**
 * A rostered person for one insurance and fee year, as the rules of a notice see one.
 *
 * @param identities the statuses of the roster line, overridden by what has been reported since
 */
public record Beneficiary(
        String personKey, Insurance insurance, int feeYear, LocalDate birth, Sex sex, List<Identity> identities) {

    public Beneficiary {
        identities = List.copyOf(identities);
    }

    /** Registration, studies and other insurances were decided before the roster; no rule of payment asks again. */
    public PersonFacts facts() {
        return PersonFacts.resident(birth, sex).with(identities);
    }
}
