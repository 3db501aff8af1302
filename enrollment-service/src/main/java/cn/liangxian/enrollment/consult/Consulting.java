package cn.liangxian.enrollment.consult;

import cn.liangxian.desk.Words;
import cn.liangxian.enrollment.access.GrantingAccess;
import cn.liangxian.enrollment.access.StatedPurpose;
import cn.liangxian.enrollment.person.IdNumber;
import cn.liangxian.enrollment.person.Person;
import cn.liangxian.enrollment.person.Persons;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Assessment;
import cn.liangxian.policy.NoPaymentWindowException;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.TierNotAllowedException;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Looks a resident up. Whoever asks by number or sees the data unmasked says what for, and those who provided them are told. */
@ApplicationScoped
@Clause("bachu-2022/第二十条(3)")
class Consulting {

    static final int SHORTEST_PURPOSE = 4;
    static final int LONGEST_PURPOSE = 200;

    private final Jdbi jdbi;
    private final BusinessDay day;
    private final Policy policy;
    private final GrantingAccess granting;
    private final Words words;

    Consulting(Jdbi jdbi, BusinessDay day, Policy policy, GrantingAccess granting, Words words) {
        this.jdbi = jdbi;
        this.day = day;
        this.policy = policy;
        this.granting = granting;
        this.words = words;
    }

    /**
     * By number: what the register knows of a person whom one has in mind is seen, masked or not. Noted and told as
     * {@link #unmask}.
     *
     * @throws Problem 400 when no purpose is said, 403 when it is no duty of the reader's department; 404 for somebody who is
     *     not in the register or lives in another area
     */
    @Transactional
    ConsultedPerson find(String idNumber, StatedPurpose purpose) {
        demand(purpose);
        IdNumber.Reading reading = IdNumber.read(idNumber == null ? "" : idNumber);
        if (reading.fault() != null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null)
                    .at(null, "idNumber", reading.fault().text());
        }
        return jdbi.withHandle(h -> {
            ConsultedPerson consulted =
                    inArea(h, Persons.findByNumber(h, reading.number().value()), purpose.area());
            granting.toOne(h, consulted.person().key(), purpose);
            return consulted;
        });
    }

    /** Masked, for whoever has a list of keys: whom they stand for is not told. */
    ConsultedPerson find(UUID key, String area) {
        return jdbi.withHandle(h -> inArea(h, Persons.findByKey(h, key), area));
    }

    private ConsultedPerson inArea(Handle h, Optional<Person> found, String area) {
        return found.filter(person -> person.village().startsWith(area))
                .map(person -> consulted(h, person))
                .orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
    }

    /**
     * The same by key, noted and told to the providers in one transaction.
     *
     * @throws Problem 400 and 403 as {@link #find(String, StatedPurpose)}
     */
    @Transactional
    ConsultedPerson unmask(UUID key, StatedPurpose purpose) {
        demand(purpose);
        return jdbi.withHandle(h -> {
            ConsultedPerson consulted = inArea(h, Persons.lockByKey(h, key), purpose.area());
            granting.toOne(h, key, purpose);
            return consulted;
        });
    }

    /** A word is no purpose; a duty is one where the county binds to duties. */
    private void demand(StatedPurpose purpose) {
        int said = purpose.words().length();
        if (said < SHORTEST_PURPOSE || said > LONGEST_PURPOSE) {
            throw new Problem(AnyRequestProblem.MALFORMED, null).at(null, "purpose", words.text("purposeNeeded"));
        }
        granting.demand(purpose);
    }

    private ConsultedPerson consulted(Handle h, Person person) {
        return new ConsultedPerson(
                person,
                History.statuses(h, person.key()),
                History.registrations(h, person.key()),
                History.rosters(h, person.key()),
                day.today(),
                due(h, person));
    }

    private Map<Insurance, Assessment> due(Handle h, Person person) {
        var facts = person.facts(Persons.identities(h, person.key()));
        LocalDate today = day.today();
        Map<Insurance, Assessment> due = new EnumMap<>(Insurance.class);
        for (Insurance insurance : Insurance.values()) {
            if (policy.eligible(insurance, facts, today).eligible()) {
                try {
                    due.put(insurance, policy.assess(insurance, facts, today, null));
                } catch (NoPaymentWindowException | TierNotAllowedException e) {
                    // nothing can be paid on this day: the rosters below say what was owed
                }
            }
        }
        return due;
    }
}
