package cn.liangxian.collection.roster;

import cn.liangxian.collection.claim.Statuses;
import cn.liangxian.enrollment.EnrollmentHandoff.RosterLine;
import cn.liangxian.handoff.LineDigest;
import cn.liangxian.handoff.SealedIdentity;
import cn.liangxian.messaging.CopyIn;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes the lines of a roster in, each once. They are copied straight into the claims; only when one of them is there
 * already, which a second delivery brings about, they go through a stage that leaves out what is known.
 */
@ApplicationScoped
class LineIntake {

    private static final String COLUMNS =
            "claim_no, roster_no, person_key, id_number, name, township, village, insurance, fee_year, birth, sex,"
                    + " statuses, roster_due, due";
    private static final String UNIQUE_VIOLATION = "23505";
    private final Jdbi jdbi;
    private final SealedIdentity seal;

    LineIntake(Jdbi jdbi, SealedIdentity seal) {
        this.jdbi = jdbi;
        this.seal = seal;
    }

    /** What the lines that are really new amount to. */
    Tally take(Roster roster, List<RosterLine> lines) {
        return jdbi.withHandle(
                h -> tally(roster, lines, copied(h, roster, lines) ? null : throughStage(h, roster, lines)));
    }

    private boolean copied(Handle handle, Roster roster, List<RosterLine> lines) {
        handle.execute("savepoint lines");
        try {
            copy(handle, "claim", roster, lines);
            handle.execute("release savepoint lines");
            return true;
        } catch (CopyIn.Refused e) {
            if (!UNIQUE_VIOLATION.equals(e.state())) {
                throw e;
            }
            handle.execute("rollback to savepoint lines");
            return false;
        }
    }

    /** The claim numbers of the lines that were not known. */
    private Set<Long> throughStage(Handle handle, Roster roster, List<RosterLine> lines) {
        handle.execute(
                "create temp table if not exists line_stage (like claim including defaults) on commit delete rows");
        handle.execute("delete from line_stage");
        copy(handle, "line_stage", roster, lines);
        return new HashSet<>(handle.createQuery("insert into claim (" + COLUMNS + ") select " + COLUMNS
                        + " from line_stage on conflict do nothing returning claim_no")
                .mapTo(Long.class)
                .list());
    }

    private void copy(Handle handle, String table, Roster roster, List<RosterLine> lines) {
        try (CopyIn copy = new CopyIn(handle, table + " (" + COLUMNS + ")")) {
            for (RosterLine line : lines) {
                SealedIdentity.Identity identity = seal.open(line.sealedIdentity());
                copy.put(claimNumber(roster, line))
                        .put(roster.number())
                        .put(line.personKey())
                        .put(identity.idNumber())
                        .put(identity.name())
                        .put(line.township())
                        .put(line.village())
                        .put(line.insurance())
                        .put(line.feeYear())
                        .put(line.birth())
                        .put(line.sex())
                        .put(Statuses.of(line.statuses()).column())
                        .put(line.due().amount())
                        .put(line.due().amount())
                        .endRow();
            }
            copy.finish();
        }
    }

    private static long claimNumber(Roster roster, RosterLine line) {
        return roster.firstClaim() + line.number();
    }

    /** @param fresh null when all lines are new */
    private static Tally tally(Roster roster, List<RosterLine> lines, Set<Long> fresh) {
        LineDigest digest = new LineDigest();
        Tally tally = Tally.NOTHING;
        for (RosterLine line : lines) {
            // remove: the same line twice in one batch was entered once
            if (fresh == null || fresh.remove(claimNumber(roster, line))) {
                tally = tally.plus(
                        line.due().amount(), digest.lanesOf(line.canonical()), line.insurance() + "/" + line.feeYear());
            }
        }
        return tally;
    }
}
