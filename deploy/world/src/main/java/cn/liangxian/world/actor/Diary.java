package cn.liangxian.world.actor;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Assessment;
import cn.liangxian.policy.Channel;
import cn.liangxian.world.population.Chance;
import cn.liangxian.world.population.Resident;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who pays on which day, by which way, as the residents' habits and the notice's waiting for birthdays have it. */
public final class Diary {
    private final Surroundings around;
    private final String agents;
    private final Records records;
    private final Map<LocalDate, List<Intent>> days = new HashMap<>();

    /** How a resident hands over money. */
    enum Way {
        CHANNEL,
        AGENT,
        CASH,
        DEBIT
    }

    private static final int OLD = 60;

    private record Intent(Resident resident, Insurance insurance) {}

    /** @param sponsored numbers of residents whose medical contribution somebody else pays */
    public Diary(Surroundings around, Records records, List<Resident> residents, Set<Integer> sponsored) {
        this.around = around;
        this.agents = around.county().agentChannel();
        this.records = records;
        for (Resident resident : residents) {
            if (!resident.habit().pays() || way(resident) == Way.DEBIT) continue;
            for (Insurance insurance : Insurance.values()) {
                if (insurance == Insurance.MEDICAL && sponsored.contains(resident.number())) continue;
                intend(resident.habit().day(), new Intent(resident, insurance));
            }
        }
    }

    private void intend(LocalDate day, Intent intent) {
        days.computeIfAbsent(day, d -> new ArrayList<>()).add(intent);
    }

    Way way(Resident resident) {
        String channel = resident.habit().channel();
        if (channel.equals(agents)) return Way.AGENT;
        if (channel.equals(around.county().debitChannel())) return Way.DEBIT;
        boolean cash = channel.equals(CashVillages.CHANNEL)
                && around.policy().deadline(CashVillages.LEDGER).isPresent()
                && resident.registersOn() == null
                && resident.birth().plusYears(OLD).isBefore(around.county().start())
                && resident.habit().pays()
                && !resident.habit().day().isAfter(around.county().end());
        return cash ? Way.CASH : Way.CHANNEL;
    }

    /** What residents who pay in this way bring on this day. */
    List<Purse> purses(LocalDate day, Way way) {
        List<Purse> purses = new ArrayList<>();
        for (Intent intent : days.getOrDefault(day, List.of())) {
            if (way(intent.resident()) == way) purse(intent, day).ifPresent(purses::add);
        }
        return purses;
    }

    /** Empty when nothing is owed, or when the notice asks to wait for a birthday: then the resident comes again on it. */
    private Optional<Purse> purse(Intent intent, LocalDate day) {
        Resident resident = intent.resident();
        Assessment assessment =
                records.assess(resident, intent.insurance(), day).orElse(null);
        if (assessment == null || assessment.self().isZero()) return Optional.empty();
        Optional<LocalDate> hold =
                records.hold(resident, intent.insurance(), resident.habit().channel(), day);
        if (hold.isPresent() && hold.get().isAfter(day)) {
            intend(hold.get(), intent);
            return Optional.empty();
        }
        return Optional.of(new Purse(
                resident,
                intent.insurance(),
                assessment.due().amount(),
                assessment.self().amount(),
                assessment.proxy().isZero(),
                0));
    }

    /** Another channel that is open on the day. */
    Optional<String> otherChannel(Resident resident, LocalDate day, Chance die) {
        List<Channel> open = around.county().channels().stream()
                .filter(c -> c.online()
                        && c.openOn(day)
                        && !c.code().equals(resident.habit().channel()))
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(open.get(die.below(open.size())).code());
    }
}
