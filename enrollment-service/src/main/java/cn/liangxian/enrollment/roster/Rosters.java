package cn.liangxian.enrollment.roster;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rosters, as rows. */
final class Rosters {

    private static final String SELECT =
            """
            select r.*, coalesce((select next_line - 1 from bulk_publication b where b.stream = r.roster_id::text), 0)
                as published
            from roster r\s""";

    private Rosters() {}

    static void enter(Handle h, Roster roster) {
        h.createUpdate(
                        """
                        insert into roster (roster_id, insurance, fee_year, area, revision, lines, total, digest,
                            sealed_by, sealed_on, state)
                        values (:id, :insurance, :feeYear, :area, :revision, :lines, :total, :digest,
                            :by, :on, :state)""")
                .bind("id", UUID.fromString(roster.rosterId()))
                .bind("insurance", roster.insurance().name())
                .bind("feeYear", roster.feeYear())
                .bind("area", roster.area())
                .bind("revision", roster.revision())
                .bind("lines", roster.lines())
                .bind("total", roster.total().amount())
                .bind("digest", roster.digest())
                .bind("by", roster.sealedBy())
                .bind("on", roster.sealedOn())
                .bind("state", roster.state().name())
                .execute();
    }

    /** Moves the roster on; an answer that came before does nothing. */
    static boolean become(Handle h, UUID rosterId, RosterState next, String reason) {
        RosterState now = h.createQuery("select state from roster where roster_id = ? for update")
                .bind(0, rosterId)
                .mapTo(String.class)
                .findOne()
                .map(RosterState::valueOf)
                .orElse(null);
        if (now == null || !now.mayBecome(next)) {
            return false;
        }
        h.createUpdate("update roster set state = ?, reason = ? where roster_id = ?")
                .bind(0, next.name())
                .bind(1, reason)
                .bind(2, rosterId)
                .execute();
        return true;
    }

    static Optional<Roster> find(Handle h, UUID rosterId) {
        return h.createQuery(SELECT + "where r.roster_id = ?")
                .bind(0, rosterId)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** Of an area, the latest first. */
    static List<Roster> latest(Handle h, String area, int limit) {
        return h.createQuery(
                        SELECT + "where starts_with(r.area, ?) order by r.sealed_on desc, r.roster_id desc limit ?")
                .bind(0, area)
                .bind(1, limit)
                .map((row, context) -> read(row))
                .list();
    }

    /** Sealed and not yet published as a whole, the oldest first. */
    static List<Roster> toPublish(Handle h) {
        return h.createQuery(SELECT + "where r.state = 'SEALED' order by r.roster_id")
                .map((row, context) -> read(row))
                .list();
    }

    /** The number of the next revision; holds the series until the end of the transaction. */
    static int nextRevision(Handle h, Insurance insurance, int feeYear) {
        return h.createQuery(
                        """
                        insert into roster_series (insurance, fee_year, revisions) values (?, ?, 1)
                        on conflict (insurance, fee_year) do update set revisions = roster_series.revisions + 1
                        returning revisions""")
                .bind(0, insurance.name())
                .bind(1, feeYear)
                .mapTo(Integer.class)
                .one();
    }

    private static Roster read(ResultSet row) throws SQLException {
        return new Roster(
                row.getString("roster_id"),
                Insurance.valueOf(row.getString("insurance")),
                row.getInt("fee_year"),
                row.getString("area"),
                row.getInt("revision"),
                row.getInt("lines"),
                Fen.of(row.getLong("total")),
                row.getString("digest"),
                row.getString("sealed_by"),
                row.getObject("sealed_on", LocalDate.class),
                RosterState.valueOf(row.getString("state")),
                row.getLong("published"),
                row.getString("reason"),
                null,
                null,
                false);
    }
}
