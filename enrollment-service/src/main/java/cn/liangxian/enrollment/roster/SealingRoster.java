package cn.liangxian.enrollment.roster;

import cn.liangxian.enrollment.EnrollmentHandoff.RosterLine;
import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.enrollment.person.Person;
import cn.liangxian.enrollment.roster.Residents.Resident;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.LineDigest;
import cn.liangxian.handoff.SealedIdentity;
import cn.liangxian.handoff.SealedIdentity.Identity;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.CopyIn;
import cn.liangxian.policy.Assessment;
import cn.liangxian.policy.PersonFacts;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Tier;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Forms and seals the roster of an insurance: everybody whom the policy admits on the day and who does not stand on an
 * earlier roster. Residents are read in pages and their lines copied back, so that a million of them need no more memory
 * than one page. Works in the transaction of the caller.
 */
@ApplicationScoped
@Clause({"yicheng-2024/五(二)-b", "yicheng-2024/五(三)-d"})
public class SealingRoster {

    private final Jdbi jdbi;
    private final BusinessDay day;
    private final Policy policy;
    private final SealedIdentity seal;

    SealingRoster(Jdbi jdbi, BusinessDay day, Policy policy, SealedIdentity seal) {
        this.jdbi = jdbi;
        this.day = day;
        this.policy = policy;
        this.seal = seal;
    }

    public Roster seal(Insurance insurance, String sealedBy) {
        return jdbi.withHandle(h -> {
            int feeYear = policy.feeYear();
            LocalDate today = day.today();
            int revision = Rosters.nextRevision(h, insurance, feeYear);
            UUID rosterId = Uuid7.next();
            Sum sum = new Sum(rosterId.toString(), insurance, feeYear, today);
            Residents residents = new Residents(h, insurance, feeYear, revision == 1);
            for (List<Resident> page = residents.next(today); !page.isEmpty(); page = residents.next(today)) {
                write(h, page, sum);
            }
            if (sum.lines == 0) {
                throw new Problem(RosterProblem.NOBODY_TO_LIST, Text.insurance(insurance));
            }
            Roster roster = new Roster(
                    rosterId.toString(),
                    insurance,
                    feeYear,
                    policy.jurisdiction().code(),
                    revision,
                    sum.lines,
                    Fen.of(sum.total),
                    sum.digest.hex(),
                    sealedBy,
                    today,
                    RosterState.SEALED,
                    0,
                    null,
                    null,
                    null,
                    false);
            Rosters.enter(h, roster);
            return roster.waiting(policy);
        });
    }

    /** What the header will say of the lines written so far. */
    private static final class Sum {
        private final String rosterId;
        private final Insurance insurance;
        private final int feeYear;
        private final LocalDate today;
        private final LineDigest digest = new LineDigest();
        private int lines;
        private long total;

        private Sum(String rosterId, Insurance insurance, int feeYear, LocalDate today) {
            this.rosterId = rosterId;
            this.insurance = insurance;
            this.feeYear = feeYear;
            this.today = today;
        }
    }

    private void write(Handle h, List<Resident> page, Sum sum) {
        try (CopyIn copy = new CopyIn(
                h,
                "roster_line (roster_id, number, person_key, sealed_identity, township, village, birth, sex, statuses,"
                        + " due, wife_birth)")) {
            for (Resident resident : page) {
                PersonFacts facts = resident.person().facts(resident.identities());
                if (policy.eligible(sum.insurance, facts, sum.today).eligible()) {
                    write(
                            copy,
                            resident,
                            facts,
                            due(sum, facts, resident.person().pensionTier()),
                            sum);
                }
            }
            copy.finish();
        }
    }

    private void write(CopyIn copy, Resident resident, PersonFacts facts, Fen due, Sum sum) {
        Person person = resident.person();
        List<Status> statuses = resident.identities().stream()
                .map(identity -> new Status(identity.category(), identity.from(), identity.until()))
                .toList();
        RosterLine line = new RosterLine(
                sum.rosterId,
                ++sum.lines,
                person.key().toString(),
                seal.seal(new Identity(person.idNumber(), person.name())),
                person.township(),
                person.village(),
                sum.insurance,
                sum.feeYear,
                person.birth(),
                person.sex(),
                statuses,
                due,
                sum.insurance == Insurance.PENSION ? facts.wifeBirth() : null);
        sum.total = Math.addExact(sum.total, due.amount());
        sum.digest.add(line.canonical());
        copy.put(line.rosterId())
                .put(line.number())
                .put(line.personKey())
                .put(line.sealedIdentity())
                .put(line.township())
                .put(line.village())
                .put(line.birth())
                .put(line.sex())
                .put(StatusColumn.write(statuses))
                .put(due.amount())
                .put(line.wifeBirth())
                .endRow();
    }

    /** Last year's or the wished tier where the policy still gives it to the person; otherwise the lowest one. */
    private Fen due(Sum sum, PersonFacts facts, Fen wished) {
        Fen tier = null;
        if (sum.insurance == Insurance.PENSION && wished != null) {
            boolean given = policy.tiers(sum.insurance, facts, sum.today).stream()
                    .map(Tier::amount)
                    .anyMatch(wished::equals);
            tier = given ? wished : null;
        }
        Assessment assessment = policy.assess(sum.insurance, facts, sum.today, tier);
        return assessment.due();
    }
}
