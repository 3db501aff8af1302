package cn.liangxian.world.actor;

import cn.liangxian.world.Misdeed.Kind;
import cn.liangxian.world.population.Resident;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Somebody's hardship had ended before finance paid for him, and it is told only afterwards: what was paid on behalf goes back,
 * and the resident owes. Of some it is told who are not paid for; that changes no money.
 */
public final class EndedStatuses implements Actor {
    /** From the day on which finance paid: the end of the status before it, and its telling after it. */
    private static final int DAYS_BEFORE = 20;

    private static final int DAYS_AFTER = 5;
    private static final String MEDICAL = "MEDICAL";

    private final Surroundings around;
    private final StatusReports reports;
    private final Iterator<Resident> candidates;
    private final Map<String, Long> paid = new HashMap<>();
    private LocalDate paidFirst;
    private boolean told;

    public EndedStatuses(Surroundings around, List<Resident> residents) {
        this.around = around;
        this.reports = new StatusReports(around);
        Set<String> hardship = around.county().tiers().lowestByGroup().keySet();
        this.candidates = residents.stream()
                .filter(r -> r.registersOn() == null && r.groups().size() == 1 && hardship.containsAll(r.groups()))
                .sorted(Comparator.comparingDouble(
                        r -> around.chance().of("ended status").of(r.number()).share()))
                .iterator();
        around.topics().subscribe("subsidy-proxy-paid-v1", this::paid);
    }

    private void paid(JsonNode event) {
        if (!event.path("insurance").asText().equals(MEDICAL)) return;
        paid.put(event.path("personKey").asText(), event.path("amount").asLong());
        if (paidFirst == null) paidFirst = LocalDate.parse(event.path("on").asText());
    }

    @Override
    public void atTheDesk(LocalDate day) {
        if (told || paidFirst == null || !around.workday(day) || day.isBefore(paidFirst.plusDays(DAYS_AFTER))) return;
        told = true;
        int left = around.misbehaviour().endedStatuses();
        while (left > 0 && candidates.hasNext()) if (tell(candidates.next(), day)) left--;
    }

    /** Whether finance had paid for the resident. */
    private boolean tell(Resident resident, LocalDate day) {
        LocalDate ended = paidFirst.minusDays(DAYS_BEFORE);
        String key = reports.tell(
                resident, resident.groups().get(0), ended, ended, ended, "status-ended-" + resident.number());
        if (!paid.containsKey(key)) return false;
        around.misdeeds().did(Kind.ENDED_STATUS, day, key, paid.get(key), true);
        return true;
    }
}
