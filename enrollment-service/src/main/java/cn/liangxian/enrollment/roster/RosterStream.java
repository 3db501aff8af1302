package cn.liangxian.enrollment.roster;

import cn.liangxian.enrollment.EnrollmentHandoff.RosterDelivered;
import cn.liangxian.enrollment.EnrollmentHandoff.RosterLine;
import cn.liangxian.enrollment.EnrollmentHandoff.Sex;
import cn.liangxian.handoff.Fen;
import cn.liangxian.messaging.BulkSource;
import cn.liangxian.messaging.Outbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/** The sealed lines of one roster as a stream, closed by its header. */
final class RosterStream implements BulkSource {

    private static final int FETCH = 1000;
    private final Jdbi jdbi;
    private final Outbox outbox;
    private final Roster roster;

    RosterStream(Jdbi jdbi, Outbox outbox, Roster roster) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.roster = roster;
    }

    @Override
    public String stream() {
        return roster.rosterId();
    }

    @Override
    public void read(long first, int limit, Consumer<Line> sink) {
        jdbi.useHandle(h -> h.createQuery(
                        """
                        select number, person_key, sealed_identity, township, village, birth, sex, statuses, due,
                            wife_birth
                        from roster_line where roster_id = ? and number >= ? and number < ? order by number""")
                .setFetchSize(FETCH)
                .bind(0, UUID.fromString(roster.rosterId()))
                .bind(1, first)
                .bind(2, first + limit)
                .map((row, context) -> line(row))
                .forEach(line -> sink.accept(new Line(line.number(), line))));
    }

    @Override
    public void published() {
        jdbi.useHandle(h -> {
            if (Rosters.become(h, UUID.fromString(roster.rosterId()), RosterState.DELIVERED, null)) {
                outbox.handOver(new RosterDelivered(
                        roster.rosterId(),
                        roster.insurance(),
                        roster.feeYear(),
                        roster.area(),
                        roster.revision(),
                        roster.lines(),
                        roster.total(),
                        roster.digest(),
                        roster.sealedBy()));
            }
        });
    }

    private RosterLine line(ResultSet row) throws SQLException {
        return new RosterLine(
                roster.rosterId(),
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                roster.insurance(),
                roster.feeYear(),
                row.getObject(6, LocalDate.class),
                Sex.valueOf(row.getString(7)),
                StatusColumn.read(row.getString(8)),
                Fen.of(row.getLong(9)),
                row.getObject(10, LocalDate.class));
    }
}
