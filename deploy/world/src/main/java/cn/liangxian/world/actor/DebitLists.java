package cn.liangxian.world.actor;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Assessment;
import cn.liangxian.world.access.Answer;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.actor.DebitAccounts.Account;
import cn.liangxian.world.population.Chance;
import cn.liangxian.world.population.Resident;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Townships find out who can be debited and return their debit list some days after the payable roster came; tax sets the
 * amounts; a few residents wish another tier, and the township applies for it while the notice lets it.
 */
public final class DebitLists implements Actor {
    private static final double WISHES_OTHER_TIER = 0.03;

    private final Surroundings around;
    private final Records records;
    private final Bills bills;
    private final DebitAccounts accounts;
    private final Map<String, List<Resident>> residents = new HashMap<>();
    private final List<String> issued = new ArrayList<>();
    private final List<JsonNode> returned = new ArrayList<>();
    private final List<String> set = new ArrayList<>();
    /** The list of a township that waits for its amounts: a corrected one replaces it, and they are set once. */
    private final Map<String, String> waiting = new TreeMap<>();

    private final Map<LocalDate, List<String>> returns = new TreeMap<>();
    private final Map<LocalDate, List<String>> settings = new TreeMap<>();
    private final Map<LocalDate, List<Purse>> changes = new TreeMap<>();
    private final Map<String, List<Purse>> debitable = new HashMap<>();
    private final Specialists specialists;
    /** By township, until it has applied for a change or said that there is none. */
    private final Map<String, JsonNode> changesOwed = new TreeMap<>();

    public DebitLists(
            Surroundings around, Records records, Bills bills, DebitAccounts accounts, List<Resident> residents) {
        this.around = around;
        this.records = records;
        this.bills = bills;
        this.accounts = accounts;
        for (Resident resident : residents)
            this.residents
                    .computeIfAbsent(resident.township(), t -> new ArrayList<>())
                    .add(resident);
        around.topics()
                .subscribe(
                        "collection-payable-roster-issued-v1",
                        e -> issued.add(e.path("township").asText()));
        around.topics().subscribe("audit-deadline-opened-v1", e -> {
            JsonNode owed = e.path("obligation");
            if (owed.path("handoff").asText().equals("collection-amount-change-applied"))
                changesOwed.put(owed.path("area").asText(), owed);
        });
        around.topics()
                .subscribe(
                        "collection-amount-change-applied-v1",
                        e -> changesOwed.remove(e.path("township").asText()));
        specialists = new Specialists(around.topics());
        around.topics().subscribe("collection-debit-list-returned-v1", returned::add);
        around.topics()
                .subscribe(
                        "collection-amounts-set-v1",
                        e -> set.add(e.path("township").asText()));
    }

    @Override
    public void atTheDesk(LocalDate day) {
        if (around.policy().debit().isEmpty()) return;
        for (String township : issued) later(returns, day.plusDays(die(township).between(4, 8)), township);
        issued.clear();
        for (JsonNode list : returned) {
            waiting.put(list.path("township").asText(), list.path("listId").asText());
            int wait = die(list.path("township").asText()).of("set").between(1, 3);
            later(settings, day.plusDays(wait), list.path("listId").asText());
        }
        returned.clear();
        set.forEach(township -> plan(township, day));
        waiting.keySet().removeAll(set);
        set.clear();
        around.crowd().each(due(returns, day), this::returnList);
        List<String> settable =
                due(settings, day).stream().filter(waiting::containsValue).toList();
        around.crowd().each(settable, this::set);
        around.crowd().each(due(changes, day), wished -> change(wished, day));
        List<JsonNode> none = changesOwed.values().stream()
                .filter(owed -> day.toString().equals(owed.path("due").asText()))
                .toList();
        around.crowd().each(none, this::confirmNone);
    }

    private void confirmNone(JsonNode owed) {
        String id = owed.path("obligationId").asText();
        around.access()
                .post(
                        Service.AUDIT,
                        around.access().client("township", owed.path("area").asText()),
                        "/zero-confirmations",
                        "zero-" + id,
                        Body.json(Map.of("obligationId", id, "reason", "无居民变更应缴费额")))
                .orThrow("word that no amount changes");
    }

    private Chance die(String township) {
        return around.chance().of("debit list").of(township);
    }

