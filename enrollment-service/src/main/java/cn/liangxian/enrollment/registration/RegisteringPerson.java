package cn.liangxian.enrollment.registration;

import cn.liangxian.enrollment.EnrollmentHandoff.PersonRegistered;
import cn.liangxian.enrollment.EnrollmentHandoff.RegistrationKind;
import cn.liangxian.enrollment.EnrollmentHandoff.Sex;
import cn.liangxian.enrollment.bulk.SubjectLock;
import cn.liangxian.enrollment.person.IdNumber;
import cn.liangxian.enrollment.person.Person;
import cn.liangxian.enrollment.person.Persons;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Decision;
import cn.liangxian.policy.Identity;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Registers one resident who comes late, moved in or was born (参保登记, yicheng-2024/四(四)1), or changes the data of one who
 * is registered. Works in the transaction of the caller.
 */
@ApplicationScoped
@Clause({"yicheng-2024/四(四)1-a", "yicheng-2024/五(二)-a", "yicheng-2024/五(三)-a"})
public class RegisteringPerson {

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final BusinessDay day;
    private final Policy policy;

    RegisteringPerson(Jdbi jdbi, Outbox outbox, BusinessDay day, Policy policy) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.day = day;
        this.policy = policy;
    }

    /**
     * What the resident or the agent states. What is null was not said: of somebody known the register's word stands.
     *
     * @param birth needed for a permit that is new only, as {@code sex}: a citizen's number bears both
     * @param registeredHere of somebody new true unless said otherwise, as {@code residesHere}; the five others false
     * @param pensionTier fen; zero when none is wished any more
     */
    public record Request(
            @NotBlank String idNumber,
            @NotBlank @Size(max = 100) String name,
            @NotNull Insurance insurance,
            @NotBlank String village,
            @Size(max = 100) String household,
            LocalDate birth,
            Sex sex,
            Boolean registeredHere,
            Boolean residesHere,
            Boolean student,
            Boolean employeeInsured,
            Boolean insuredElsewhere,
            Boolean insuredInCity,
            Boolean otherPension,
            Fen pensionTier) {

        @Override
        public String toString() {
            return "Request[masked]";
        }
    }

    /** The registration; whoever is eligible stands on the next roster. */
    public record Registered(
            String registrationId, String personKey, Insurance insurance, RegistrationKind kind, LocalDate on) {}

    /**
     * @param area what the caller may see: somebody of another area is unknown
     * @param agency whether an agency registers, which alone may say that a death in the register was an error, or that somebody
     *     is not in another insurance any more: the agencies verify that (五(三)-a); that the village may not, no text says (assumed)
     */
    Registered register(Request request, String area, boolean agency, String by) {
        IdNumber id = idNumber(request);
        return jdbi.withHandle(h -> {
            SubjectLock.hold(h, "person/" + id.value());
            Optional<Person> known = Persons.lockByNumber(h, id.value());
            known.ifPresent(person -> mustBeSame(person, request, area));
            if (!agency && known.isPresent() && Persons.deceased(h, known.get().key())) {
                throw new Problem(RegistrationProblem.DECEASED, null);
            }
            if (!agency && known.filter(one -> Stated.lifts(one, request)).isPresent()) {
                throw new Problem(RegistrationProblem.INSURANCE_STANDS, null);
            }
            LocalDate today = day.today();
            Person person = known.map(one -> Stated.over(one, request)).orElseGet(() -> Stated.anew(id, request));
            mustBeEligible(person, Persons.identities(h, person.key()), request.insurance(), today);
            Persons.save(h, person, today);
            RegistrationKind kind = Standing.of(h, person.key(), request.insurance(), policy.feeYear())
                    ? RegistrationKind.CHANGED
                    : RegistrationKind.REGISTERED;
            return write(h, person, request.insurance(), kind, today, by);
        });
    }

    private static IdNumber idNumber(Request request) {
        if (request.pensionTier() != null && request.pensionTier().amount() < 0) {
            throw new Problem(RegistrationProblem.TIER_INVALID, null)
                    .at(null, "pensionTier", new Text("缴费档次不能为负", "a tier cannot be negative"));
        }
        IdNumber.Reading reading = IdNumber.read(request.idNumber());
        if (reading.fault() != null) {
            throw new Problem(
                            RegistrationProblem.ID_INVALID,
                            Text.value(reading.fault().code()))
                    .at(null, "idNumber", reading.fault().text());
        }
        return reading.number();
    }

    private static void mustBeSame(Person person, Request request, String area) {
        if (!person.village().startsWith(area)) {
            throw new Problem(RegistrationProblem.PERSON_UNKNOWN, null);
        }
        if (!person.name().equals(request.name().strip())) {
            throw new Problem(RegistrationProblem.NAME_DIFFERS, null);
        }
    }

    private void mustBeEligible(Person person, List<Identity> identities, Insurance insurance, LocalDate today) {
        Decision decision = policy.eligible(insurance, person.facts(identities), today);
        if (!decision.eligible()) {
            throw new Problem(
                    RegistrationProblem.NOT_ELIGIBLE,
                    new Text(decision.zh(), decision.en()).with(Text.value(decision.clause())));
        }
    }

    private Registered write(
            Handle h, Person person, Insurance insurance, RegistrationKind kind, LocalDate today, String by) {
        UUID registrationId = Uuid7.next();
        LocalDate first = LocalDate.of(policy.feeYear(), 1, 1);
        LocalDate last = LocalDate.of(policy.feeYear(), 12, 1);
        h.createUpdate(
                        """
                        insert into registration (registration_id, person_key, insurance, kind, first_month, last_month,
                            registered_on, registered_by)
                        values (:id, :person, :insurance, :kind, :first, :last, :today, :by)""")
                .bind("id", registrationId)
                .bind("person", person.key())
                .bind("insurance", insurance.name())
                .bind("kind", kind.name())
                .bind("first", first)
                .bind("last", last)
                .bind("today", today)
                .bind("by", by)
                .execute();
        String key = person.key().toString();
        outbox.handOver(new PersonRegistered(key, insurance, kind, person.township(), person.village(), first, last));
        return new Registered(registrationId.toString(), key, insurance, kind, today);
    }
}
