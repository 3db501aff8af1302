package cn.liangxian.enrollment.registration;

import cn.liangxian.enrollment.EnrollmentHandoff.RegistrationKind;
import cn.liangxian.enrollment.access.GrantingAccess;
import cn.liangxian.enrollment.access.StatedPurpose;
import cn.liangxian.enrollment.person.IdNumber;
import cn.liangxian.enrollment.person.Person;
import cn.liangxian.enrollment.person.Persons;
import cn.liangxian.enrollment.registration.RegistrationQueryResource.Query;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Decision;
import cn.liangxian.policy.Identity;
import cn.liangxian.policy.MustInsure;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Tells what the register knows of a resident for one insurance. Who asked, and for what purpose, is kept. */
@ApplicationScoped
@Clause({"yicheng-2024/五(二)-e", "yicheng-2024/五(三)-c"})
class QueryingRegistrations {

    private final Jdbi jdbi;
    private final Policy policy;
    private final BusinessDay day;
    private final GrantingAccess granting;

    QueryingRegistrations(Jdbi jdbi, Policy policy, BusinessDay day, GrantingAccess granting) {
        this.jdbi = jdbi;
        this.policy = policy;
        this.day = day;
        this.granting = granting;
    }

    /**
     * What a resident is told.
     *
     * @param eligible whether the resident may take part today, by {@code clause}; {@code reason} and {@code reasonEn} when not
     * @param statuses with their periods, whenever they hold
     * @param registrations what was registered, the latest last
     * @param mustInsure why the county answers for it that the resident is insured; null where it does not
     */
    record Standing(
            String personKey,
            Insurance insurance,
            boolean eligible,
            String reason,
            String reasonEn,
            String clause,
            List<Status> statuses,
            List<Registration> registrations,
            MustInsure mustInsure) {}

    record Status(String category, LocalDate from, LocalDate until) {}

    record Registration(RegistrationKind kind, LocalDate firstMonth, LocalDate lastMonth, LocalDate registeredOn) {}

    /**
     * Somebody of another area than the reader's is unknown.
     *
     * @throws Problem 403 when the purpose is no duty of the reader's department
     */
    @Transactional
    Standing answer(Query query, StatedPurpose purpose) {
        granting.demand(purpose);
        IdNumber.Reading reading = IdNumber.read(query.idNumber());
        if (reading.fault() != null) {
            throw new Problem(
                            RegistrationProblem.ID_INVALID,
                            Text.value(reading.fault().code()))
                    .at(null, "idNumber", reading.fault().text());
        }
        LocalDate today = day.today();
        return jdbi.withHandle(h -> {
            Person person = Persons.findByNumber(h, reading.number().value())
                    .filter(found -> found.village().startsWith(purpose.area()))
                    .orElseThrow(() -> new Problem(RegistrationProblem.PERSON_UNKNOWN, null));
            note(h, person.key(), purpose, today);
            if (granting.bound()) {
                granting.toOne(h, person.key(), purpose);
            }
            List<Identity> identities = Persons.identities(h, person.key());
            Decision decision = policy.eligible(query.insurance(), person.facts(identities), today);
            return new Standing(
                    person.key().toString(),
                    query.insurance(),
                    decision.eligible(),
                    decision.zh(),
                    decision.en(),
                    decision.clause(),
                    identities.stream()
                            .map(i -> new Status(i.category(), i.from(), i.until()))
                            .toList(),
                    registrations(h, person.key(), query.insurance()),
                    policy.mustInsure(query.insurance(), person.facts(identities), today)
                            .orElse(null));
        });
    }

    private static void note(Handle h, UUID person, StatedPurpose purpose, LocalDate today) {
        h.execute(
                "insert into registration_query (person_key, purpose, asked_on, asked_by, department) values (?, ?, ?, ?, ?)",
                person,
                purpose.words(),
                today,
                purpose.by(),
                purpose.reader().name());
    }

    private static List<Registration> registrations(Handle h, UUID person, Insurance insurance) {
        return h.createQuery(
                        """
                        select kind, first_month, last_month, registered_on from registration
                        where person_key = ? and insurance = ? order by registration_id""")
                .bind(0, person)
                .bind(1, insurance.name())
                .map((row, context) -> new Registration(
                        RegistrationKind.valueOf(row.getString(1)),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class)))
                .list();
    }
}
