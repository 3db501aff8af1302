package cn.liangxian.policy;

import java.time.LocalDate;
import java.util.List;

/**
 * What the rules of a notice need to know about a person, and nothing that says who it is: no name, no ID number.
 *
 * @param birth date of birth
 * @param identities dated special-group identities, in any order
 * @param registeredHere household registration 户籍 in this jurisdiction
 * @param residesHere resides here for long 长期居住, whatever the registration
 * @param student a student in school 在校学生
 * @param employeeInsured within the scope of the employees' scheme 城镇职工医保参保范围
 * @param insuredElsewhere has paid basic medical insurance of this fee year in another pooling area
 * @param insuredInCity is insured for this fee year in another district of the city 本市其他区县: of the same pooling area
 * @param otherPension takes part in another pension insurance
 * @param wifeBirth the wife's date of birth for a married man; null otherwise (a woman counts her own)
 */
public record PersonFacts(
        LocalDate birth,
        Sex sex,
        List<Identity> identities,
        boolean registeredHere,
        boolean residesHere,
        boolean student,
        boolean employeeInsured,
        boolean insuredElsewhere,
        boolean insuredInCity,
        boolean otherPension,
        LocalDate wifeBirth) {

    public PersonFacts {
        identities = identities == null ? List.of() : List.copyOf(identities);
    }

    /** Somebody who is not known to be insured in another district of the city. */
    public PersonFacts(
            LocalDate birth,
            Sex sex,
            List<Identity> identities,
            boolean registeredHere,
            boolean residesHere,
            boolean student,
            boolean employeeInsured,
            boolean insuredElsewhere,
            boolean otherPension,
            LocalDate wifeBirth) {
        this(
                birth,
                sex,
                identities,
                registeredHere,
                residesHere,
                student,
                employeeInsured,
                insuredElsewhere,
                false,
                otherPension,
                wifeBirth);
    }

    /** A person registered and residing here to whom nothing else applies. */
    public static PersonFacts resident(LocalDate birth, Sex sex) {
        return new PersonFacts(birth, sex, List.of(), true, true, false, false, false, false, null);
    }

    /** The same person with these identities instead. */
    public PersonFacts with(List<Identity> others) {
        return new PersonFacts(
                birth,
                sex,
                others,
                registeredHere,
                residesHere,
                student,
                employeeInsured,
                insuredElsewhere,
                insuredInCity,
                otherPension,
                wifeBirth);
    }

    /** The same person with these identities instead, lasting. */
    public PersonFacts with(String... categories) {
        return with(java.util.Arrays.stream(categories).map(Identity::lasting).toList());
    }

    /** The same person as student in school. */
    public PersonFacts asStudent() {
        return new PersonFacts(
                birth,
                sex,
                identities,
                registeredHere,
                residesHere,
                true,
                employeeInsured,
                insuredElsewhere,
                insuredInCity,
                otherPension,
                wifeBirth);
    }

    /** The same man, married to a woman born on this day. */
    public PersonFacts marriedTo(LocalDate wife) {
        return new PersonFacts(
                birth,
                sex,
                identities,
                registeredHere,
                residesHere,
                student,
                employeeInsured,
                insuredElsewhere,
                insuredInCity,
                otherPension,
                wife);
    }

    /** The same person, insured in another district of the city. */
    public PersonFacts insuredInTheCity() {
        return new PersonFacts(
                birth,
                sex,
                identities,
                registeredHere,
                residesHere,
                student,
                employeeInsured,
                insuredElsewhere,
                true,
                otherPension,
                wifeBirth);
    }
}
