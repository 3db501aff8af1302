package cn.liangxian.enrollment.access;

import static cn.liangxian.handoff.Department.PUBLIC_SECURITY;

import cn.liangxian.enrollment.AccessHandoff.PersonalDataAccessed;
import cn.liangxian.enrollment.bulk.SubjectLock;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.PersonalDataTerms;
import cn.liangxian.policy.PersonalDataTerms.Duty;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Lets a department see personal data for a duty that the policy gives it and for nothing else, notes it, and tells those
 * who provided them. Works in the transaction of the caller: what cannot be noted is not seen.
 */
@ApplicationScoped
@Clause({"bachu-2022/第二十条(1)", "bachu-2022/第二十条(2)", "bachu-2022/第二十条(3)"})
public class GrantingAccess {

    private final Policy policy;
    private final BusinessDay day;
    private final Outbox outbox;

    GrantingAccess(Policy policy, BusinessDay day, Outbox outbox) {
        this.policy = policy;
        this.day = day;
        this.outbox = outbox;
    }

    /** The duties to choose among; empty where the county binds nobody to duties, or the department has none. */
    public List<Duty> dutiesOf(Department department) {
        return policy.personalData().map(terms -> terms.dutiesOf(department)).orElse(List.of());
    }

    /** Whether a purpose has to be a duty. */
    public boolean bound() {
        return policy.personalData().isPresent();
    }

    /**
     * Before any look: also somebody who is not there is looked up for a duty alone.
     *
     * @throws Problem 403 when the purpose is none of the department's duties
     */
    public void demand(StatedPurpose purpose) {
        if (bound()) {
            duty(policy.personalData().orElseThrow(), purpose);
        }
    }

    /** @throws Problem 403 as {@link #demand}; 429 when the reader has seen as many as may be seen in a day */
    public void toOne(Handle h, UUID person, StatedPurpose purpose) {
        Optional<PersonalDataTerms> terms = policy.personalData();
        if (terms.isPresent()) {
            SubjectLock.hold(h, "access/" + purpose.by());
            if (seen(h, person, purpose.by()) >= terms.get().perDay()) {
                throw new Problem(AccessProblem.TOO_MANY, Text.value(terms.get().perDay()));
            }
        }
        note(h, List.of(person), purpose, false);
    }

    /** As {@link #toOne}, of a list that a handoff has made: its length is not the reader's doing and is not limited. */
    public void toAll(Handle h, List<UUID> persons, StatedPurpose purpose) {
        note(h, persons, purpose, true);
    }

    private void note(Handle h, List<UUID> persons, StatedPurpose purpose, boolean ofList) {
        String duty =
                policy.personalData().map(terms -> duty(terms, purpose).code()).orElse(null);
        LocalDate today = day.today();
        for (Provided provided : provided(h, persons)) {
            UUID id = Uuid7.next();
            h.createUpdate(
                            """
                            insert into data_access (access_id, person_key, purpose, providers, department, area,
                                accessed_on, accessed_by, duty, of_list)
                            values (:id, :person, :purpose, :providers, :reader, :area, :on, :by, :duty, :ofList)""")
                    .bind("id", id)
                    .bind("person", provided.person())
                    .bind("purpose", purpose.words())
                    .bindArray("providers", String.class, provided.by())
                    .bind("reader", purpose.reader().name())
                    .bind("area", purpose.area())
                    .bind("on", today)
                    .bind("by", purpose.by())
                    .bind("duty", duty)
                    .bind("ofList", ofList)
                    .execute();
            outbox.handOver(new PersonalDataAccessed(
                    id.toString(),
                    provided.person().toString(),
                    provided.by().stream().map(Department::valueOf).toList(),
                    purpose.reader(),
                    purpose.area(),
                    purpose.words(),
                    today,
                    duty));
        }
    }

    private static Duty duty(PersonalDataTerms terms, StatedPurpose purpose) {
        return terms.duty(purpose.duty(), purpose.reader())
                .orElseThrow(() -> new Problem(AccessProblem.NOT_A_DUTY, Text.value(terms.clause())));
    }

    /** Other residents that the same person has seen today. */
    private int seen(Handle h, UUID person, String by) {
        return h.createQuery(
                        """
                        select count(distinct person_key) from data_access
                        where accessed_by = ? and accessed_on = ? and person_key <> ? and not of_list""")
                .bind(0, by)
                .bind(1, day.today())
                .bind(2, person)
                .mapTo(Integer.class)
                .one();
    }

    private record Provided(UUID person, List<String> by) {}

    /** Name, number and household come from the police; a status from whoever listed it. */
    private static List<Provided> provided(Handle h, List<UUID> persons) {
        return h.createQuery(
                        """
                        select p.person_key, array(
                            select distinct s.department from identity i
                            join special_group_member m using (person_key)
                            join special_group_list s on s.list_id = m.list_id and s.category = i.category
                            where i.person_key = p.person_key order by 1) as listed_by
                        from person p where p.person_key = any(:persons) order by p.person_key""")
                .bindArray("persons", UUID.class, persons)
                .map((row, context) -> {
                    List<String> by = new ArrayList<>(List.of(PUBLIC_SECURITY.name()));
                    for (Object one : (Object[]) row.getArray(2).getArray()) {
                        if (!by.contains((String) one)) {
                            by.add((String) one);
                        }
                    }
                    return new Provided(row.getObject(1, UUID.class), by);
                })
                .list();
    }
}
