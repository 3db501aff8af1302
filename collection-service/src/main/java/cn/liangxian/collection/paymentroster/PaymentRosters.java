package cn.liangxian.collection.paymentroster;

import cn.liangxian.collection.CollectionHandoff.PaymentRosterProvided;
import cn.liangxian.collection.CollectionHandoff.RosterCorrection;
import cn.liangxian.handoff.LineDigest;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The payment rosters in the database: versions, and the lines that each of them shows. */
@ApplicationScoped
class PaymentRosters {

    private static final int FETCH = 2000;
    private static final String SHOWN =
            """
            from payment_roster_line l join claim c using (claim_no)
            where l.township = :township and l.fee_year = :year and l.since <= :version and not exists (
                select from payment_roster_withdrawal w where w.township = l.township and w.fee_year = l.fee_year
                    and w.number = l.number and w.since <= :version)
            """;

    private final Jdbi jdbi;
    private final Outbox outbox;

    PaymentRosters(Jdbi jdbi, Outbox outbox) {
        this.jdbi = jdbi;
        this.outbox = outbox;
    }

    /** At most {@code limit} versions of an area, the oldest first, after the roster {@code after}; null for the first. */
    List<PaymentRoster> of(String area, UUID after, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select * from payment_roster
                        where (starts_with(township, :area) or starts_with(:area, township))
                            and (cast(:after as uuid) is null or payment_roster_id > cast(:after as uuid))
                        order by payment_roster_id limit :limit""")
                .bind("area", area)
                .bind("after", after)
                .bind("limit", limit)
                .map(PaymentRosters::read)
                .list());
    }

    Optional<PaymentRoster> find(UUID id) {
        return jdbi.withHandle(h -> h.createQuery("select * from payment_roster where payment_roster_id = ?")
                .bind(0, id)
                .map(PaymentRosters::read)
                .findOne());
    }

    Optional<PaymentRoster> latest(String township, int feeYear) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select * from payment_roster where township = ? and fee_year = ? order by version desc limit 1")
                .bind(0, township)
                .bind(1, feeYear)
                .map(PaymentRosters::read)
                .findOne());
    }

    /** Seals the lines entered so far as the next version and hands it over. */
    PaymentRoster seal(
            String township, int feeYear, LocalDate today, PaymentRoster before, RosterCorrection correction) {
        int version = before == null ? 1 : before.version() + 1;
        LineDigest digest = new LineDigest();
        Set<String> people = new HashSet<>();
        jdbi.useHandle(h -> h.createQuery("select l.number, c.* " + SHOWN)
                .bind("township", township)
                .bind("year", feeYear)
                .bind("version", version)
                .setFetchSize(FETCH)
                .map((row, context) -> {
                    people.add(row.getString("person_key"));
                    return PublishedLine.read(row);
                })
                .forEach(line -> digest.add(line.canonical())));
        int last = jdbi.withHandle(h -> h.createQuery(
                        "select coalesce(max(number), 0) from payment_roster_line where township = ? and fee_year = ?")
                .bind(0, township)
                .bind(1, feeYear)
                .mapTo(Integer.class)
                .one());
        PaymentRoster roster = new PaymentRoster(
                Uuid7.next().toString(),
                township,
                feeYear,
                version,
                before == null ? null : before.paymentRosterId(),
                people.size(),
                (int) digest.lines(),
                last,
                digest.hex(),
                today,
                correction == null ? null : correction.objectionId());
        enter(roster);
        outbox.handOver(new PaymentRosterProvided(
                roster.paymentRosterId(),
                township,
                feeYear,
                version,
                roster.replaces(),
                roster.people(),
                roster.lines(),
                last,
                roster.digest(),
                correction));
        return roster;
    }

    /** The lines of a version in order, from a cursor: only in an open transaction does it stream. */
    void each(PaymentRoster roster, Consumer<PublishedLine> sink) {
        jdbi.useHandle(h -> h.createQuery("select l.number, c.* " + SHOWN + " order by c.village, l.number")
                .bind("township", roster.township())
                .bind("year", roster.feeYear())
                .bind("version", roster.version())
                .setFetchSize(FETCH)
                .map((row, context) -> PublishedLine.read(row))
                .forEach(sink));
    }

    private void enter(PaymentRoster roster) {
        jdbi.useHandle(h -> h.createUpdate("insert into payment_roster values (?, ?, ?, ?, ?::uuid, ?, ?, ?, ?, ?, ?)")
                .bind(0, UUID.fromString(roster.paymentRosterId()))
                .bind(1, roster.township())
                .bind(2, roster.feeYear())
                .bind(3, roster.version())
                .bind(4, roster.replaces())
                .bind(5, roster.people())
                .bind(6, roster.lines())
                .bind(7, roster.lastNumber())
                .bind(8, roster.digest())
                .bind(9, roster.drawnOn())
                .bind(10, roster.objectionId())
                .execute());
    }

    private static PaymentRoster read(ResultSet row, StatementContext context) throws SQLException {
        return new PaymentRoster(
                row.getString("payment_roster_id"),
                row.getString("township"),
                row.getInt("fee_year"),
                row.getInt("version"),
                row.getString("replaces"),
                row.getInt("people"),
                row.getInt("lines"),
                row.getInt("last_number"),
                row.getString("digest"),
                row.getObject("drawn_on", LocalDate.class),
                row.getString("objection_id"));
    }
}