    private static <T> void later(Map<LocalDate, List<T>> days, LocalDate day, T what) {
        days.computeIfAbsent(day, d -> new ArrayList<>()).add(what);
    }

    private static <T> List<T> due(Map<LocalDate, List<T>> days, LocalDate day) {
        List<T> due = days.remove(day);
        return due == null ? List.of() : due;
    }

    private void returnList(String township) {
        String client = around.access().client("township", township);
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Purse> purses = new ArrayList<>();
        for (Resident resident : residents.getOrDefault(township, List.of())) {
            Account account = accounts.of(resident);
            if (account != null && account.signed()) {
                JsonNode bill = bills.of(resident.idNumber(), client);
                accounts.knownAs(bill.path("personKey").asText(), account);
                for (Insurance insurance : Insurance.values())
                    Bills.corrected(wish(resident, insurance), bill).ifPresent(purse -> {
                        purses.add(purse);
                        rows.add(row(purse));
                    });
            } else {
                for (Insurance insurance : Insurance.values())
                    if (owes(resident, insurance)) rows.add(cannot(resident, insurance));
            }
        }
        synchronized (debitable) {
            debitable.put(township, purses);
        }
        if (!rows.isEmpty()) send(township, client, rows);
    }

    private static Purse wish(Resident resident, Insurance insurance) {
        return new Purse(resident, insurance, resident.pensionTierYuan() * 100L, 0, false, 0);
    }

    private boolean owes(Resident resident, Insurance insurance) {
        if (resident.registersOn() != null) return false;
        Assessment assessment =
                records.assess(resident, insurance, around.county().start()).orElse(null);
        return assessment != null && !assessment.self().isZero();
    }

    private static Map<String, Object> row(Purse purse) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("idNumber", purse.resident().idNumber());
        row.put("insurance", purse.insurance().name());
        if (purse.insurance() == Insurance.PENSION) row.put("tier", purse.tierFen());
        row.put("amount", purse.fen());
        return row;
    }

    private static Map<String, Object> cannot(Resident resident, Insurance insurance) {
        return Map.of("idNumber", resident.idNumber(), "insurance", insurance.name(), "reason", "未签订扣款协议");
    }

    private void send(String township, String client, List<Map<String, Object>> rows) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("township", township);
        body.put("declaredCount", rows.size());
        body.put("categories", "城乡居民");
        body.put("signedBy", "乡镇主要领导");
        body.put("sealed", true);
        body.put("rows", rows);
        around.access()
                .post(Service.COLLECTION, client, "/debit-lists", "debit-list-" + township, Body.json(body))
                .orThrow("debit list of " + township);
    }

    private void set(String listId) {
        around.access()
                .post(
                        Service.COLLECTION,
                        around.access().client("tax", around.county().code()),
                        "/debit-lists/" + listId + "/amounts",
                        "amounts-" + listId,
                        Body.json(Map.of()))
                .orThrow("amounts of a debit list");
    }

    private void plan(String township, LocalDate day) {
        List<Integer> tiers = around.county().tiers().common();
        for (Purse purse : debitable.getOrDefault(township, List.of())) {
            Chance die = around.chance().of("other tier").of(purse.resident().number());
            if (purse.insurance() != Insurance.PENSION || !die.happens(WISHES_OTHER_TIER)) continue;
            long tier = tiers.get(die.of("which").below(tiers.size())) * 100L;
            later(
                    changes,
                    day.plusDays(die.of("day").between(1, 3)),
                    new Purse(purse.resident(), purse.insurance(), tier, purse.fen(), false, 0));
        }
    }

    private void change(Purse wished, LocalDate day) {
        String client = around.access().client("township", wished.resident().township());
        Purse owed = bills.corrected(wished, client).orElse(null);
        if (owed == null || owed.tierFen() != wished.tierFen() || owed.fen() == wished.fen()) return;
        Map<String, Object> body = row(owed);
        body.put("reason", "居民变更缴费档次");
        specialists.of(owed.resident().township(), day).ifPresent(person -> body.put("specialist", person));
        Answer answer = around.access()
                .post(
                        Service.COLLECTION,
                        client,
                        "/amount-changes",
                        "amount-change-" + owed.resident().number(),
                        Body.json(body));
        answer.orThrow("amount change of resident " + owed.resident().number());
    }
}
