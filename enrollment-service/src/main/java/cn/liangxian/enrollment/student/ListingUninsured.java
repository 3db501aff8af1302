package cn.liangxian.enrollment.student;

import cn.liangxian.enrollment.StudentHandoff.UninsuredStudentsListed;
import cn.liangxian.enrollment.person.Person;
import cn.liangxian.enrollment.person.Persons;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Township;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Lists, per township, the students who may be insured and are not: on the days of the policy's schedule
 * {@code uninsured-students}, and whenever education asks.
 */
@ApplicationScoped
@Clause({"yicheng-2024/五(十)", "bachu-2022/第十五条(4)"})
class ListingUninsured implements DailyWork {

    private static final String SCHEDULE = "uninsured-students";

    private final Jdbi jdbi;
    private final Policy policy;
    private final Outbox outbox;

    ListingUninsured(Jdbi jdbi, Policy policy, Outbox outbox) {
        this.jdbi = jdbi;
        this.policy = policy;
        this.outbox = outbox;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        if (policy.runs(SCHEDULE, date)) {
            list(policy.jurisdiction().code(), date);
        }
    }

    /** In an open transaction. A township where every student is insured has no list. */
    List<UninsuredStudentsListed> list(String area, LocalDate today) {
        List<UninsuredStudentsListed> listed = jdbi.withHandle(h -> policy.jurisdiction().townships().stream()
                .map(Township::code)
                .filter(code -> code.startsWith(area))
                .map(code -> list(h, code, today))
                .filter(list -> list.students() > 0)
                .toList());
        outbox.handOver(listed);
        return listed;
    }

    private UninsuredStudentsListed list(Handle h, String township, LocalDate today) {
        List<UUID> students = new ArrayList<>();
        h
                .createQuery("select " + Persons.COLUMNS + " from person p where p.township = ? and p.student"
                        + " and p.state = 'LIVING' and not " + UninsuredLists.INSURED + " order by p.person_key")
                .bind(0, township)
                .map((row, context) -> Persons.read(row))
                .stream()
                .filter(person -> mayBeInsured(person, today))
                .forEach(person -> students.add(person.key()));
        UUID id = Uuid7.next();
        if (!students.isEmpty()) {
            UninsuredLists.enter(h, id, township, students, today);
        }
        return new UninsuredStudentsListed(id.toString(), township, students.size(), today);
    }

    private boolean mayBeInsured(Person person, LocalDate today) {
        return policy.eligible(Insurance.MEDICAL, person.facts(List.of()), today)
                .eligible();
    }
}
