package cn.liangxian.collection.roster;

import cn.liangxian.collection.claim.Claims;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The delivered rosters. Every change happens under the lock of the roster's row. */
@ApplicationScoped
class Rosters {

    private final Jdbi jdbi;

    Rosters(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The roster, locked; it is entered when this is the first that is heard of it. */
    Roster lock(String rosterId) {
        return jdbi.withHandle(h -> {
            String query = "select * from roster where roster_id = ? for update";
            return h.createQuery(query)
                    .bind(0, rosterId)
                    .map(Rosters::read)
                    .findOne()
                    .orElseGet(() -> {
                        h.execute("insert into roster (roster_id) values (?) on conflict do nothing", rosterId);
                        return h.createQuery(query)
                                .bind(0, rosterId)
                                .map(Rosters::read)
                                .one();
                    });
        });
    }

    /** Absolute sums, since the lanes wrap around, which the database would refuse to do. */
    void keep(Roster roster) {
        Tally tally = roster.tally();
        jdbi.useHandle(h -> h.execute(
                """
                update roster set lines_in = ?, total_in = ?, lane_0 = ?, lane_1 = ?, lane_2 = ?, lane_3 = ?, kinds = ?
                where roster_no = ?""",
                tally.lines(),
                tally.total(),
                tally.lane0(),
                tally.lane1(),
                tally.lane2(),
                tally.lane3(),
                tally.kinds(),
                roster.number()));
    }

    void seal(Roster roster, LocalDate since, LocalDate until) {
        Roster.Header header = roster.header();
        jdbi.useHandle(h -> h.execute(
                """
                update roster set insurance = ?, fee_year = ?, area = ?, revision = ?, lines = ?, total = ?, digest = ?,
                    sealed_by = ?, waits_since = ?, waits_until = ? where roster_no = ?""",
                header.insurance().name(),
                header.feeYear(),
                header.area(),
                header.revision(),
                header.lines(),
                header.total().amount(),
                header.digest(),
                header.sealedBy(),
                since,
                until,
                roster.number()));
    }

    void decided(Roster roster, RosterState state, String reason, LocalDate on) {
        jdbi.useHandle(h -> {
            h.execute(
                    """
                    update roster set state = ?, reason = ?, decided_on = ?,
                        accepted_order = case when ? then nextval('roster_acceptance') end
                    where roster_no = ?""",
                    state.name(),
                    reason,
                    on,
                    state == RosterState.ACCEPTED,
                    roster.number());
            if (state == RosterState.ACCEPTED) {
                Claims.count(h, roster.number());
            }
        });
    }

    /**
     * Decisions come one at a time, so that two rosters with the same person cannot both be accepted, and while nobody
     * looks for a claim that is just being made, see {@link cn.liangxian.collection.claim.Claims#noneIsBeingMade}.
     */
    void decideAlone() {
        jdbi.useHandle(h -> h.execute("select pg_advisory_xact_lock(82, 2)"));
    }

    /** Whether a person of this roster has a claim from an accepted one of the same kind. */
    boolean claimsAgain(Roster roster) {
        return jdbi.withHandle(h -> {
            List<Integer> accepted = h.createQuery(
                            "select roster_no from roster where state = 'ACCEPTED' and insurance = ? and fee_year = ?")
                    .bind(0, roster.header().insurance().name())
                    .bind(1, roster.header().feeYear())
                    .mapTo(Integer.class)
                    .list();
            return !accepted.isEmpty()
                    && h.createQuery(
                                    """
                                    select exists (select 1 from claim fresh join claim other
                                        on other.person_key = fresh.person_key and other.roster_no = any (:accepted)
                                        where fresh.claim_no > :first and fresh.claim_no < :first + (1::bigint << 32))""")
                            .bindArray("accepted", Integer.class, accepted)
                            .bind("first", roster.firstClaim())
                            .mapTo(Boolean.class)
                            .one();
        });
    }

    /** Rosters whose lines are still missing after the day until which they were waited for; locked, without those just received. */
    List<Roster> overdue(LocalDate today) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select * from roster where state = 'ARRIVING' and waits_until < ? order by roster_id for update skip locked")
                .bind(0, today)
                .map(Rosters::read)
                .list());
    }

    private static Roster read(ResultSet row, StatementContext context) throws SQLException {
        Tally tally = new Tally(
                row.getInt("lines_in"),
                row.getLong("total_in"),
                row.getLong("lane_0"),
                row.getLong("lane_1"),
                row.getLong("lane_2"),
                row.getLong("lane_3"),
                row.getString("kinds"));
        Roster.Header header = row.getString("insurance") == null
                ? null
                : new Roster.Header(
                        Insurance.valueOf(row.getString("insurance")),
                        row.getInt("fee_year"),
                        row.getString("area"),
                        row.getInt("revision"),
                        row.getInt("lines"),
                        Fen.of(row.getLong("total")),
                        row.getString("digest"),
                        row.getString("sealed_by"));
        return new Roster(
                row.getInt("roster_no"),
                row.getString("roster_id"),
                RosterState.valueOf(row.getString("state")),
                tally,
                header);
    }
}
