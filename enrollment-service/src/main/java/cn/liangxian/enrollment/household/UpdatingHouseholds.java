package cn.liangxian.enrollment.household;

import cn.liangxian.enrollment.EnrollmentHandoff.HouseholdsUpdated;
import cn.liangxian.enrollment.bulk.SubjectLock;
import cn.liangxian.enrollment.feed.RefusedRow;
import cn.liangxian.enrollment.feed.RowFault;
import cn.liangxian.enrollment.feed.RowFault.Kind;
import cn.liangxian.enrollment.feed.UnreadableListException;
import cn.liangxian.enrollment.registration.CancellingInsuredTwice;
import cn.liangxian.enrollment.registration.CancellingRegistrations;
import cn.liangxian.enrollment.specialgroup.Flaws;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Jurisdiction;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Township;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Takes household data over into the register, in sets; works in the transaction of the caller. */
@ApplicationScoped
@Clause({"yicheng-2024/五(八)", "bachu-2022/第十二条"})
public class UpdatingHouseholds {

    private static final int ERRORS_IN_ANSWER = 1000;
    /** Null where no change is said. */
    private static final String STATE =
            """
             case when s.change = 'DEATH' then 'DECEASED' when s.change = 'MOVE_OUT' then 'MOVED_OUT'
                when s.change is not null then 'LIVING' end""";

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final BusinessDay day;
    private final CancellingRegistrations cancelling;
    private final CancellingInsuredTwice insuredTwice;
    private final Jurisdiction county;

