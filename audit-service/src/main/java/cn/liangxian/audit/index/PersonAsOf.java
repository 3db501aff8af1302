package cn.liangxian.audit.index;

import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A person at the end of any day: what had been handed over by then, and how the person stood. */
@ApplicationScoped
class PersonAsOf {

    private static final int MOST = 500;
    private final EventSheet sheet;
    private final RosterLines rosters;
    private final BusinessDay today;
    private final Policy policy;

    PersonAsOf(EventSheet sheet, RosterLines rosters, BusinessDay today, Policy policy) {
        this.sheet = sheet;
        this.rosters = rosters;
        this.today = today;
        this.policy = policy;
    }

    /**
     * What is known of the person.
     *
     * @param events until the day, and {@code lines} of rosters; {@code inAll} so many of both, later ones too
     * @param complete false when there are more than are looked at
     */
    record Found(
            LocalDate on,
            PersonState state,
            List<EventsResource.Event> events,
            List<EventsResource.Event> lines,
            int inAll,
            boolean complete) {}

    /**
     * Nothing, where no event and no line names the key.
     *
     * @param on null for the open business date
     */
    Optional<Found> of(String key, LocalDate on) {
        LocalDate day = on != null ? on : today.last().orElse(policy.campaign().start());
        List<EventsResource.Event> all = sheet.about(key, null, MOST + 1);
        RosterLines.Found named = rosters.naming(key);
        if (all.isEmpty() && named.lines().isEmpty()) {
            return Optional.empty();
        }
        List<EventsResource.Event> events = all.subList(0, Math.min(all.size(), MOST));
        List<EventsResource.Event> until =
                events.stream().filter(event -> until(event, day)).toList();
        List<EventsResource.Event> lines = named.lines().stream()
                .map(RosterLines.Line::event)
                .filter(event -> until(event, day))
                .toList();
        PersonState state = PersonState.of(
                named.lines().stream()
                        .filter(line -> line.holds(day))
                        .map(RosterLines.Line::says)
                        .toList(),
                until);
        return Optional.of(new Found(
                day,
                state,
                until,
                lines,
                events.size() + named.lines().size(),
                all.size() <= MOST && named.complete()));
    }

    private static boolean until(EventsResource.Event event, LocalDate day) {
        return event.businessDate() != null && !event.businessDate().isAfter(day);
    }
}
