package cn.liangxian.collection.roster;

import cn.liangxian.collection.claim.Statuses;
import cn.liangxian.enrollment.EnrollmentHandoff.RosterLine;
import cn.liangxian.handoff.LineDigest;
import cn.liangxian.handoff.SealedIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;

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
        String rows = rows(roster, lines);
        try {
            return jdbi.withHandle(h -> tally(roster, lines, copied(h, rows) ? null : throughStage(h, rows)));
        } catch (SQLException e) {
            throw new IllegalStateException("lines of roster " + roster.id() + " cannot be taken in", e);
        }
    }

    private static boolean copied(Handle handle, String rows) throws SQLException {
        Connection connection = handle.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("savepoint lines");
            try {
                copy(connection, "claim", rows);
                statement.execute("release savepoint lines");
                return true;
            } catch (SQLException e) {
                if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                    throw e;
                }
                statement.execute("rollback to savepoint lines");
                return false;
            }
        }
    }

    /** The claim numbers of the lines that were not known. */
    private static Set<Long> throughStage(Handle handle, String rows) throws SQLException {
        handle.execute(
                "create temp table if not exists line_stage (like claim including defaults) on commit delete rows");
        handle.execute("delete from line_stage");
        copy(handle.getConnection(), "line_stage", rows);
        return new HashSet<>(handle.createQuery("insert into claim (" + COLUMNS + ") select " + COLUMNS
                        + " from line_stage on conflict do nothing returning claim_no")
                .mapTo(Long.class)
                .list());
    }

    private static void copy(Connection connection, String table, String rows) throws SQLException {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " (" + COLUMNS + ") from stdin", new StringReader(rows), 65_536);
        } catch (IOException e) {
            throw new UncheckedIOException("rows in memory can be read", e);
        }
    }

    private String rows(Roster roster, List<RosterLine> lines) {
        StringBuilder rows = new StringBuilder(lines.size() * 250);
        for (RosterLine line : lines) {
            SealedIdentity.Identity identity = seal.open(line.sealedIdentity());
            rows.append(claimNumber(roster, line)).append('\t');
            rows.append(roster.number()).append('\t');
            field(rows, line.personKey());
            field(rows, identity.idNumber());
            field(rows, identity.name());
            field(rows, line.township());
            field(rows, line.village());
            rows.append(line.insurance()).append('\t').append(line.feeYear()).append('\t');
            rows.append(line.birth()).append('\t').append(line.sex()).append('\t');
            field(rows, Statuses.of(line.statuses()).column());
            rows.append(line.due().amount()).append('\t');
            rows.append(line.due().amount()).append('\n');
        }
        return rows.toString();
    }

    private static void field(StringBuilder rows, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(c);
            }
        }
        rows.append('\t');
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