    UpdatingHouseholds(
            Jdbi jdbi,
            Outbox outbox,
            BusinessDay day,
            Policy policy,
            CancellingRegistrations cancelling,
            CancellingInsuredTwice insuredTwice) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.day = day;
        this.cancelling = cancelling;
        this.insuredTwice = insuredTwice;
        this.county = policy.jurisdiction();
    }

    HouseholdsApplied apply(HouseholdFeed feed) {
        return jdbi.withHandle(h -> {
            SubjectLock.hold(h, "households/" + feed.area());
            LocalDate today = day.today();
            String quarter = feed.quarter() == null ? lastEnded(today) : feed.quarter();
            Optional<HouseholdsApplied> same = sameAsLast(h, feed, quarter);
            if (same.isPresent()) {
                return same.get();
            }
            UUID feedId = Uuid7.next();
            int received;
            try {
                Set<String> townships =
                        county.townships(today).stream().map(Township::code).collect(Collectors.toUnmodifiableSet());
                received = HouseholdStage.fill(h, feed, village -> townships.contains(village.substring(0, 9)));
            } catch (UnreadableListException e) {
                throw new Problem(new UnreadableFeed(e.reason()), e.detail());
            }
            if (received != feed.declared()) {
                throw new Problem(HouseholdProblem.COUNT_DIFFERS, Text.counts(feed.declared(), received));
            }
            return take(h, feedId, feed, quarter, received, today);
        });
    }

    /** The last feed of the area, sent once more under another key, tells nothing new. */
    private static Optional<HouseholdsApplied> sameAsLast(Handle h, HouseholdFeed feed, String quarter) {
        record Last(UUID feedId, String digest, int received, int applied, String quarter) {}
        return h.createQuery(
                        """
                        select feed_id, digest, received, applied, quarter from household_feed where area = ?
                        order by feed_id desc limit 1""")
                .bind(0, feed.area())
                .map((row, context) -> new Last(
                        row.getObject(1, UUID.class), row.getString(2), row.getInt(3), row.getInt(4), row.getString(5)))
                .findOne()
                .filter(last -> quarter.equals(last.quarter()))
                .filter(last -> last.digest().equals(feed.digest()) && last.received() == feed.declared())
                .map(last -> answer(h, last.feedId(), last.received(), last.applied()));
    }

    private HouseholdsApplied take(
            Handle h, UUID feedId, HouseholdFeed feed, String quarter, int received, LocalDate today) {
        markDuplicates(h);
        cancelling.ofLeaving(h);
        int applied = upsert(h, today);
        insuredTwice.ofHouseholds(h);
        Changes changes = h.createQuery(
                        """
                        select count(*) filter (where s.change = 'BIRTH') as births,
                               count(*) filter (where s.change = 'DEATH') as deaths,
                               count(*) filter (where s.change in ('MOVE_IN', 'MOVE_OUT')) as moves,
                               count(*) filter (where p.resides_here and not p.registered_here) as floating
                        from household_stage s join person p on p.id_number = s.id_number where s.faults is null""")
                .map((row, context) -> new Changes(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                .one();
        keep(h, feedId, feed, quarter, received, applied, changes, today);
        outbox.handOver(new HouseholdsUpdated(
                feedId.toString(),
                feed.area(),
                applied,
                changes.births(),
                changes.deaths(),
                changes.moves(),
                feed.digest(),
                quarter,
                changes.floating()));
        return answer(h, feedId, received, applied);
    }

    private record Changes(int births, int deaths, int moves, int floating) {}

    /** 每季度终了: what is handed over in October is of the third quarter. */
    private static String lastEnded(LocalDate today) {
        LocalDate before = today.minusMonths(3);
        return before.getYear() + "-Q" + before.get(IsoFields.QUARTER_OF_YEAR);
    }

    /** The first of several rows about one resident stands. */
    private static void markDuplicates(Handle h) {
        h.createUpdate(
                        """
                        update household_stage s
                        set faults = concat_ws(chr(30), s.faults, 'idNumber' || chr(31) || :code || chr(31) || :zh)
                        from (select row, row_number() over (partition by id_number order by row) as n
                              from household_stage where id_number is not null) d
                        where d.row = s.row and d.n > 1""")
                .bind("code", Kind.DUPLICATE_ROW.code())
                .bind("zh", Kind.DUPLICATE_ROW.zh())
                .execute();
    }

    /** What is said changes, of the rest the register's word stands; who is new is an ordinary resident but for what is said. */
    private static int upsert(Handle h, LocalDate today) {
        int entered = h.createUpdate(
                        """
                        insert into person (person_key, id_number, name, birth, sex, household, township, village,
                            registered_here, resides_here, student, employee_insured, insured_elsewhere,
                            other_pension, pension_tier, wife_birth, state, updated_on, insured_in_city)
                        select person_key, id_number, name, birth, sex, nullif(household, ''), left(village, 9), village,
                            coalesce(registered_here, true), coalesce(resides_here, true), coalesce(student, false),
                            coalesce(employee_insured, false), coalesce(insured_elsewhere, false),
                            coalesce(other_pension, false), pension_tier, wife_birth, coalesce("""
                                + STATE
                                + """
                        , 'LIVING'), :today, insured_in_city
                        from household_stage s where faults is null order by person_key
                        on conflict (id_number) do nothing""")
                .bind("today", today)
                .execute();
        int changed = h.createUpdate(
                        """
                        update person p set name = s.name, birth = s.birth, sex = s.sex,
                            household = coalesce(nullif(s.household, ''), p.household),
                            township = left(s.village, 9), village = s.village,
                            registered_here = coalesce(s.registered_here, p.registered_here),
                            resides_here = coalesce(s.resides_here, p.resides_here),
                            student = coalesce(s.student, p.student),
                            employee_insured = coalesce(s.employee_insured, p.employee_insured),
                            insured_elsewhere = coalesce(s.insured_elsewhere, p.insured_elsewhere),
                            other_pension = coalesce(s.other_pension, p.other_pension),
                            pension_tier = coalesce(s.pension_tier, p.pension_tier),
                            wife_birth = coalesce(s.wife_birth, p.wife_birth),
                            insured_in_city = coalesce(s.insured_in_city, p.insured_in_city),
                            updated_on = :today, state = coalesce("""
                                + STATE
                                + """
                        , p.state)
                        from household_stage s
                        where s.faults is null and p.id_number = s.id_number and p.person_key <> s.person_key""")
                .bind("today", today)
                .execute();
        return entered + changed;
    }

    private static void keep(
            Handle h,
            UUID feedId,
            HouseholdFeed feed,
            String quarter,
            int received,
            int applied,
            Changes changes,
            LocalDate today) {
        h.createUpdate(
                        """
                        insert into household_feed (feed_id, area, declared, received, applied, births, deaths, moves,
                            digest, received_on, received_by, quarter, floating)
                        values (:feed, :area, :declared, :received, :applied, :births, :deaths, :moves,
                            :digest, :today, :by, :quarter, :floating)""")
                .bind("feed", feedId)
                .bind("area", feed.area())
                .bind("declared", feed.declared())
                .bind("received", received)
                .bind("applied", applied)
                .bind("births", changes.births())
                .bind("deaths", changes.deaths())
                .bind("moves", changes.moves())
                .bind("digest", feed.digest())
                .bind("today", today)
                .bind("by", feed.receivedBy())
                .bind("quarter", quarter)
                .bind("floating", changes.floating())
                .execute();
        h.createUpdate(
                        """
                        insert into household_error (feed_id, row, field, code, message)
                        select :feed, s.row, split_part(f, chr(31), 1), split_part(f, chr(31), 2), split_part(f, chr(31), 3)
                        from household_stage s cross join lateral string_to_table(s.faults, chr(30)) f
                        where s.faults is not null""")
                .bind("feed", feedId)
                .execute();
    }

    private static HouseholdsApplied answer(Handle h, UUID feedId, int received, int applied) {
        List<RefusedRow> errors = h.createQuery(
                        "select row, field, code, message from household_error where feed_id = ? order by row, field limit ?")
                .bind(0, feedId)
                .bind(1, ERRORS_IN_ANSWER)
                .map((row, context) -> RefusedRow.of(
                        row.getInt(1),
                        Flaws.kept(new RowFault(row.getString(2), row.getString(3), row.getString(4), null))))
                .list();
        int count = h.createQuery("select count(*) from household_error where feed_id = ?")
                .bind(0, feedId)
                .mapTo(Integer.class)
                .one();
        return new HouseholdsApplied(feedId.toString(), received, applied, count, errors);
    }
}
