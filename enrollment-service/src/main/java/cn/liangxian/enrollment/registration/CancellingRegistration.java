package cn.liangxian.enrollment.registration;

import cn.liangxian.enrollment.EnrollmentHandoff.PersonRegistered;
import cn.liangxian.enrollment.EnrollmentHandoff.RegistrationKind;
import cn.liangxian.enrollment.person.IdNumber;
import cn.liangxian.enrollment.person.Person;
import cn.liangxian.enrollment.person.Persons;
import cn.liangxian.enrollment.registration.CancellationResource.Cancellation;
import cn.liangxian.enrollment.registration.CancellationResource.Reason;
import cn.liangxian.enrollment.registration.RegisteringPerson.Registered;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Cancels the registration of one resident for one insurance (注销), in the transaction of the caller; the other insurance
 * stays. Whoever has cancelled stands on no later roster until registered anew.
 */
@ApplicationScoped
@Clause({"yicheng-2024/五(二)-a", "yicheng-2024/五(三)-a"})
class CancellingRegistration {

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final BusinessDay day;
    private final Policy policy;

    CancellingRegistration(Jdbi jdbi, Outbox outbox, BusinessDay day, Policy policy) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.day = day;
        this.policy = policy;
    }

    /** @param area what the caller may see: somebody of another area is unknown */
    Registered cancel(Cancellation request, String area, String by) {
        IdNumber.Reading reading = IdNumber.read(request.idNumber());
        if (reading.fault() != null) {
            throw new Problem(RegistrationProblem.PERSON_UNKNOWN, null);
        }
        return jdbi.withHandle(h -> {
            Person person = Persons.lockByNumber(h, reading.number().value())
                    .filter(found -> found.village().startsWith(area))
                    .orElseThrow(() -> new Problem(RegistrationProblem.PERSON_UNKNOWN, null));
            if (!Standing.of(h, person.key(), request.insurance(), policy.feeYear())) {
                throw new Problem(RegistrationProblem.NOT_REGISTERED, Text.insurance(request.insurance()));
            }
            if (request.insurance() == Insurance.MEDICAL) {
                // or else a registration that is silent about it would insure him twice
                Persons.markInsured(
                        h,
                        person.key(),
                        request.reason() == Reason.INSURED_ELSEWHERE,
                        request.reason() == Reason.INSURED_IN_CITY);
            }
            return write(h, person, request.insurance(), request.reason(), by);
        });
    }

    /** Enters the cancellation and tells tax. */
    Registered write(Handle h, Person person, Insurance insurance, Reason reason, String by) {
        UUID id = Uuid7.next();
        LocalDate today = day.today();
        LocalDate first = LocalDate.of(policy.feeYear(), 1, 1);
        LocalDate month = today.withDayOfMonth(1);
        LocalDate last = month.isBefore(first) ? first : month;
        h.execute(
                "insert into registration values (?, ?, ?, 'CANCELLED', ?, ?, ?, ?, ?)",
                id,
                person.key(),
                insurance.name(),
                first,
                last,
                today,
                by,
                reason.name());
        String key = person.key().toString();
        outbox.handOver(new PersonRegistered(
                key, insurance, RegistrationKind.CANCELLED, person.township(), person.village(), first, last));
        return new Registered(id.toString(), key, insurance, RegistrationKind.CANCELLED, today);
    }
}
