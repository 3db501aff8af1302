package cn.liangxian.world.actor;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.world.Misdeed.Kind;
import cn.liangxian.world.access.Answer;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.actor.Diary.Way;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Village agents take cash against a receipt and hand it in every Friday, on the last day of payment, and whenever the
 * policy lets them hold no more. A few miss the first Friday.
 */
public final class VillageAgents implements Actor {
    private static final int LINES = 1000;
    private static final int TRIES = 3;

    private final Surroundings around;
    private final Diary diary;
    private final Bills bills;
    private final SpecialCases specialCases;
    private final long most;
    private final Map<String, List<Taken>> bags = new TreeMap<>();
    private final Map<String, LocalDate> keptUntil = new TreeMap<>();

    private record Taken(Purse purse, LocalDate on) {}

    private record Remittance(String village, int part, List<Taken> taken) {}

    public VillageAgents(Surroundings around, Diary diary, Bills bills, SpecialCases specialCases) {
        this.around = around;
        this.diary = diary;
        this.bills = bills;
        this.specialCases = specialCases;
        this.most = around.policy()
                .holdingLimit()
                .map(limit -> limit.amount().amount())
                .orElse(Long.MAX_VALUE);
    }

    @Override
    public void atTheCounter(LocalDate day) {
        LocalDate last = around.county().pay().to();
        if (day.isAfter(last)) return;
        for (Purse purse : diary.purses(day, Way.AGENT)) keep(purse, day);
        boolean friday = day.getDayOfWeek() == DayOfWeek.FRIDAY;
        List<Remittance> remittances = new ArrayList<>();
        bags.forEach((village, bag) -> {
            if (bag.isEmpty() || (day.isBefore(last) && day.isBefore(keptUntil.getOrDefault(village, day)))) return;
            boolean full = bag.stream().mapToLong(taken -> taken.purse().fen()).sum() > most;
            if (day.equals(last) || full || (friday && !keeps(village, bag, day)))
                remittances.addAll(parts(village, bag));
        });
        remittances.forEach(remittance -> bags.remove(remittance.village()));
        around.crowd().each(remittances, remittance -> handIn(remittance, day));
    }

    private static List<Remittance> parts(String village, List<Taken> bag) {
        List<Remittance> parts = new ArrayList<>();
        for (int from = 0, part = 1; from < bag.size(); from += LINES, part++)
            parts.add(
                    new Remittance(village, part, List.copyOf(bag.subList(from, Math.min(bag.size(), from + LINES)))));
        return parts;
    }

    /** The money of the first week stays in the bag until the second Friday, however much it becomes. */
    private boolean keeps(String village, List<Taken> bag, LocalDate day) {
        boolean early = bag.stream().anyMatch(taken -> taken.on().isBefore(day));
        if (!early
                || keptUntil.size() >= around.misbehaviour().cashRetained()
                || keptUntil.putIfAbsent(village, day.plusWeeks(1)) != null) return false;
        long fen = bag.stream().mapToLong(taken -> taken.purse().fen()).sum();
        around.misdeeds().did(Kind.CASH_RETAINED, day, village, fen, true);
        return true;
    }

    private synchronized void keep(Purse purse, LocalDate day) {
        bags.computeIfAbsent(purse.resident().village(), v -> new ArrayList<>()).add(new Taken(purse, day));
    }

    private void handIn(Remittance remittance, LocalDate day) {
        String client = around.access().client("village", remittance.village().substring(0, 9));
        Answer answer = around.access()
                .post(
                        Service.COLLECTION,
                        client,
                        "/remittances",
                        "remittance-" + remittance.village() + "-" + day + "-" + remittance.part(),
                        body(remittance))
                .orThrow("remittance of " + remittance.village());
        Map<String, Purse> byReceipt = remittance.taken().stream()
                .map(Taken::purse)
                .collect(Collectors.toMap(p -> p.voucher("R"), Function.identity()));
        for (JsonNode refused : answer.json().path("refusals")) {
            Purse purse = byReceipt.get(refused.path("receiptNo").asText());
            if (purse != null) giveBack(purse, refused.path("code").asText(), day, client);
        }
    }

    private static Body body(Remittance remittance) {
        long total = 0;
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Taken taken : remittance.taken()) {
            Purse purse = taken.purse();
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("idNumber", purse.resident().idNumber());
            line.put("insurance", purse.insurance().name());
            if (purse.insurance() == Insurance.PENSION) line.put("tier", purse.tierFen());
            line.put("amount", purse.fen());
            line.put("receiptNo", purse.voucher("R"));
            line.put("receivedOn", taken.on().toString());
            lines.add(line);
            total += purse.fen();
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("village", remittance.village());
        body.put("agent", AgentRegistrations.numberOf(remittance.village()));
        body.put("declaredCount", lines.size());
        body.put("declaredTotal", total);
        body.put("lines", lines);
        return Body.json(body);
    }

    /** The cash goes back; with what the office says is owed, the resident comes to the next remittance. */
    private void giveBack(Purse purse, String why, LocalDate day, String client) {
        if (purse.tries() >= TRIES) return;
        if (why.equals(SpecialCases.REFUSAL)) {
            specialCases.ask(purse, day, client);
            keep(purse.again(), day);
            return;
        }
        bills.corrected(purse, client).ifPresent(corrected -> keep(corrected, day));
    }
}
