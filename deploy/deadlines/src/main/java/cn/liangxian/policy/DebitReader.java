package cn.liangxian.policy;

import cn.liangxian.calendar.WorkCalendar;
import cn.liangxian.deadlines.DeadlineRule;
import cn.liangxian.deadlines.Roll;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.TipsTerms.Handling;
import cn.liangxian.policy.TipsTerms.Item;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how a county debits; a county without batch debit says nothing of it. */
final class DebitReader {
    private final Draft draft;
    private final WorkCalendar calendar;

    DebitReader(Draft draft, WorkCalendar calendar) {
        this.draft = draft;
        this.calendar = calendar;
    }

    Optional<DebitTerms> debit(List<Channel> channels) {
        JsonNode node = draft.root().path("debit");
        if (node.isMissingNode()) return Optional.empty();
        String channel = node.path("channel").textValue();
        if (channels.stream().noneMatch(known -> known.code().equals(channel)))
            draft.problem(node, "debit", "'" + channel + "' is no channel of this file");
        LocalDate first = day(node, "first");
        LocalDate guidance = day(node, "guidance");
        if (guidance.isBefore(first)) draft.problem(node, "debit", "guides to other channels before the first debit");
        return Optional.of(new DebitTerms(
                channel,
                first,
                CutOff.valueOf(node.path("cut-off").textValue()),
                node.path("answer-days").intValue(),
                guidance,
                tips(node.path("tips")),
                banks(node.path("banks")),
                draft.clause(node),
                Draft.assumed(node)));
    }

    /** The day stands as it is: the notice says from when on, not by when. */
    private LocalDate day(JsonNode node, String field) {
        return draft.attempt(node.path(field), "debit/" + field, () -> {
                    DeadlineRule rule = DeadlineRule.parse(node.path(field).textValue(), calendar)
                            .withRoll(Roll.NO);
                    return rule.due(draft.anchors());
                })
                .orElse(LocalDate.EPOCH);
    }

    private TipsTerms tips(JsonNode node) {
        Map<Insurance, Item> items = new EnumMap<>(Insurance.class);
        for (Insurance insurance : Insurance.values()) {
            JsonNode item = node.path("items").path(insurance.name());
            if (item.isMissingNode()) draft.problem(node, "debit/tips/items", "nothing stands for " + insurance);
            else
                items.put(
                        insurance,
                        new Item(
                                item.path("project").textValue(),
                                item.path("name").textValue()));
        }
        return new TipsTerms(
                node.path("tax-office").textValue(),
                Handling.valueOf(node.path("handling").textValue()),
                node.path("payee").path("bank").textValue(),
                node.path("payee").path("account").textValue(),
                items);
    }

    private List<DebitBank> banks(JsonNode nodes) {
        List<DebitBank> banks = new ArrayList<>();
        for (JsonNode bank : nodes) {
            String code = bank.path("code").textValue();
            if (banks.stream().anyMatch(known -> known.code().equals(code)))
                draft.problem(bank, "debit/banks", code + " is given twice");
            Map<String, DebitResult> results = new HashMap<>();
            bank.path("results")
                    .properties()
                    .forEach(entry -> results.put(
                            entry.getKey(), DebitResult.valueOf(entry.getValue().textValue())));
            banks.add(new DebitBank(
                    code,
                    bank.path("number").textValue(),
                    bank.path("zh").textValue(),
                    bank.path("en").textValue(),
                    results));
        }
        return banks;
    }
}
