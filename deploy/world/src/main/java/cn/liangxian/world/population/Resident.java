package cn.liangxian.world.population;

import cn.liangxian.policy.Identity;
import cn.liangxian.policy.PersonFacts;
import cn.liangxian.policy.Sex;
import java.time.LocalDate;
import java.util.List;

/**
 * A generated resident.
 *
 * @param number 1, 2, ... in the county; what chance is asked about
 * @param household number of the household
 * @param village twelve-digit code; its first nine are the township
 * @param pensionTierYuan the pension tier wished, in yuan
 * @param groups codes of the special groups to which the resident belongs, in the order of the policy
 * @param wifeBirth date of birth of the wife of a married man; null otherwise
 * @param registersOn the day of registration at an agency, for those who are not in the first household feed; else null
 */
public record Resident(
        int number,
        String idNumber,
        String name,
        int household,
        String village,
        Sex sex,
        LocalDate birth,
        boolean registeredHere,
        boolean residesHere,
        boolean student,
        boolean employeeInsured,
        boolean insuredElsewhere,
        boolean otherPension,
        int pensionTierYuan,
        List<String> groups,
        LocalDate wifeBirth,
        LocalDate registersOn,
        PaymentHabit habit) {

    public String township() {
        return village.substring(0, 9);
    }

    /** What the rules of the notice need to know, with the identities that the offices have on record. */
    public PersonFacts facts(List<Identity> known) {
        return new PersonFacts(
                birth,
                sex,
                known,
                registeredHere,
                residesHere,
                student,
                employeeInsured,
                insuredElsewhere,
                otherPension,
                wifeBirth);
    }
}
