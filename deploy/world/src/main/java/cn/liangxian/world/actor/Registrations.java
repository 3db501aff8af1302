package cn.liangxian.world.actor;

import cn.liangxian.handoff.Insurance;
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
        around.crowd().each(today, resident -> register(resident, day));
        sinceLastRoster |= !today.isEmpty();
    }

    boolean sinceLastRoster() {
        return sinceLastRoster;
    }

    void rosterDelivered() {
        sinceLastRoster = false;
    }

    /** At each agency whose insurance is open to the resident. */
    private void register(Resident r, LocalDate day) {
        for (Insurance insurance : Insurance.values())
            if (around.policy().eligible(insurance, r.facts(List.of()), day).eligible()) register(r, insurance);
    }

    private void register(Resident r, Insurance insurance) {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("idNumber", r.idNumber());
        person.put("name", r.name());
        person.put("insurance", insurance.name());
        person.put("village", r.village());
        person.put("household", Integer.toString(r.household()));
        person.put("registeredHere", r.registeredHere());
        person.put("residesHere", r.residesHere());
        person.put("student", r.student());
        person.put("employeeInsured", r.employeeInsured());
        person.put("insuredElsewhere", r.insuredElsewhere());
        person.put("otherPension", r.otherPension());
        person.put("pensionTier", r.pensionTierYuan() * 100L);
        String agency = insurance == Insurance.MEDICAL ? "medical-insurance" : "social-insurance";
        around.access()
                .post(
                        Service.ENROLLMENT,
                        around.access().client(agency, r.township()),
                        "/registrations",
                        "registration-" + insurance + "-" + r.number(),
                        Body.json(person))
                .orThrow("registration of resident " + r.number());
    }
}
