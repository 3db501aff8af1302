package cn.liangxian.world.actor;

import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.population.Resident;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Newborns, and those whom the police left out, come to the agency and are registered. */
public final class Registrations implements Actor {
    private final Surroundings around;
    private final List<Resident> latecomers;
    private boolean sinceLastRoster;

    public Registrations(Surroundings around, List<Resident> residents) {
        this.around = around;
        latecomers = residents.stream().filter(r -> r.registersOn() != null).toList();
    }

    @Override
    public void atTheDesk(LocalDate day) {
        List<Resident> today =
                latecomers.stream().filter(r -> day.equals(r.registersOn())).toList();
        around.crowd().each(today, this::register);
        sinceLastRoster |= !today.isEmpty();
    }

    boolean sinceLastRoster() {
        return sinceLastRoster;
    }

    void rosterDelivered() {
        sinceLastRoster = false;
    }

    private void register(Resident r) {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("idNumber", r.idNumber());
        person.put("name", r.name());
        person.put("household", Integer.toString(r.household()));
        person.put("village", r.village());
        person.put("registeredHere", r.registeredHere());
        person.put("residesHere", r.residesHere());
        person.put("student", r.student());
        person.put("employeeInsured", r.employeeInsured());
        person.put("insuredElsewhere", r.insuredElsewhere());
        person.put("otherPension", r.otherPension());
        person.put("pensionTier", r.pensionTierYuan());
        around.access()
                .post(
                        Service.ENROLLMENT,
                        around.access().client("medical-insurance", r.township()),
                        "/registrations",
                        "registration-" + r.number(),
                        Body.json(person))
                .orThrow("registration of resident " + r.number());
    }
}
