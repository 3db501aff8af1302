package cn.liangxian.enrollment.survey;

import cn.liangxian.enrollment.ExchangeHandoff.RosterPartProvided;
import cn.liangxian.enrollment.person.Person;
import cn.liangxian.enrollment.person.Persons;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.LineDigest;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * 形成有效缴费明细清册: a township's part, of whom it found that they may be insured, hands on under signature and seal. In the
 * transaction of the caller.
 */
@ApplicationScoped
@Clause({"bachu-2022/第十六条(2)", "bachu-2022/第十六条(3)"})
class ProvidingRosterPart {

    private static final int PAGE = 2_000;

    private final Jdbi jdbi;
    private final Policy policy;
    private final BusinessDay day;
    private final Outbox outbox;

    ProvidingRosterPart(Jdbi jdbi, Policy policy, BusinessDay day, Outbox outbox) {
        this.jdbi = jdbi;
        this.policy = policy;
        this.day = day;
        this.outbox = outbox;
    }

    RosterPartProvided provide(String township, String signedBy, String by) {
        LocalDate today = day.today();
        return jdbi.withHandle(h -> {
            UUID survey = h.createQuery("select survey_id from coverage_survey where township = ? and completed_on >= ?"
                            + " order by survey_id desc limit 1")
                    .bind(0, township)
                    .bind(1, policy.campaign().start().minusMonths(2))
                    .mapTo(UUID.class)
                    .findOne()
                    .orElseThrow(() -> new Problem(SurveyProblem.NOT_COMPLETED, Text.value(township)));
            UUID id = Uuid7.next();
            Tally tally = new Tally();
            h.execute("insert into roster_part values (?, ?, ?, ?, ?, ?)", id, township, survey, signedBy, today, by);
            UUID after = new UUID(0, 0);
            List<Person> page;
            do {
                page = page(h, township, after);
                line(h, id, page, today, tally);
                after = page.isEmpty() ? after : page.get(page.size() - 1).key();
            } while (page.size() == PAGE);
            RosterPartProvided provided = new RosterPartProvided(
                    id.toString(),
                    survey.toString(),
                    township,
                    tally.pension,
                    tally.medical,
                    tally.digest.hex(),
                    signedBy,
                    today);
            outbox.handOver(provided);
            return provided;
        });
    }

    private static final class Tally {
        private final LineDigest digest = new LineDigest();
        private int pension;
        private int medical;
    }

    private static List<Person> page(Handle h, String township, UUID after) {
        return h.createQuery("select " + Persons.COLUMNS + " from person p where p.township = ? and p.state = 'LIVING'"
                        + " and p.person_key > ? order by p.person_key limit " + PAGE)
                .bind(0, township)
                .bind(1, after)
                .map((row, context) -> Persons.read(row))
                .list();
    }

    private void line(Handle h, UUID part, List<Person> people, LocalDate today, Tally tally) {
        PreparedBatch batch = h.prepareBatch("insert into roster_part_line values (?, ?, ?)");
        for (Person person : people) {
            for (Insurance insurance : policy.insurances()) {
                // statuses decide what is owed, not who may be insured
                if (!policy.eligible(insurance, person.facts(List.of()), today).eligible()) {
                    continue;
                }
                batch.add(part, person.key(), insurance.name());
                tally.digest.add(person.key() + "|" + insurance);
                if (insurance == Insurance.PENSION) {
                    tally.pension++;
                } else {
                    tally.medical++;
                }
            }
        }
        batch.execute();
    }
}
