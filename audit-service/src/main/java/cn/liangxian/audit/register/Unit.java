package cn.liangxian.audit.register;

import static cn.liangxian.policy.Deadline.Per.DAY;
import static cn.liangxian.policy.Deadline.Per.TOWNSHIP;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.policy.Category;
import cn.liangxian.policy.Deadline.Per;
import cn.liangxian.policy.Jurisdiction;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Township;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One of the units that a handoff is owed per: what it is called in a scope, and where its values come from. */
record Unit(Per per, String name) {

    private static final int TOWNSHIP_DIGITS = 9;

    /** A list is told apart by its category where the handoff has one, else by its id. */
    static Unit of(Per per, Class<? extends Handoff> type) {
        return new Unit(
                per,
                switch (per) {
                    case DEPARTMENT -> "department";
                    case TOWNSHIP -> "township";
                    case VILLAGE -> "village";
                    case INSURANCE -> "insurance";
                    case PERSON -> "personKey";
                    case LIST -> Components.of(type).contains("category") ? "category" : "listId";
                    case DAY -> "date";
                    case WEEK -> "week";
                    case MONTH -> "month";
                    case QUARTER -> "quarter";
                    case YEAR -> "year";
                });
    }

    boolean ofCalendar() {
        return switch (per) {
            case DAY, WEEK, MONTH, QUARTER, YEAR -> true;
            default -> false;
        };
    }

    /** Whether the handoff itself says which one it is for. */
    boolean saidBy(Class<? extends Handoff> type) {
        Set<String> fields = Components.of(type);
        return fields.contains(name) || (per == TOWNSHIP && fields.contains("area")) || (ofCalendar() && per != DAY);
    }

    /** Which ones the handoff is for: a list of the whole county is for each of its townships. */
    List<String> saidBy(Handoff handoff, LocalDate businessDate, Policy policy) {
        String value = Components.text(handoff, name);
        if (value != null) {
            return List.of(value);
        }
        if (per == TOWNSHIP) {
            String area = Components.text(handoff, "area");
            if (area == null || area.length() >= TOWNSHIP_DIGITS) {
                return area == null ? List.of() : List.of(area.substring(0, TOWNSHIP_DIGITS));
            }
            return townships(policy, businessDate).stream()
                    .filter(t -> t.startsWith(area))
                    .toList();
        }
        return ofCalendar() && businessDate != null ? List.of(period(businessDate)) : List.of();
    }

    /** All there are in the county on a day; none where only another handoff can say. */
    List<String> all(Policy policy, List<Department> senders, Map<String, String> scope, LocalDate day) {
        return switch (per) {
            case DEPARTMENT -> senders.stream().map(Department::name).toList();
            case TOWNSHIP -> townships(policy, day);
            case INSURANCE -> policy.insurances().stream().map(Enum::name).toList();
            case LIST -> name.equals("category") ? categories(policy, scope.get("department")) : List.of();
            case VILLAGE, PERSON -> List.of();
            case DAY, WEEK, MONTH, QUARTER, YEAR -> List.of(period(day));
        };
    }

    private static List<String> categories(Policy policy, String department) {
        return policy.categories().stream()
                .filter(c -> department == null || c.listedBy().contains(Department.valueOf(department)))
                .map(Category::code)
                .toList();
    }

    /** Those that there are on the day; all that ever are where no day is known. */
    private static List<String> townships(Policy policy, LocalDate day) {
        Jurisdiction county = policy.jurisdiction();
        return (day == null ? county.townships() : county.townships(day))
                .stream().map(Township::code).toList();
    }

    /** A period bears the name of its first day; months, quarters and years their usual ones. */
    String period(LocalDate day) {
        return switch (per) {
            case WEEK ->
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
            case MONTH -> day.toString().substring(0, 7);
            case QUARTER -> day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> Integer.toString(day.getYear());
            default -> day.toString();
        };
    }
}
