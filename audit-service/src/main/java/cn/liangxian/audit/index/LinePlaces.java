package cn.liangxian.audit.index;

import cn.liangxian.enrollment.EnrollmentHandoff.RosterLine;
import cn.liangxian.messaging.CopyIn;
import cn.liangxian.messaging.RawEvent;
import cn.liangxian.messaging.StandingEvents;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/**
 * Where the lines of rosters stand on their topic, by the person whom they name. They are not decoded when they come: a
 * roster has a million of them, and few are ever asked for.
 */
final class LinePlaces {

    /** Lines of one person that are shown; nobody stands on so many rosters. */
    static final int MOST = 50;

    private LinePlaces() {}

    /** A line of a roster: whom it names, where it stands, and on which business date it was handed over. */
    record Line(String personKey, int partition, long offset, LocalDate businessDate) {

        StandingEvents.Place place() {
            return new StandingEvents.Place(RosterLine.TOPIC, partition, offset);
        }
    }

    /** The lines that name a person, of all {@code searched} lines; {@code complete} is false when there are more. */
    record Found(List<Line> lines, long searched, boolean complete) {}

    /** In the transaction of their receipt; they must not have been noted before. */
    static void note(Handle handle, List<RawEvent> lines) {
        try (CopyIn copy = new CopyIn(handle, "line_place (position, partition, business_date, person_key)")) {
            for (RawEvent line : lines) {
                copy.put(line.offset())
                        .put(line.partition())
                        .put(line.envelope().businessDate())
                        // what names nobody counts, and nobody finds it
                        .put(Objects.requireNonNullElse(line.envelope().subject(), ""))
                        .endRow();
            }
            copy.finish();
        }
        handle.execute("insert into line_mark (lines) values (?)", lines.size());
    }

    /** @param date of the handing over, null for any */
    static Found naming(Handle handle, String person, LocalDate date) {
        // counted first: what comes in between may be found beyond the count, and never counted without being found
        long searched = handle.createQuery("select coalesce(sum(lines), 0) from line_mark")
                .mapTo(Long.class)
                .one();
        List<Line> found = handle.createQuery(
                        """
                        select person_key, partition, position, business_date from line_place
                        where person_key = :person and (:date::date is null or business_date = :date)
                        order by business_date, partition, position limit :limit""")
                .bind("person", person)
                .bind("date", date)
                .bind("limit", MOST + 1)
                .map((row, context) ->
                        new Line(row.getString(1), row.getInt(2), row.getLong(3), row.getObject(4, LocalDate.class)))
                .list();
        boolean complete = found.size() <= MOST;
        return new Found(complete ? found : List.copyOf(found.subList(0, MOST)), searched, complete);
    }
}
