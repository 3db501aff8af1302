package cn.liangxian.world.actor;

import cn.liangxian.world.access.Answer;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is owed for each month and insurance where a notice asks for it: the treasury states the month on the second
 * working day, and again when it has restated one of its days; the agency reports its income on the day after, and names
 * what entered the treasury too late to reach its account within the month.
 */
public final class MonthEnds implements Actor {
    private static final String STATEMENT = "reconciliation-treasury-statement-issued";

    private final Surroundings around;
    private final Treasury treasury;
    /** Working days that have begun since the month ended. */
    private final Map<Month, Integer> over = new TreeMap<>();

    private final Map<Month, List<Long>> stated = new TreeMap<>();
    private final List<Month> owed = new ArrayList<>();

    private record Month(YearMonth month, String insurance) implements Comparable<Month> {
        @Override
        public int compareTo(Month other) {
            int byMonth = month.compareTo(other.month);
            return byMonth == 0 ? insurance.compareTo(other.insurance) : byMonth;
        }
    }

    public MonthEnds(Surroundings around, Treasury treasury) {
        this.around = around;
        this.treasury = treasury;
        around.topics().subscribe("audit-deadline-opened-v1", this::note);
    }

    private void note(JsonNode opened) {
        JsonNode obligation = opened.path("obligation");
        if (!obligation.path("handoff").asText().equals(STATEMENT)) return;
        JsonNode scope = obligation.path("scope");
        owed.add(new Month(
                YearMonth.parse(scope.path("month").asText()),
                scope.path("insurance").asText()));
    }

    @Override
    public void atTheDesk(LocalDate day) {
        if (!around.workday(day)) return;
        owed.stream().filter(m -> m.month().atEndOfMonth().isBefore(day)).forEach(m -> over.merge(m, 1, Integer::sum));
        over.forEach((month, days) -> {
            if (days == 3) report(month);
        });
        over.forEach((month, days) -> {
            long total = treasury.total(month.month(), month.insurance());
            List<Long> before = stated.computeIfAbsent(month, m -> new ArrayList<>());
            if (days >= 2 && (before.isEmpty() || before.get(before.size() - 1) != total)) state(month, total, before);
        });
    }

    private void state(Month month, long total, List<Long> before) {
        before.add(total);
        post(
                "treasury",
                month,
                "statement",
                before.size(),
                Map.of(
                        "insurance",
                        month.insurance(),
                        "version",
                        before.size(),
                        "account",
                        month.insurance(),
                        "entries",
                        treasury.entries(month.month(), month.insurance()),
                        "total",
                        total));
    }

    private void report(Month month) {
        List<Long> totals = stated.get(month);
        long inTransit = treasury.total(month.month().atEndOfMonth(), month.insurance());
        Map<String, Object> reason = Map.of("cause", "IN_TRANSIT", "amount", -inTransit);
        post(
                month.insurance().equals("MEDICAL") ? "medical-insurance" : "social-insurance",
                month,
                "agency-report",
                1,
                Map.of(
                        "version",
                        1,
                        "income",
                        totals.get(totals.size() - 1) - inTransit,
                        "reasons",
                        inTransit == 0 ? List.of() : List.of(reason)));
    }

    private Answer post(String department, Month month, String what, int version, Map<String, Object> body) {
        return around.access()
                .post(
                        Service.RECONCILIATION,
                        around.access().client(department, around.county().code()),
                        "/months/" + month.month() + "/" + what,
                        what + "-" + month.month() + "-" + month.insurance() + "-" + version,
                        Body.json(body))
                .orThrow(what + " of " + month);
    }
}
