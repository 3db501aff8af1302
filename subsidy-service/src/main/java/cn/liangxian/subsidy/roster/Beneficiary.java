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
 * @param wifeBirth of a married man's wife; null when no roster carries it
 * @param identities the statuses of the roster line, overridden by what has been reported since
 */
public record Beneficiary(
        String personKey,
        Insurance insurance,
        int feeYear,
        LocalDate birth,
        Sex sex,
        List<Identity> identities,
        LocalDate wifeBirth) {

    public Beneficiary {
        identities = List.copyOf(identities);
    }

    /** Somebody whose wife, if any, is not known. */
    public Beneficiary(
            String personKey, Insurance insurance, int feeYear, LocalDate birth, Sex sex, List<Identity> identities) {
        this(personKey, insurance, feeYear, birth, sex, identities, null);
    }

    /** The same person with these statuses instead. */
    public Beneficiary with(List<Identity> statuses) {
        return new Beneficiary(personKey, insurance, feeYear, birth, sex, statuses, wifeBirth);
    }

    /** Registration, studies and other insurances were decided before the roster; no rule of payment asks again. */
    public PersonFacts facts() {
        PersonFacts facts = PersonFacts.resident(birth, sex).with(identities);
        return wifeBirth == null ? facts : facts.marriedTo(wifeBirth);
    }
}
