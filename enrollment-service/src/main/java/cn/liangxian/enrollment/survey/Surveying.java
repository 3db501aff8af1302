package cn.liangxian.enrollment.survey;

import cn.liangxian.enrollment.ExchangeHandoff.CoverageSurveyed;
import cn.liangxian.enrollment.ExchangeHandoff.SurveyedVillage;
import cn.liangxian.enrollment.person.IdNumber;
import cn.liangxian.enrollment.registration.CancellingInsuredTwice;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * 各乡（镇）对辖区内城乡居民参保情况进行摸排: village by village; who was found to be insured elsewhere or to have left is put
 * right in the register, from which the roster is drawn; whoever stands on it already and is insured twice is cancelled. All
 * in the transaction of the caller.
 */
@ApplicationScoped
@Clause({"bachu-2022/第十六条(1)", "bachu-2022/第十六条(2)"})
class Surveying {

    /** What was found of somebody who is not to be insured here as the register has it. */
    enum Deviation {
        INSURED_ELSEWHERE("insured_elsewhere = true"),
        INSURED_IN_CITY("insured_in_city = true"),
        EMPLOYEE_INSURED("employee_insured = true"),
        OTHER_PENSION("other_pension = true"),
        LIVES_ELSEWHERE("resides_here = false"),
        /** Nobody met him; the register stands. */
        NOT_REACHED("updated_on = updated_on");

        private final String correction;

        Deviation(String correction) {
            this.correction = correction;
        }
    }

    private final Jdbi jdbi;
    private final Policy policy;
    private final BusinessDay day;
    private final Outbox outbox;
    private final CancellingInsuredTwice insuredTwice;

    Surveying(Jdbi jdbi, Policy policy, BusinessDay day, Outbox outbox, CancellingInsuredTwice insuredTwice) {
        this.jdbi = jdbi;
        this.policy = policy;
        this.day = day;
        this.outbox = outbox;
        this.insuredTwice = insuredTwice;
    }

    /** One resident who was found otherwise than the register has him. */
    record Found(UUID personKey, Deviation deviation) {}

    /** @param heads how many residents were looked at: all of the village, or the survey is not complete */
    SurveyedVillage survey(String village, int heads, List<Found> found, String by) {
        LocalDate today = day.today();
        return jdbi.withHandle(h -> {
            int known = residents(h, village);
            if (known == 0) {
                throw new Problem(SurveyProblem.VILLAGE_UNKNOWN, Text.value(village));
            }
            if (known != heads) {
                throw new Problem(
                                SurveyProblem.HEADS_DIFFER,
                                new Text(
                                        "登记" + known + "人，摸排" + heads + "人",
                                        "register " + known + ", surveyed " + heads))
                        .at(null, "heads", SurveyProblem.HEADS_DIFFER.title());
            }
            for (Found one : found) {
                int updated = h.createUpdate("update person set " + one.deviation().correction
                                + " where person_key = ? and village = ? and state = 'LIVING'")
                        .bind(0, one.personKey())
                        .bind(1, village)
                        .execute();
                if (updated == 0) {
                    throw new Problem(SurveyProblem.NOT_OF_VILLAGE, Text.value(one.personKey()));
                }
                insuredTwice.of(h, one.personKey(), by);
            }
            int missed = (int) found.stream()
                    .filter(one -> one.deviation() == Deviation.NOT_REACHED)
                    .count();
            SurveyedVillage surveyed = new SurveyedVillage(village, heads, found.size() - missed, missed);
            h.execute(
                    "insert into village_survey values (?, ?, ?, ?, ?, ?, ?)",
                    Uuid7.next(),
                    village,
                    heads,
                    surveyed.corrected(),
                    missed,
                    today,
                    by);
            return surveyed;
        });
    }

