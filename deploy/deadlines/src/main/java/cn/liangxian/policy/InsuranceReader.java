package cn.liangxian.policy;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.InsuranceTerms.Admission;
import cn.liangxian.policy.InsuranceTerms.GrantRule;
import cn.liangxian.policy.InsuranceTerms.HoldRule;
import cn.liangxian.policy.InsuranceTerms.Level;
import cn.liangxian.policy.InsuranceTerms.Obliged;
import cn.liangxian.policy.InsuranceTerms.OnBehalf;
import cn.liangxian.policy.InsuranceTerms.Part;
import cn.liangxian.policy.InsuranceTerms.Price;
import cn.liangxian.policy.InsuranceTerms.Refusal;
import cn.liangxian.policy.InsuranceTerms.SubsidyRule;
import cn.liangxian.policy.InsuranceTerms.Window;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads the part of a policy file that says who may insure, at what price, and who pays. */
final class InsuranceReader {
    private final Draft draft;
    private final Vocabulary vocabulary;
    private final String version;

    private InsuranceReader(Draft draft, Vocabulary vocabulary, String version) {
        this.draft = draft;
        this.vocabulary = vocabulary;
        this.version = version;
    }

    static Map<Insurance, InsuranceTerms> read(Draft draft, Vocabulary vocabulary, String version) {
        draft.root()
                .path("groups")
                .properties()
                .forEach(group -> draft.attempt(group.getValue(), group.getKey(), () -> {
                    vocabulary.group(
                            group.getKey(), group.getValue().path("when").textValue());
                    return true;
                }));
        InsuranceReader reader = new InsuranceReader(draft, vocabulary, version);
        Map<Insurance, InsuranceTerms> terms = new EnumMap<>(Insurance.class);
        draft.root().path("insurances").properties().forEach(entry -> {
            Insurance insurance = Insurance.valueOf(entry.getKey());
            terms.put(insurance, reader.terms(insurance, entry.getValue()));
        });
        return terms;
    }

    /** To be read after the groups, whose names the conditions may use. */
    static List<ScreeningRule> screening(Draft draft, Conditions conditions) {
        List<ScreeningRule> rules = new ArrayList<>();
        for (JsonNode node : draft.root().path("screening")) {
            String category = node.path("category").textValue();
            boolean listed = node.path("of").asText().equals("listed");
            String when =
                    (listed ? "" : "!") + category + " && (" + node.path("when").textValue() + ")";
            draft.attempt(node, "screening", () -> conditions.add(when))
                    .ifPresent(condition -> rules.add(new ScreeningRule(
                            node.path("name").textValue(),
                            category,
                            listed,
                            condition,
                            node.path("zh").textValue(),
                            node.path("en").textValue(),
                            draft.clause(node),
                            Draft.assumed(node))));
        }
        return rules;
    }

    private InsuranceTerms terms(Insurance insurance, JsonNode node) {
        Conditions conditions = new Conditions(vocabulary);
        Conditions grantConditions = new Conditions(vocabulary);
        JsonNode eligible = node.path("eligible");
        JsonNode otherwise = eligible.path("otherwise");
        InsuranceTerms terms = new InsuranceTerms(
                insurance,
                version,
                conditions,
                Draft.stream(eligible.path("refuse"))
                        .map(r -> refusal(condition(conditions, r.path("when")), r))
                        .toList(),
                Draft.stream(eligible.path("admit"))
                        .map(a -> new Admission(condition(conditions, a.path("when")), draft.clause(a)))
                        .toList(),
                refusal(-1, otherwise),
                levels(conditions, node.path("tiers")),
                Draft.stream(node.path("windows"))
                        .map(window -> window(conditions, window))
                        .toList(),
                Draft.stream(node.path("must-insure"))
                        .map(rule -> new Obliged(
                                condition(conditions, rule.path("when")),
                                new MustInsure(
                                        rule.path("zh").textValue(),
                                        rule.path("en").textValue(),
                                        draft.clause(rule),
                                        Draft.assumed(rule))))
                        .toList(),
                Draft.stream(node.path("subsidies")).map(this::subsidy).toList(),
                Draft.stream(node.path("on-behalf"))
                        .map(rule -> onBehalf(conditions, rule))
                        .toList(),
                grantConditions,
                Draft.stream(node.path("grants"))
                        .map(grant -> grant(insurance, grantConditions, grant))
                        .toList(),
                hold(node.path("hold")),
                EarlierYears.read(draft, node),
                RefundTerms.read(draft, node));
        check(terms, node);
        return terms;
    }

    private Refusal refusal(int condition, JsonNode why) {
        return new Refusal(
                condition,
                draft.clause(why),
                why.path("zh").textValue(),
                why.path("en").textValue());
    }

    private int condition(Conditions conditions, JsonNode when) {
        return draft.attempt(when, "condition", () -> conditions.add(when.textValue()))
                .orElse(-1);
    }

    private List<Level> levels(Conditions conditions, JsonNode tiers) {
        List<Level> levels = new ArrayList<>();
        for (JsonNode tier : tiers) {
            int only = tier.has("only") ? condition(conditions, tier.path("only")) : -1;
            boolean assumed = Draft.assumed(tier, "yuan", "only");
            for (JsonNode yuan : tier.path("yuan"))
                levels.add(new Level(Draft.yuan(yuan), only, draft.clause(tier), assumed));
        }
        levels.sort(Comparator.comparing(Level::amount));
        return levels;
    }

