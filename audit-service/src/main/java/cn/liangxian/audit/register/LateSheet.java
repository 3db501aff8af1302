package cn.liangxian.audit.register;

import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What a unit missed or met late, as far as the caller may see it, for whoever calls it to account. */
@RequestScoped
public class LateSheet {

    private static final String[] LATE = {Standing.MISSED.name(), Standing.MET_LATE.name()};

    private final Jdbi jdbi;
    private final Desk desk;
    private final Caller caller;
    private final Reading reading;
    private final Rulebook rulebook;
    private final BusinessDay day;

    LateSheet(Jdbi jdbi, Desk desk, Caller caller, Reading reading, Rulebook rulebook, BusinessDay day) {
        this.jdbi = jdbi;
        this.desk = desk;
        this.caller = caller;
        this.reading = reading;
        this.rulebook = rulebook;
        this.day = day;
    }

    /** A page, by due date; {@code next} is null on the last. */
    public record Page(List<ObligationRow> rows, String next) {}

    /** At most {@code limit} of a unit, after the {@code next} of the page before; null or empty for the first. */
    public Page page(Department owner, String area, String after, int limit) {
        boolean first = Typed.text(after) == null;
        int slash = first ? 0 : Math.max(0, after.indexOf('/'));
        LocalDate beyond = first ? null : Typed.date(after.substring(0, slash));
        Sight sight = Sight.of(caller);
        return jdbi.withHandle(h -> {
            List<Entry> found = sight.bind(
                            h.createQuery(
                                    "select * from obligation where " + sight.condition()
                                            + """
                                     and owner = :owner and starts_with(area, :area) and standing = any(:late)
                                        and (:beyond::date is null or (due, obligation_id) > (:beyond, :id))
                                    order by due, obligation_id limit :limit"""))
                    .bind("owner", owner.name())
                    .bind("area", area)
                    .bindArray("late", String.class, (Object[]) LATE)
                    .bind("beyond", beyond)
                    .bind("id", first ? "" : after.substring(slash + 1))
                    .bind("limit", limit + 1)
                    .map(Register::entry)
                    .list();
            List<Entry> page = found.subList(0, Math.min(limit, found.size()));
            ObligationRow.Writer writer = writer();
            return new Page(
                    reading.shown(h, page).stream().map(writer::row).toList(),
                    found.size() > limit
                            ? page.get(limit - 1).obligation().due() + "/"
                                    + page.get(limit - 1).obligation().obligationId()
                            : null);
        });
    }

    /** The areas of obligations, by id; what is not in the register is left out. */
    public Map<String, String> areas(Collection<String> ids) {
        return jdbi.withHandle(h -> h
                .createQuery("select obligation_id, area from obligation where obligation_id = any(?)")
                .bindArray(0, String.class, ids.toArray())
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** What an obligation is, in the words of the page. */
    public String named(String obligationId) {
        int colon = obligationId.indexOf(':');
        return writer().handoff(colon < 0 ? obligationId : obligationId.substring(0, colon));
    }

    private ObligationRow.Writer writer() {
        return new ObligationRow.Writer(desk, rulebook, day.last().orElse(null), caller.department());
    }
}