    /** Ends the survey of a township once each of its villages was surveyed for this campaign. */
    CoverageSurveyed complete(String township, String by) {
        LocalDate today = day.today();
        return jdbi.withHandle(h -> {
            List<SurveyedVillage> villages = h.createQuery(
                            """
                            select distinct on (village) village, heads, corrected, not_reached from village_survey
                            where starts_with(village, ?) and surveyed_on >= ? order by village, survey_id desc""")
                    .bind(0, township)
                    .bind(1, since())
                    .map((row, context) ->
                            new SurveyedVillage(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                    .list();
            Set<String> surveyed =
                    villages.stream().map(SurveyedVillage::village).collect(Collectors.toSet());
            List<String> missing = villagesOf(h, township).stream()
                    .filter(village -> !surveyed.contains(village))
                    .toList();
            if (!missing.isEmpty() || villages.isEmpty()) {
                throw new Problem(SurveyProblem.VILLAGES_MISSING, Text.value(String.join(", ", missing)));
            }
            UUID id = Uuid7.next();
            h.execute("insert into coverage_survey values (?, ?, ?, ?)", id, township, today, by);
            CoverageSurveyed whole = new CoverageSurveyed(id.toString(), township, villages, today);
            outbox.handOver(whole);
            return whole;
        });
    }

    /** A village as it stands in the survey. */
    record Village(String village, int residents, boolean surveyed) {}

    List<Village> villages(String area) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select p.village, count(*), exists (select from village_survey s where s.village = p.village
                            and s.surveyed_on >= :since) from person p
                        where p.state = 'LIVING' and starts_with(p.village, :area) group by p.village order by p.village""")
                .bind("area", area)
                .bind("since", since())
                .map((row, context) -> new Village(row.getString(1), row.getInt(2), row.getBoolean(3)))
                .list());
    }

    /** A township as far as it has come; both days null until it has done so for this campaign. */
    record Progress(
            String township,
            int villages,
            int surveyed,
            int residents,
            LocalDate completedOn,
            LocalDate providedOn,
            String signedBy) {}

    List<Progress> progress(String area) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        with town as (
                            select p.township, count(distinct p.village) as villages, count(distinct s.village) as surveyed,
                                count(*) as residents
                            from person p left join (
                                select distinct village from village_survey where surveyed_on >= :since) s using (village)
                            where p.state = 'LIVING' and starts_with(p.village, :area) group by p.township)
                        select t.township, t.villages, t.surveyed, t.residents, (select max(c.completed_on)
                                from coverage_survey c where c.township = t.township and c.completed_on >= :since),
                            r.provided_on, r.signed_by
                        from town t left join lateral (
                            select provided_on, signed_by from roster_part r
                            where r.township = t.township and r.provided_on >= :since order by part_id desc limit 1) r on true
                        order by t.township""")
                .bind("area", area)
                .bind("since", since())
                .map((row, context) -> new Progress(
                        row.getString(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getObject(5, LocalDate.class),
                        row.getObject(6, LocalDate.class),
                        row.getString(7)))
                .list());
    }

    /**
     * Those of whom a surveyor wrote the numbers down.
     *
     * @throws Problem that names the line of a number that nobody of the village has
     */
    List<Found> found(String village, Deviation deviation, List<String> numbers) {
        return jdbi.withHandle(h -> {
            List<Found> found = new ArrayList<>();
            for (String number : numbers) {
                IdNumber.Reading reading = IdNumber.read(number);
                UUID person = reading.fault() != null
                        ? null
                        : h.createQuery("select person_key from person where id_number = ? and village = ?")
                                .bind(0, reading.number().value())
                                .bind(1, village)
                                .mapTo(UUID.class)
                                .findOne()
                                .orElse(null);
                if (person == null) {
                    throw new Problem(SurveyProblem.NOT_OF_VILLAGE, null)
                            .at(found.size() + 1, deviation.name(), SurveyProblem.NOT_OF_VILLAGE.title());
                }
                found.add(new Found(person, deviation));
            }
            return found;
        });
    }

    /** What was done before was for another campaign. */
    private LocalDate since() {
        return policy.campaign().start().minusMonths(2);
    }

    private static int residents(Handle h, String village) {
        return h.createQuery("select count(*) from person where village = ? and state = 'LIVING'")
                .bind(0, village)
                .mapTo(Integer.class)
                .one();
    }

    private static List<String> villagesOf(Handle h, String township) {
        return h.createQuery("select distinct village from person where township = ? and state = 'LIVING'")
                .bind(0, township)
                .mapTo(String.class)
                .list();
    }
}
