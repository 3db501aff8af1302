package cn.liangxian.enrollment.consult;

import cn.liangxian.desk.Masked;
import cn.liangxian.enrollment.person.Person;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Assessment;
import cn.liangxian.policy.Identity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A resident with all that the register knows of how it came to owe what it owes.
 *
 * @param on the open business date
 * @param due by insurance, as the policy assesses it on that date; missing where nothing can be paid
 */
record ConsultedPerson(
        Person person,
        List<Status> statuses,
        List<Registered> registrations,
        List<OnRoster> rosters,
        LocalDate on,
        Map<Insurance, Assessment> due) {

    /** A status with who listed it and when; both null when it was changed in mid-campaign. */
    record Status(String category, LocalDate from, LocalDate until, Department listedBy, LocalDate listedOn) {

        Identity identity() {
            return new Identity(category, from, until);
        }
    }

    /** The person, masked or not; {@code birth} is a date, of which the year alone stays when masked. */
    record Shown(String personKey, String name, String idNumber, String birth, String village) {}

    Shown shown(boolean masked) {
        return new Shown(
                person.key().toString(),
                masked ? Masked.name(person.name()) : person.name(),
                masked ? Masked.idNumber(person.idNumber()) : person.idNumber(),
                masked ? person.birth().getYear() + "-**-**" : person.birth().toString(),
                person.village());
    }

    /**
     * From what the amounts follow.
     *
     * @param statuses categories that hold on the day for which the amounts are
     */
    record Inputs(int bornIn, List<String> statuses, boolean student) {}

    Inputs inputs() {
        return new Inputs(
                person.birth().getYear(),
                statuses.stream()
                        .filter(status -> status.identity().holdsOn(on))
                        .map(Status::category)
                        .distinct()
                        .toList(),
                person.student());
    }

    record Registered(Insurance insurance, String kind, LocalDate firstMonth, LocalDate lastMonth, LocalDate on) {}

    record OnRoster(Insurance insurance, int feeYear, int revision, Fen due, LocalDate sealedOn) {}
}
