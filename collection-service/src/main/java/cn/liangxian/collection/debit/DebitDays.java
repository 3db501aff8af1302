package cn.liangxian.collection.debit;

import cn.liangxian.policy.DebitResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/** The days of debit with what became of their lines, and what each village has still to work. */
@ApplicationScoped
class DebitDays {

    private final Jdbi jdbi;

    DebitDays(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Lines of a day by their result.
     *
     * @param open so many wait for the bank, since the day itself
     * @param until by when the bank should have answered them; from then on it is asked again every day. Null when none is open
     */
    record Day(LocalDate on, int lines, int paid, int open, LocalDate until, Map<DebitResult, Integer> failed) {}

    /** A village with failed debits: {@code open} ones are not paid yet, {@code untouched} nobody has spoken about. */
    record Village(String village, int open, int untouched, int closed) {}

    /**
     * Those that lie before the date and at most {@code days} calendar days before the last of them, the latest first. The lines
     * are counted by township: of a village's area they are those of its township.
     */
    List<Day> days(String area, LocalDate before, int days) {
        record Line(LocalDate on, String state, String result, int count, LocalDate answerBy) {}
        Map<LocalDate, List<Line>> found = new TreeMap<>(Comparator.reverseOrder());
        jdbi.useHandle(h -> h.createQuery(
                        """
                        select b.debit_on, l.state, l.result, sum(l.lines) as lines, max(b.answer_by) as answer_by
                        from debit_day_count l join debit_batch b using (batch_no)
                        where starts_with(l.township, :area) and b.debit_on < :before and b.debit_on > (
                            select coalesce(max(debit_on), '1970-01-01') - :days from debit_batch where debit_on < :before)
                        group by b.debit_on, l.state, l.result having sum(l.lines) > 0""")
                .bind("area", area.length() > 9 ? area.substring(0, 9) : area)
                .bind("before", before)
                .bind("days", days)
                .map((row, context) -> new Line(
                        row.getObject("debit_on", LocalDate.class),
                        row.getString("state"),
                        row.getString("result"),
                        row.getInt("lines"),
                        row.getObject("answer_by", LocalDate.class)))
                .forEach(line -> found.computeIfAbsent(line.on(), on -> new ArrayList<>())
                        .add(line)));
        return found.entrySet().stream()
                .map(day -> {
                    Map<DebitResult, Integer> failed = new EnumMap<>(DebitResult.class);
                    int lines = 0;
                    int paid = 0;
                    int open = 0;
                    LocalDate until = null;
                    for (Line line : day.getValue()) {
                        lines += line.count();
                        DebitLineState state = DebitLineState.valueOf(line.state());
                        if (state.open()) {
                            open += line.count();
                            until = until == null || line.answerBy().isAfter(until) ? line.answerBy() : until;
                        } else if (state == DebitLineState.PAID) {
                            paid += line.count();
                        } else {
                            failed.merge(
                                    line.result() == null ? DebitResult.UNKNOWN : DebitResult.valueOf(line.result()),
                                    line.count(),
                                    Integer::sum);
                        }
                    }
                    return new Day(day.getKey(), lines, paid, open, until, failed);
                })
                .toList();
    }

    List<Village> villages(String area) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select village, count(*) filter (where not closed) as open,
                            count(*) filter (where not closed and not touched) as untouched,
                            count(*) filter (where closed) as closed
                        from failed_debit where starts_with(village, :area) group by village order by open desc, village""")
                .bind("area", area)
                .map((row, context) -> new Village(
                        row.getString("village"), row.getInt("open"), row.getInt("untouched"), row.getInt("closed")))
                .list());
    }
}
