package cn.liangxian.world.actor;

import cn.liangxian.policy.Deadline.Per;
import cn.liangxian.policy.Township;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.population.Resident;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Public security: hands over the households of each township early on; where the notice asks for it each quarter, also when
 * a quarter has ended, when nothing has changed.
 */
public final class Police implements Actor {
    private final Surroundings around;
    private final List<Resident> residents;
    private static final String HOUSEHOLDS = "enrollment-households-updated";

    private final LocalDate feedOn;
    private LocalDate next;

    public Police(Surroundings around, List<Resident> residents) {
        this.around = around;
        this.residents = residents;
        feedOn = around.nextWorkday(around.county().asOf().plusDays(2));
        next = afterQuarter(feedOn);
    }

    @Override
    public void atTheDesk(LocalDate day) {
        if (day.equals(feedOn)) around.crowd().each(around.county().townships(), township -> feed(township, day));
        boolean quarterly = around.policy()
                .deadline(HOUSEHOLDS)
                .filter(deadline -> deadline.per().contains(Per.QUARTER))
                .isPresent();
        if (quarterly && !day.isBefore(next) && around.workday(day)) {
            around.crowd().each(around.county().townships(), township -> post(township, day, HouseholdRow.HEADER, 0));
            next = afterQuarter(day);
        }
    }

    /** The second day after the quarter in which the day lies. */
    private static LocalDate afterQuarter(LocalDate day) {
        LocalDate quarter = day.with(day.getMonth().firstMonthOfQuarter()).withDayOfMonth(1);
        return quarter.plusMonths(3).plusDays(1);
    }

    private void feed(Township township, LocalDate day) {
        StringBuilder rows = new StringBuilder(HouseholdRow.HEADER);
        int count = 0;
        for (Resident resident : residents) {
            if (!resident.township().equals(township.code()) || resident.registersOn() != null) continue;
            rows.append(HouseholdRow.of(resident));
            count++;
        }
        post(township, day, rows.toString(), count);
    }

    private void post(Township township, LocalDate day, String rows, int count) {
        around.access()
                .post(
                        Service.ENROLLMENT,
                        around.access().client("public-security", township.code()),
                        "/households?area=" + township.code(),
                        "households-" + township.code() + "-" + day,
                        Body.text("text/csv", rows, Map.of("X-Declared-Count", Integer.toString(count))))
                .orThrow("household feed of " + township.code());
    }
}
