package cn.liangxian.enrollment.registration;

import cn.liangxian.enrollment.person.Person;
import cn.liangxian.enrollment.person.Persons;
import cn.liangxian.enrollment.registration.CancellationResource.Reason;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Identity;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Cancels the registration for the medical insurance of whoever turns out to be insured in another place, once he stands on
 * a roster or was registered (不重复缴费, yicheng-2024/三-4). Whether that keeps somebody out the policy says, as it does of a
 * roster: whom it still admits stays registered. Works in the transaction of the caller, on the register as it now stands.
 */
@ApplicationScoped
@Clause({"yicheng-2024/三-4", "yicheng-2024/五(三)-a"})
public class CancellingInsuredTwice {

    private static final int PAGE = 500;
    private static final String INSURED_TWICE =
            " p.state = 'LIVING' and (p.insured_elsewhere or p.insured_in_city) and "
                    + Standing.CONDITION
                    + " order by p.person_key limit "
                    + PAGE
                    + " for update of p";

    private static final String TOLD_NOW =
            """
            exists (select from household_stage s where s.id_number = p.id_number and s.faults is null
                and (s.insured_elsewhere or s.insured_in_city)) and""";

    private final CancellingRegistration cancelling;
    private final BusinessDay day;
    private final Policy policy;

    CancellingInsuredTwice(CancellingRegistration cancelling, BusinessDay day, Policy policy) {
        this.cancelling = cancelling;
        this.day = day;
        this.policy = policy;
    }

    /** Looks at the staged household data, after they changed the register. */
    public void ofHouseholds(Handle h) {
        UUID after = new UUID(0, 0);
        List<Person> page;
        do {
            page = h.createQuery("select " + Persons.COLUMNS + " from person p where p.person_key > :after and "
                            + TOLD_NOW + INSURED_TWICE)
                    .bind("after", after)
                    .bind("insurance", Insurance.MEDICAL.name())
                    .bind("feeYear", policy.feeYear())
                    .map((row, context) -> Persons.read(row))
                    .list();
            page.forEach(person -> cancel(h, person, Department.PUBLIC_SECURITY.name()));
            after = page.isEmpty() ? after : page.get(page.size() - 1).key();
        } while (page.size() == PAGE);
    }

    /** @param by who found it */
    public void of(Handle h, UUID person, String by) {
        h.createQuery("select " + Persons.COLUMNS + " from person p where p.person_key = :person and" + INSURED_TWICE)
                .bind("person", person)
                .bind("insurance", Insurance.MEDICAL.name())
                .bind("feeYear", policy.feeYear())
                .map((row, context) -> Persons.read(row))
                .findOne()
                .ifPresent(found -> cancel(h, found, by));
    }

    private void cancel(Handle h, Person person, String by) {
        List<Identity> identities = Persons.identities(h, person.key());
        reason(person, identities).ifPresent(reason -> cancelling.write(h, person, Insurance.MEDICAL, reason, by));
    }

    /** Which of the two keeps the person out; outside of the city before in the city, where each does. */
    private Optional<Reason> reason(Person person, List<Identity> identities) {
        if (admitted(person, person.insuredElsewhere(), person.insuredInCity(), identities)) {
            return Optional.empty();
        }
        boolean elsewhere = person.insuredElsewhere() && !admitted(person, true, false, identities);
        return Optional.of(elsewhere || !person.insuredInCity() ? Reason.INSURED_ELSEWHERE : Reason.INSURED_IN_CITY);
    }

    private boolean admitted(Person person, boolean elsewhere, boolean inCity, List<Identity> identities) {
        return policy.eligible(
                        Insurance.MEDICAL, person.insured(elsewhere, inCity).facts(identities), day.today())
                .eligible();
    }
}
