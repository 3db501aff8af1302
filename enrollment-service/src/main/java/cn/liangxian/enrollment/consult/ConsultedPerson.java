package cn.liangxian.enrollment.consult;

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

    /** Those that hold on the day for which the amounts are. */
    List<Status> inForce() {
        return statuses.stream().filter(status -> status.identity().holdsOn(on)).toList();
    }

    record Registered(Insurance insurance, String kind, LocalDate firstMonth, LocalDate lastMonth, LocalDate on) {}

    record OnRoster(Insurance insurance, int feeYear, int revision, Fen due, LocalDate sealedOn) {}
}
