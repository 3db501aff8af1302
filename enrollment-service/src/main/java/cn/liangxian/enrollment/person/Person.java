package cn.liangxian.enrollment.person;

import cn.liangxian.enrollment.EnrollmentHandoff.Sex;
import cn.liangxian.handoff.Fen;
import cn.liangxian.policy.Identity;
import cn.liangxian.policy.PersonFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A resident in the register.
 *
 * @param household number of the household book; null when unknown
 * @param wifeBirth of a married man; null when nobody told it
 * @param pensionTier last year's or the wished tier; null when none is known
 */
public record Person(
        UUID key,
        String idNumber,
        String name,
        LocalDate birth,
        Sex sex,
        String household,
        String village,
        boolean registeredHere,
        boolean residesHere,
        boolean student,
        boolean employeeInsured,
        boolean insuredElsewhere,
        boolean insuredInCity,
        boolean otherPension,
        Fen pensionTier,
        LocalDate wifeBirth) {

    /** The first nine digits of the village's code. */
    public String township() {
        return village.substring(0, 9);
    }

    /** What the rules of a notice need to know. */
    public PersonFacts facts(List<Identity> identities) {
        return new PersonFacts(
                birth,
                sex == Sex.MALE ? cn.liangxian.policy.Sex.MALE : cn.liangxian.policy.Sex.FEMALE,
                identities,
                registeredHere,
                residesHere,
                student,
                employeeInsured,
                insuredElsewhere,
                insuredInCity,
                otherPension,
                sex == Sex.MALE ? wifeBirth : null);
    }

    /** The same person with these facts about where else he is insured against illness. */
    public Person insured(boolean elsewhere, boolean inCity) {
        return new Person(
                key,
                idNumber,
                name,
                birth,
                sex,
                household,
                village,
                registeredHere,
                residesHere,
                student,
                employeeInsured,
                elsewhere,
                inCity,
                otherPension,
                pensionTier,
                wifeBirth);
    }

    /** Name and number stay where they are needed. */
    @Override
    public String toString() {
        return "Person[" + key + "]";
    }
}
