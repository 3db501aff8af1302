package cn.liangxian.world.actor;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Schedule;
import cn.liangxian.world.access.Answer;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * The agencies deliver their rosters to tax: all who are eligible when the notice wants it, and on Fridays of the campaign
 * those who registered since. Where the notice wants something of residents long before, tax has them on a roster by then,
 * and whoever came since follows in time. An agency sees to it that tax has accepted what it delivered.
 */
public final class Rosters implements Actor {
    private static final String HANDOFF = "enrollment-roster-delivered";
    private static final int FIRST_AFTER_START = 9;
    private static final int BEFORE_AGREEMENTS = 3;

    private final Surroundings around;
    private final Registrations registrations;
    private final WrongNames names;
    private final LocalDate first;
    private final LocalDate whole;

    public Rosters(Surroundings around, Registrations registrations, WrongNames names) {
        this.around = around;
        this.registrations = registrations;
        this.names = names;
        LocalDate start = around.county().start();
        whole = around.policy()
                .deadline(HANDOFF)
                .map(deadline -> deadline.rule().due(around.policy().anchors()))
                .orElse(around.nextWorkday(start.plusDays(FIRST_AFTER_START)));
        Schedule agreements = around.policy().schedules().get(AgreementSigners.SCHEDULE);
        first = agreements == null
                ? whole
                : around.nextWorkday(agreements.dates().get(0).minusDays(BEFORE_AGREEMENTS));
    }

    @Override
    public void atTheDesk(LocalDate day) {
        boolean additional = day.isAfter(whole)
                && !day.isAfter(around.county().end())
                && day.getDayOfWeek() == DayOfWeek.FRIDAY
                && registrations.sinceLastRoster();
        if (!day.equals(first) && !day.equals(whole) && !additional) return;
        deliver(Insurance.MEDICAL, "medical-insurance", day);
        names.betweenTheRosters(day);
        deliver(Insurance.PENSION, "social-insurance", day);
        names.afterTheRosters(day);
        registrations.rosterDelivered();
    }

    private void deliver(Insurance insurance, String agency, LocalDate day) {
        String client = around.access().client(agency, around.county().code());
        Answer answer = around.access()
                .post(
                        Service.ENROLLMENT,
                        client,
                        "/rosters",
                        "roster-" + insurance + "-" + day,
                        Body.json(Map.of("insurance", insurance.name(), "sealedBy", "经办机构")));
        if (answer.code().equals("nobody-to-list")) return;
        String roster = answer.orThrow("roster of " + insurance)
                .json()
                .required("rosterId")
                .asText();
        around.access().awaitField(Service.ENROLLMENT, client, "/rosters/" + roster, "state", Set.of("ACCEPTED"));
    }
}
