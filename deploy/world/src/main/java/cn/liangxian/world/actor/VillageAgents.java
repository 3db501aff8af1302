package cn.liangxian.world.actor;

import cn.liangxian.handoff.Insurance;
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

/** Village agents take cash against a receipt and hand it in every Friday and on the last day of payment. */
public final class VillageAgents implements Actor {
    private static final int LINES = 1000;
    private static final int TRIES = 3;

    private final Surroundings around;
    private final Diary diary;
    private final Bills bills;
    private final SpecialCases specialCases;
    private final Map<String, List<Purse>> bags = new TreeMap<>();

    private record Remittance(String village, int part, List<Purse> purses) {}

    public VillageAgents(Surroundings around, Diary diary, Bills bills, SpecialCases specialCases) {
        this.around = around;
        this.diary = diary;
        this.bills = bills;
        this.specialCases = specialCases;
    }

    @Override
    public void atTheCounter(LocalDate day) {
        LocalDate last = around.county().pay().to();
        if (day.isAfter(last)) return;
        for (Purse purse : diary.purses(day, Way.AGENT)) keep(purse);
        if (day.getDayOfWeek() != DayOfWeek.FRIDAY && !day.equals(last)) return;
        List<Remittance> remittances = new ArrayList<>();
        bags.forEach((village, bag) -> {
            for (int from = 0, part = 1; from < bag.size(); from += LINES, part++)
                remittances.add(new Remittance(
                        village, part, List.copyOf(bag.subList(from, Math.min(bag.size(), from + LINES)))));
        });
        bags.clear();
        around.crowd().each(remittances, remittance -> handIn(remittance, day));
    }

    private synchronized void keep(Purse purse) {
        bags.computeIfAbsent(purse.resident().village(), v -> new ArrayList<>()).add(purse);
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
        Map<String, Purse> byReceipt =
                remittance.purses().stream().collect(Collectors.toMap(p -> p.voucher("R"), Function.identity()));
        for (JsonNode refused : answer.json().path("refusals")) {
            Purse purse = byReceipt.get(refused.path("receiptNo").asText());
            if (purse != null) giveBack(purse, refused.path("code").asText(), day, client);
        }
    }

    private static Body body(Remittance remittance) {
        long total = 0;
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Purse purse : remittance.purses()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("idNumber", purse.resident().idNumber());
            line.put("insurance", purse.insurance().name());
            if (purse.insurance() == Insurance.PENSION) line.put("tier", purse.tierFen());
            line.put("amount", purse.fen());
            line.put("receiptNo", purse.voucher("R"));
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
            keep(purse.again());
            return;
        }
        bills.corrected(purse, client).ifPresent(this::keep);
    }
}