    private Window window(Conditions conditions, JsonNode node) {
        String clause = draft.clause(node);
        boolean assumed = Draft.assumed(node, "yuan", "prices");
        return new Window(
                draft.day(node.path("from")),
                draft.day(node.path("to")),
                node.has("yuan") ? Draft.yuan(node.path("yuan")) : null,
                Draft.stream(node.path("prices"))
                        .map(price -> new Price(
                                condition(conditions, price.path("when")),
                                Draft.yuan(price.path("yuan")),
                                price.has("by") ? draft.clause(price) : clause,
                                price.has("by") ? Draft.assumed(price) : assumed))
                        .toList(),
                clause,
                assumed,
                node.has("benefit") ? draft.day(node.path("benefit")) : null,
                node.path("wait-days").intValue(),
                node.path("payment-day").asText().equals("counted"),
                !node.path("on-behalf").asText().equals("does not wait"),
                node.has("benefit-by") ? draft.clause(node, "benefit-by") : clause,
                Draft.assumed(node, "benefit", "wait-days", "payment-day", "on-behalf"));
    }

    private SubsidyRule subsidy(JsonNode node) {
        Subsidy subsidy = new Subsidy(
                Draft.yuan(node.path("yuan")),
                funder(node),
                node.path("floor").booleanValue(),
                draft.clause(node),
                Draft.assumed(node));
        return new SubsidyRule(Draft.stream(node.path("tiers")).map(Draft::yuan).toList(), subsidy);
    }

    private OnBehalf onBehalf(Conditions conditions, JsonNode node) {
        JsonNode shared = node.path("shares");
        List<Part> parts = shared.isMissingNode()
                ? List.of(part(node, node))
                : Draft.stream(shared).map(share -> part(share, node)).toList();
        if (parts.stream().map(Part::funder).distinct().count() < parts.size())
            draft.problem(shared, node.path("name").textValue(), "a funder is named twice");
        return new OnBehalf(
                node.path("name").textValue(),
                condition(conditions, node.path("who")),
                Draft.stream(node.path("tiers")).map(Draft::yuan).toList(),
                parts,
                draft.clause(node),
                Draft.assumed(node, "who", "tiers", "yuan", "percent", "funder", "shares"),
                Draft.assumed(node, "rest"),
                Draft.assumed(node, "order"));
    }

    /** A share may have a clause of its own; else it has that of its rule. */
    private Part part(JsonNode share, JsonNode rule) {
        return new Part(
                share.has("yuan") ? Draft.yuan(share.path("yuan")) : null,
                share.path("percent").intValue(),
                funder(share),
                draft.clause(share.has("by") ? share : rule));
    }

    private GrantRule grant(Insurance insurance, Conditions conditions, JsonNode node) {
        Grant grant = new Grant(
                node.path("name").textValue(),
                insurance,
                Draft.yuan(node.path("yuan")),
                funder(node),
                draft.clause(node),
                Draft.assumed(node));
        return new GrantRule(condition(conditions, node.path("when")), grant);
    }

    private HoldRule hold(JsonNode node) {
        if (node.isMissingNode()) return null;
        return new HoldRule(
                Draft.stream(node.path("birthdays")).map(JsonNode::intValue).toList(),
                draft.day(node.path("until")),
                node.path("channels").textValue().equals("online"),
                draft.clause(node),
                Draft.assumed(node));
    }

    private String funder(JsonNode node) {
        String code = node.path("funder").textValue();
        if (!draft.root().path("funders").has(code))
            draft.problem(node, "funder", "'" + code + "' is not among the funders of this file");
        return code;
    }

    private void check(InsuranceTerms terms, JsonNode node) {
        String where = terms.insurance().name();
        boolean priced = terms.windows().stream().allMatch(w -> w.price() != null);
        boolean chosen = terms.windows().stream().allMatch(w -> w.price() == null);
        if (chosen && terms.levels().isEmpty())
            draft.problem(node, where, "has neither tiers nor a price in its windows");
        if (!chosen && !terms.levels().isEmpty()) draft.problem(node, where, "has both tiers and a price in a window");
        if (!priced && !chosen) draft.problem(node, where, "some windows have a price and some have not");
        LocalDate next = null;
        for (int i = 0; i < terms.windows().size(); i++) {
            Window window = terms.windows().get(i);
            JsonNode at = node.path("windows").path(i);
            if (window.price() == null && !window.prices().isEmpty())
                draft.problem(at, where, "a window has prices for some and none for the others");
            if (window.to().isBefore(window.from())) draft.problem(at, where, "a window ends before it begins");
            if (next != null && !window.from().equals(next))
                draft.problem(at, where, "this window should begin on " + next + ", right after the one before");
            next = window.to().plusDays(1);
        }
        checkSubsidies(terms, node.path("subsidies"), where);
    }

    private void checkSubsidies(InsuranceTerms terms, JsonNode at, String where) {
        TreeSet<Fen> amounts =
                new TreeSet<>(terms.levels().stream().map(Level::amount).toList());
        if (amounts.size() < terms.levels().size()) draft.problem(at, where, "a tier is given twice");
        for (Window window : terms.windows()) {
            if (window.price() != null) amounts.add(window.price());
            window.prices().forEach(price -> amounts.add(price.amount()));
        }
        for (OnBehalf rule : terms.onBehalf()) {
            for (Fen tier : rule.tiers()) {
                if (!amounts.contains(tier)) draft.problem(at, where, rule.name() + " names the unknown tier " + tier);
            }
        }
        for (SubsidyRule rule : terms.subsidies()) {
            for (Fen tier : rule.tiers()) {
                if (!amounts.contains(tier)) draft.problem(at, where, "a subsidy names the unknown tier " + tier);
            }
        }
    }
}
