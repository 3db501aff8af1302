package cn.liangxian.enrollment.registration;

import cn.liangxian.enrollment.EnrollmentHandoff.IdentityChanged;
import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.enrollment.person.IdNumber;
import cn.liangxian.enrollment.person.Identities;
import cn.liangxian.enrollment.person.Person;
import cn.liangxian.enrollment.person.Persons;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * A status of one resident begins or ends in the middle of the campaign (人员身份变更, yicheng-2024/四(四)1-b). Works in the
 * transaction of the caller.
 */
@ApplicationScoped
@Clause({"yicheng-2024/四(四)1-b", "yicheng-2024/五(三)-e", "bachu-2022/第七条(7)"})
public class ChangingIdentity {

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final BusinessDay day;

    ChangingIdentity(Jdbi jdbi, Outbox outbox, BusinessDay day) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.day = day;
    }

    /**
     * Who and what; one of {@code idNumber} and {@code personKey} names the person.
     *
     * @param until the last day of the status; null when it goes on
     */
    public record Request(
            String idNumber, UUID personKey, @NotBlank String category, @NotNull LocalDate from, LocalDate until) {

        @Override
        public String toString() {
            return "Request[masked]";
        }
    }

    /** The change as it was handed over; {@code status} is the period that now stands in the register. */
    public record Changed(String changeId, String personKey, Status status, LocalDate changedOn) {}

    /** @param area what the caller may see: somebody of another area is unknown */
    public Changed change(Request request, String area, Department department, String by) {
        return change(request, null, area, department, by);
    }

    /** @param reportId of the department's report that is passed on; null where there is none */
    public Changed change(Request request, String reportId, String area, Department department, String by) {
        return jdbi.withHandle(h -> {
            Person person = person(h, request)
                    .filter(known -> known.village().startsWith(area))
                    .orElseThrow(() -> new Problem(RegistrationProblem.PERSON_UNKNOWN, null)
                            .at(null, "idNumber", RegistrationProblem.PERSON_UNKNOWN.title()));
            LocalDate today = day.today();
            Identities.state(h, person.key(), request.category(), request.from(), request.until());
            UUID changeId = Uuid7.next();
            keep(h, changeId, person, request, today, department, by);
            Status status = standing(h, person, request);
            String key = person.key().toString();
            outbox.handOver(new IdentityChanged(key, status, today, reportId));
            return new Changed(changeId.toString(), key, status, today);
        });
    }

    private static Optional<Person> person(Handle h, Request request) {
        if (request.personKey() != null) {
            return Persons.lockByKey(h, request.personKey());
        }
        IdNumber.Reading reading = IdNumber.read(request.idNumber());
        return reading.fault() == null
                ? Persons.lockByNumber(h, reading.number().value())
                : Optional.empty();
    }

    private static void keep(
            Handle h,
            UUID changeId,
            Person person,
            Request request,
            LocalDate today,
            Department department,
            String by) {
        h.createUpdate(
                        """
                        insert into identity_change (change_id, person_key, category, valid_from, valid_until, changed_on,
                            changed_by, department)
                        values (:id, :person, :category, :from, :until, :today, :by, :department)""")
                .bind("id", changeId)
                .bind("person", person.key())
                .bind("category", request.category())
                .bind("from", request.from())
                .bind("until", request.until())
                .bind("today", today)
                .bind("by", by)
                .bind("department", department.name())
                .execute();
    }

    private static Status standing(Handle h, Person person, Request request) {
        return h.createQuery(
                        """
                        select valid_from, valid_until from identity where person_key = :person
                        and category = :category and daterange(valid_from, valid_until, '[]') @> cast(:from as date)""")
                .bind("person", person.key())
                .bind("category", request.category())
                .bind("from", request.from())
                .map((row, context) -> new Status(
                        request.category(), row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                .one();
    }
}
