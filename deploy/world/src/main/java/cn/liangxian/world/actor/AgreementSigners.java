package cn.liangxian.world.actor;

import cn.liangxian.policy.Schedule;
import cn.liangxian.policy.Township;
import cn.liangxian.world.access.Answer;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.actor.DebitAccounts.Account;
import cn.liangxian.world.population.Chance;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Agreements of payer and bank. Some residents have signed before tax tells the townships who has not, most of the others
 * in the weeks after, a few shortly before the campaign. Townships name those whose card changed, tax voids their
 * agreements, and they sign anew; so it goes on all year with whoever cannot be debited.
 */
public final class AgreementSigners implements Actor {
    /** Of the policy: when tax tells the townships who has no agreement. */
    static final String SCHEDULE = "agreements.missing";

    private static final int RENEWALS_AFTER_DAYS = 30;
    private static final double CHANGES_CARD = 0.03;

    private final Surroundings around;
    private final DebitAccounts accounts;
    private final Map<LocalDate, List<Account>> signings = new TreeMap<>();
    private final Map<LocalDate, List<Account>> renewals = new TreeMap<>();
    private final Map<LocalDate, List<Township>> voidings = new TreeMap<>();
    /** Once a year every township says whose card changed, or that nobody's did. */
    private final List<LocalDate> yearly;

    public AgreementSigners(Surroundings around, DebitAccounts accounts) {
        this.around = around;
        this.accounts = accounts;
        LocalDate start = around.county().start();
        Schedule schedule = around.policy().schedules().get(SCHEDULE);
        LocalDate told =
                schedule == null ? start.minusDays(60) : schedule.dates().get(0);
        yearly = (schedule == null ? List.of(told) : schedule.dates())
                .stream()
                        .map(day -> around.nextWorkday(day.plusDays(RENEWALS_AFTER_DAYS)))
                        .toList();
        yearly.forEach(day -> renewals.put(day, new ArrayList<>()));
        LocalDate first = yearly.get(0);
        for (Account account : accounts.all()) {
            Chance die = around.chance().of("agreement").of(account.resident().number());
            LocalDate day =
                    switch (die.of("when").weighted(45, 45, 10)) {
                        case 0 -> told.minusDays(die.of("day").between(1, 6));
                        case 1 -> told.plusDays(die.of("day").between(1, 30));
                        default -> start.minusDays(die.of("day").between(12, 40));
                    };
            later(signings, day, account);
            if (day.isBefore(first) && die.of("card").happens(CHANGES_CARD)) later(renewals, first, account);
        }
    }

    /** The resident needs another agreement; the township names it on its next working day. */
    synchronized void renew(Account account, LocalDate day) {
        later(renewals, around.nextWorkday(day.plusDays(1)), account);
    }

    private static void later(Map<LocalDate, List<Account>> days, LocalDate day, Account account) {
        List<Account> those = days.computeIfAbsent(day, d -> new ArrayList<>());
        if (!those.contains(account)) those.add(account);
    }

    @Override
    public void atTheDesk(LocalDate day) {
        List<Township> voided = voidings.remove(day);
        if (voided != null) around.crowd().each(voided, township -> voidListed(township, day));
        List<Account> listed = renewals.remove(day);
        if (listed != null) list(listed, day);
        List<Account> signing = signings.remove(day);
        if (signing != null) around.crowd().each(signing, this::sign);
    }

    private void list(List<Account> listed, LocalDate day) {
        List<Township> told = new ArrayList<>();
        List<Account> taken = new ArrayList<>();
        for (Township township : around.county().townships()) {
            List<Account> its = listed.stream()
                    .filter(a -> a.resident().township().equals(township.code()))
                    .toList();
            if (its.isEmpty() && !yearly.contains(day)) continue;
            taken.addAll(list(township, its, day));
            told.add(township);
        }
        voidings.computeIfAbsent(around.nextWorkday(day.plusDays(1)), d -> new ArrayList<>())
                .addAll(told);
        for (Account account : taken) {
            accounts.changeCard(account);
            int wait = around.chance()
                    .of("signs anew")
                    .of(account.resident().number())
                    .between(2, 6);
            later(signings, around.nextWorkday(day.plusDays(1)).plusDays(wait), account);
        }
    }

    /** Returns those whom the office took; it knows nobody who owes nothing. */
    private List<Account> list(Township township, List<Account> its, LocalDate day) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Account account : its)
            lines.add(Map.of("idNumber", account.resident().idNumber(), "reason", "CARD_CHANGED"));
        Answer answer = around.access()
                .post(
                        Service.COLLECTION,
                        around.access().client("township", township.code()),
                        "/agreements/renewals",
                        "renewals-" + township.code() + "-" + day,
                        Body.json(Map.of("township", township.code(), "declaredCount", lines.size(), "lines", lines)))
                .orThrow("renewals of " + township.code());
        List<Account> taken = new ArrayList<>(its);
        for (JsonNode refused : answer.json().path("refusals"))
            taken.remove(its.get(refused.path("row").asInt() - 1));
        return taken;
    }

    private void voidListed(Township township, LocalDate day) {
        around.access()
                .post(
                        Service.COLLECTION,
                        around.access().client("tax", around.county().code()),
                        "/agreements/voidings",
                        "voidings-" + township.code() + "-" + day,
                        Body.json(Map.of("township", township.code())))
                .orThrow("voidings of " + township.code());
    }

    private void sign(Account account) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("bank", account.bank());
        body.put("agreementNo", account.agreementNo());
        body.put("idNumber", account.resident().idNumber());
        body.put("accountName", account.resident().name());
        body.put("account", account.number());
        body.put("openingBank", account.openingBank());
        around.access()
                .post(
                        Service.COLLECTION,
                        Banks.client(around, account.bank()),
                        "/agreements",
                        "agreement-" + account.agreementNo(),
                        Body.json(body))
                .orThrow("agreement " + account.agreementNo());
        accounts.signed(account);
    }
}
