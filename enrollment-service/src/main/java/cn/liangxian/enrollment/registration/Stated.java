package cn.liangxian.enrollment.registration;

import cn.liangxian.enrollment.person.IdNumber;
import cn.liangxian.enrollment.person.Person;
import cn.liangxian.enrollment.registration.RegisteringPerson.Request;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.rest.Problem;

/**
 * The resident whom a request and the register describe together: what was said changes, of the rest the register's word
 * stands. Silence must not undo that somebody is insured elsewhere, and so be insured twice (yicheng-2024/三-4).
 */
final class Stated {

    private Stated() {}

    /** Somebody whom the register does not know: an ordinary resident, but for what was said. */
    static Person anew(IdNumber id, Request said) {
        if (!id.ofCitizen() && (said.birth() == null || said.sex() == null)) {
            throw new Problem(RegistrationProblem.BIRTH_AND_SEX_NEEDED, null);
        }
        return over(
                new Person(
                        Uuid7.next(),
                        id.value(),
                        said.name(),
                        id.ofCitizen() ? id.birth() : said.birth(),
                        id.ofCitizen() ? id.sex() : said.sex(),
                        null,
                        said.village(),
                        true,
                        true,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null,
                        null),
                said);
    }

    /** Birth and sex stay: nobody's change, and the register has them from the number or the permit. */
    static Person over(Person known, Request said) {
        return new Person(
                known.key(),
                known.idNumber(),
                said.name().strip(),
                known.birth(),
                known.sex(),
                said(said.household(), known.household()),
                said.village(),
                said(said.registeredHere(), known.registeredHere()),
                said(said.residesHere(), known.residesHere()),
                said(said.student(), known.student()),
                said(said.employeeInsured(), known.employeeInsured()),
                said(said.insuredElsewhere(), known.insuredElsewhere()),
                said(said.insuredInCity(), known.insuredInCity()),
                said(said.otherPension(), known.otherPension()),
                tier(said.pensionTier(), known.pensionTier()),
                known.wifeBirth());
    }

    /** Whether the request says that somebody is not in another insurance in which the register has him. */
    static boolean lifts(Person known, Request said) {
        return lifts(known.insuredElsewhere(), said.insuredElsewhere())
                || lifts(known.insuredInCity(), said.insuredInCity())
                || lifts(known.employeeInsured(), said.employeeInsured())
                || lifts(known.otherPension(), said.otherPension());
    }

    private static boolean lifts(boolean known, Boolean said) {
        return known && Boolean.FALSE.equals(said);
    }

    private static <T> T said(T said, T known) {
        return said == null ? known : said;
    }

    private static Fen tier(Fen said, Fen known) {
        Fen tier = said(said, known);
        return tier == null || tier.isZero() ? null : tier;
    }
}
