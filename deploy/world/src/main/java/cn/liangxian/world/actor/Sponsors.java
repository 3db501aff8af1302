package cn.liangxian.world.actor;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Assessment;
import cn.liangxian.policy.Schedule;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.population.Chance;
import cn.liangxian.world.population.Resident;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Village collectives, and employers, that pay the medical contribution of some residents. A village pays for an aged resident on the
 * very day on which public money is applied for: then that money is not needed any more and goes back.
 */
public final class Sponsors implements Actor {
    private static final double SPONSORED = 0.004;
    private static final double WAIT = 0.85;
    private static final double EMPLOYER = 0.3;
    private static final int DAYS_INTO_PAYMENT = 25;

    private final Surroundings around;
    private final Records records;
    private final Bills bills;
    private final List<Resident> sponsored;
    private final LocalDate paysOn;
    private final List<Resident> residents;
    private final List<LocalDate> onBehalfRuns;

    public Sponsors(Surroundings around, Records records, Bills bills, List<Resident> residents) {
        this.around = around;
        this.records = records;
        this.bills = bills;
        this.residents = residents;
        Schedule runs = around.policy().schedules().get("on-behalf.runs");
        onBehalfRuns = runs == null ? List.of() : runs.dates();
        Chance die = around.chance().of("sponsored");
        sponsored = residents.stream()
                .filter(r -> r.registersOn() == null && r.groups().isEmpty())
                .filter(r -> die.of(r.number()).happens(SPONSORED))
                .toList();
        paysOn = around.nextWorkday(around.county().pay().from().plusDays(DAYS_INTO_PAYMENT));
    }

    /** Numbers of the residents who leave their medical contribution to the village; some do not wait for it and pay. */
    public Set<Integer> numbers() {
        Chance die = around.chance().of("waits for sponsor");
        return sponsored.stream()
                .map(Resident::number)
                .filter(number -> die.of(number).happens(WAIT))
                .collect(Collectors.toSet());
    }

    @Override
    public void atTheCounter(LocalDate day) {
        if (!onBehalfRuns.isEmpty() && day.equals(onBehalfRuns.get(0))) payBesidePublicMoney(day);
        if (!day.equals(paysOn)) return;
        Map<String, List<Resident>> villages =
                sponsored.stream().collect(Collectors.groupingBy(Resident::village, TreeMap::new, Collectors.toList()));
        around.crowd().each(List.copyOf(villages.entrySet()), e -> pay(e.getKey(), e.getValue(), day));
    }

    private void pay(String village, List<Resident> residents, LocalDate day) {
        boolean employer = around.chance().of("employer").of(village.hashCode()).happens(EMPLOYER);
        String client = employer
                ? around.access().client("sponsor", around.county().code())
                : around.access().client("village", village.substring(0, 9));
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Resident resident : residents) {
            Assessment assessment =
                    records.assess(resident, Insurance.MEDICAL, day).orElse(null);
            if (assessment != null && assessment.proxy().isZero()) add(lines, resident, assessment, client);
        }
        post(client, (employer ? "用人单位 " : "村集体 ") + village, village, lines);
    }

    private void payBesidePublicMoney(LocalDate day) {
        for (Resident resident : residents) {
            Assessment assessment = resident.registersOn() == null
                    ? records.assess(resident, Insurance.MEDICAL, day).orElse(null)
                    : null;
            if (assessment == null || !assessment.proxy().equals(assessment.due())) continue;
            String client = around.access().client("village", resident.village().substring(0, 9));
            List<Map<String, Object>> lines = new ArrayList<>();
            add(lines, resident, assessment, client);
            post(client, "村集体 " + resident.village(), resident.village() + "-" + day, lines);
            return;
        }
    }

    private void add(List<Map<String, Object>> lines, Resident resident, Assessment assessment, String client) {
        bills.personKey(resident.idNumber(), client)
                .ifPresent(key -> lines.add(Map.of(
                        "personKey",
                        key,
                        "insurance",
                        Insurance.MEDICAL.name(),
                        "amount",
                        assessment.due().amount())));
    }

    private void post(String client, String sponsor, String occasion, List<Map<String, Object>> lines) {
        if (lines.isEmpty()) return;
        around.access()
                .post(
                        Service.SUBSIDY,
                        client,
                        "/sponsorships",
                        "sponsorship-" + occasion,
                        Body.json(Map.of("sponsor", sponsor, "lines", lines)))
                .orThrow("sponsorship of " + sponsor);
    }
}
