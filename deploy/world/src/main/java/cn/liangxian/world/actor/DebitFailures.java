package cn.liangxian.world.actor;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Channel;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.actor.DebitAccounts.Account;
import cn.liangxian.world.population.Chance;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Townships work the failed debits that tax told them: they speak with the resident, who puts money on the account, has it
 * freed, or signs anew. Whom tax lists for guidance pays by another channel, most of them.
 */
public final class DebitFailures implements Actor {
    private static final int PAGE = 2_000;
    private static final double DEPOSITS = 0.8;
    private static final double FOLLOWS_GUIDANCE = 0.85;

    private final Surroundings around;
    private final DebitAccounts accounts;
    private final AgreementSigners signers;
    private final Payers payers;
    private final Set<String> told = new TreeSet<>();
    private final Set<Long> spoken = new HashSet<>();
    private final Set<Long> guided = new HashSet<>();

    public DebitFailures(Surroundings around, DebitAccounts accounts, AgreementSigners signers, Payers payers) {
        this.around = around;
        this.accounts = accounts;
        this.signers = signers;
        this.payers = payers;
        around.topics().subscribe("collection-debit-failures-listed-v1", failures -> {
            if (failures.path("lines").asInt() > 0)
                told.add(failures.path("township").asText());
        });
        around.topics()
                .subscribe(
                        "collection-guidance-listed-v1",
                        guidance -> told.add(guidance.path("township").asText()));
    }

    @Override
    public void atTheDesk(LocalDate day) {
        if (!around.workday(day)) return;
        List<String> townships = List.copyOf(told);
        told.clear();
        townships.forEach(township -> work(township, day));
    }

    private void work(String township, LocalDate day) {
        String client = around.access().client("township", township);
        long after = 0;
        JsonNode page;
        do {
            page = around.access()
                    .get(Service.COLLECTION, client, "/debit-failures?after=" + after + "&limit=" + PAGE)
                    .orThrow("failed debits of " + township)
                    .json();
            for (JsonNode failed : page) {
                after = failed.path("claimNo").asLong();
                Account account = accounts.knownAs(failed.path("personKey").asText());
                if (account != null) work(failed, account, client, day);
            }
        } while (page.size() == PAGE);
    }

    private void work(JsonNode failed, Account account, String client, LocalDate day) {
        long claim = failed.path("claimNo").asLong();
        Chance die = around.chance()
                .of("failed debit")
                .of(account.resident().number())
                .of(failed.path("insurance").asText());
        if (!failed.path("guidedOn").isNull() && guided.add(claim)) {
            guide(failed, account, client, die.of("guided"), day);
        } else if (spoken.add(claim)) {
            speak(failed, account, client, die.of("spoken"), day);
        }
    }

    private void speak(JsonNode failed, Account account, String client, Chance die, LocalDate day) {
        switch (failed.path("reason").asText()) {
            case "INSUFFICIENT", "ACCOUNT_FROZEN" -> {
                boolean deposits = die.happens(DEPOSITS);
                if (deposits) accounts.mend(account, day.plusDays(die.of("when").between(1, 6)));
                contact(failed, client, deposits ? "WILL_DEPOSIT" : "NOT_REACHED", day);
            }
            case "NO_AGREEMENT", "ACCOUNT_INVALID", "NAME_MISMATCH" -> {
                if (account.signed()) signers.renew(account, day);
                contact(failed, client, "WILL_SIGN_ANEW", day);
            }
            default -> contact(failed, client, "NOT_REACHED", day);
        }
    }

    private void guide(JsonNode failed, Account account, String client, Chance die, LocalDate day) {
        boolean follows = die.happens(FOLLOWS_GUIDANCE);
        contact(failed, client, follows ? "OTHER_CHANNEL" : "WILL_NOT_PAY", day);
        LocalDate on = day.plusDays(die.of("when").between(1, 10));
        List<Channel> open = around.county().channels().stream()
                .filter(c -> c.openOn(on) && !c.code().equals(around.county().debitChannel()))
                .toList();
        if (!follows || open.isEmpty()) return;
        Purse purse = new Purse(
                account.resident(),
                Insurance.valueOf(failed.path("insurance").asText()),
                account.resident().pensionTierYuan() * 100L,
                failed.path("amount").asLong(),
                false,
                0);
        payers.expect(purse, open.get(die.of("channel").below(open.size())).code(), on);
    }

    private void contact(JsonNode failed, String client, String outcome, LocalDate day) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("outcome", outcome);
        if (outcome.equals("NOT_REACHED")) body.put("nextOn", day.plusDays(7).toString());
        String who = failed.path("insurance").asText() + "-"
                + failed.path("personKey").asText();
        around.access()
                .post(
                        Service.COLLECTION,
                        client,
                        "/debit-failures/" + failed.path("claimNo").asLong() + "/contacts",
                        "debit-contact-" + who + "-" + outcome,
                        Body.json(body))
                .orThrow("contact about a failed debit");
    }
}
