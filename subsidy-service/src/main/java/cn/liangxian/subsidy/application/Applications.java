package cn.liangxian.subsidy.application;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.subsidy.SubsidyHandoff.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** The applications in the database. */
@ApplicationScoped
public class Applications {

    private static final String SELECT =
            "select * from application join application_progress p using (application_id) ";

    private static final RowMapper<Application> APPLICATION = (row, context) -> new Application(
            row.getObject("application_id", UUID.class),
            Purpose.valueOf(row.getString("purpose")),
            Insurance.valueOf(row.getString("insurance")),
            row.getInt("fee_year"),
            row.getString("funder"),
            row.getInt("heads"),
            Fen.of(row.getLong("amount")),
            row.getObject("applied_on", LocalDate.class),
            Fen.of(row.getLong("appropriated")),
            row.getInt("handled"),
            Fen.of(row.getLong("used")),
            row.getBoolean("assumed"));

    private static final RowMapper<ApplicationLine> LINE = (row, context) -> new ApplicationLine(
            row.getObject("line_id", UUID.class),
            row.getInt("number"),
            row.getString("person_key"),
            row.getString("rule"),
            row.getString("clause"),
            Fen.of(row.getLong("amount")),
            row.getObject("lapsed_on") != null,
            row.getBoolean("assumed"));

    private final Jdbi jdbi;

    /** Applied for, appropriated, and what is still missing. */
    record Sums(Fen amount, Fen appropriated, Fen shortfall) {}

    Applications(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Oldest first. */
    public List<Application> all() {
        return jdbi.withHandle(h -> h.createQuery(SELECT + "order by application_id")
                .map(APPLICATION)
                .list());
    }

    /** Oldest first, at most so many after the one with the id; null for all states. */
    List<Application> page(Application.State state, UUID after, int limit) {
        return jdbi.withHandle(h -> {
            try (Stream<Application> found = h
                    .createQuery(SELECT + "where application_id > ? order by application_id")
                    .bind(0, after)
                    .map(APPLICATION)
                    .stream()) {
                return found.filter(application -> state == null || application.state() == state)
                        .limit(limit)
                        .toList();
            }
        });
    }

    /** What all of them come to. */
    Sums sums() {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select coalesce(sum(amount), 0), coalesce(sum(appropriated), 0),
                            coalesce(sum(greatest(amount - appropriated, 0)), 0)
                        from application join application_progress using (application_id)""")
                .map((row, context) -> new Sums(Fen.of(row.getLong(1)), Fen.of(row.getLong(2)), Fen.of(row.getLong(3))))
                .one());
    }

    public Optional<Application> find(UUID id) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + "where application_id = ?")
                .bind(0, id)
                .map(APPLICATION)
                .findOne());
    }

    /** The application, held by this transaction: appropriations of one application follow one another. */
    public Optional<Application> hold(UUID id) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + "where application_id = ? for update of p")
                .bind(0, id)
                .map(APPLICATION)
                .findOne());
    }

    /** The next lines after {@code handled}, in the order in which money is used. */
    public List<ApplicationLine> lines(UUID id, int handled, int atMost) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select * from application_line where application_id = ? and number > ?
                        order by number limit ?""")
                .bind(0, id)
                .bind(1, handled)
                .bind(2, atMost)
                .map(LINE)
                .list());
    }

    public void progressed(UUID id, Fen appropriated, int handled, Fen used) {
        jdbi.useHandle(h -> h.createUpdate(
                        "update application_progress set appropriated = ?, handled = ?, used = ? where application_id = ?")
                .bind(0, appropriated.amount())
                .bind(1, handled)
                .bind(2, used.amount())
                .bind(3, id)
                .execute());
    }
}
