package cn.liangxian.subsidy.roster;

import cn.liangxian.collection.CollectionHandoff.RosterReceived;
import cn.liangxian.enrollment.EnrollmentHandoff.RosterLine;
import cn.liangxian.messaging.Inbox;
import cn.liangxian.messaging.Received;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps roster lines, without the sealed identity, and which rosters tax accepted. Either may come first: lines count
 * from the day on which their roster was accepted.
 */
@ApplicationScoped
public class ReceivingRosters {

    /** The day of an event that was handed over before the first business date. */
    private static final LocalDate BEFORE_THE_FIRST_DAY = LocalDate.of(1900, 1, 1);

    private static final String INSERT_LINES =
            """
            insert into roster_line (roster_id, number, person_key, insurance, fee_year, township, village, birth, sex,
                                     statuses, due, wife_birth)
            select * from unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::int[], ?::text[], ?::text[], ?::date[],
                                 ?::text[], ?::jsonb[], ?::bigint[], ?::date[])
            on conflict do nothing""";

    private final Inbox inbox;
    private final Jdbi jdbi;
    private final Facts facts;

    ReceivingRosters(Inbox inbox, Jdbi jdbi, Facts facts) {
        this.inbox = inbox;
        this.jdbi = jdbi;
        this.facts = facts;
    }

    @Incoming(RosterLine.TOPIC)
    @Blocking
    void lines(ConsumerRecords<String, byte[]> records) {
        inbox.bulk(records, RosterLine.class, (lines, on) -> keep(lines));
    }

    @Incoming(RosterReceived.TOPIC)
    @Blocking
    void rosters(ConsumerRecords<String, byte[]> records) {
        inbox.each(records, RosterReceived.class, this::receive);
    }

    /** Idempotent by roster and number. */
    void keep(List<RosterLine> lines) {
        facts.recording();
        jdbi.useHandle(h -> insert(h.getConnection(), lines));
        facts.recorded(FactArrived.Kind.LINES, null);
    }

    void receive(Received<RosterReceived> received) {
        RosterReceived roster = received.handoff();
        LocalDate on = day(received);
        facts.recording();
        int inserted = jdbi.withHandle(
                h -> h.createUpdate("insert into roster values (?, ?, ?, ?, ?) on conflict (roster_id) do nothing")
                        .bind(0, roster.rosterId())
                        .bind(1, roster.insurance().name())
                        .bind(2, roster.accepted())
                        .bind(3, roster.lines())
                        .bind(4, on)
                        .execute());
        if (inserted == 1 && roster.accepted()) {
            facts.recorded(FactArrived.Kind.ROSTER, on);
        }
    }

    private static LocalDate day(Received<?> received) {
        LocalDate date = received.envelope().businessDate();
        return date == null ? BEFORE_THE_FIRST_DAY : date;
    }

    private static void insert(Connection connection, List<RosterLine> lines) {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_LINES)) {
            Columns columns = new Columns(connection, insert, lines);
            columns.put("text", line -> line.rosterId());
            columns.put("int4", line -> line.number());
            columns.put("text", line -> line.personKey());
            columns.put("text", line -> line.insurance().name());
            columns.put("int4", line -> line.feeYear());
            columns.put("text", line -> line.township());
            columns.put("text", line -> line.village());
            columns.put("text", line -> line.birth().toString());
            columns.put("text", line -> line.sex().name());
            columns.put("text", line -> Statuses.json(line.statuses()));
            columns.put("int8", line -> line.due().amount());
            columns.put("text", line -> text(line.wifeBirth()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("roster lines were not kept", e);
        }
    }

    private static String text(LocalDate date) {
        return date == null ? null : date.toString();
    }

    /** One array per column: a batch of lines is one statement. */
    private static final class Columns {
        private final Connection connection;
        private final PreparedStatement insert;
        private final List<RosterLine> lines;
        private int position;

        Columns(Connection connection, PreparedStatement insert, List<RosterLine> lines) {
            this.connection = connection;
            this.insert = insert;
            this.lines = lines;
        }

        void put(String type, Function<RosterLine, Object> column) throws SQLException {
            Array array =
                    connection.createArrayOf(type, lines.stream().map(column).toArray());
            insert.setArray(++position, array);
        }
    }
}
