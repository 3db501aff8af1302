package cn.liangxian.policy;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Terms;
import cn.liangxian.policy.Finding.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a policy file as a critical colleague would: what is missing, without source, assumed or contradictory. */
public final class PolicyReview {
    /** What services wait for no longer than a county says; without it they do not start. */
    private static final Map<String, String> WAITS = Map.of(
            "red-list.after", "after how long who paid and is not entitled stands on the red list",
            "roster.lines", "for how long missing lines of a roster are waited for",
            "on-behalf.claim", "for how long money paid on behalf waits for the claim it is for",
            "balance.other-insurance", "for how long the balance of one insurance waits for the other");

    private final List<Finding> findings = new ArrayList<>();
    private final Policy policy;
    private final PolicyFile file;
    private final JsonNode root;

    private PolicyReview(Path yaml, Path holidays) {
        Policy loaded = null;
        PolicyFile read = null;
        try {
            read = PolicyFile.read(yaml);
            loaded = Policy.load(yaml, holidays);
        } catch (InvalidPolicyException e) {
            e.problems().forEach(p -> findings.add(new Finding(Kind.INVALID, p.line(), p.where(), p.what())));
        }
        policy = loaded;
        file = read;
        root = read == null ? null : read.root();
    }

    /** Where the parts of a review put what they find. */
    interface Findings {
        void add(Kind kind, JsonNode at, String where, String what);
    }

    /**
     * All findings, by kind and line.
     *
     * @param declared the terms of all handoffs that there are; empty when that is not known, and not asked then
     */
    public static PolicyReview of(Path yaml, Path holidays, List<Terms> declared) {
        PolicyReview review = new PolicyReview(yaml, holidays);
        if (review.policy != null) review.examine(declared);
        review.findings.sort(Comparator.comparing(Finding::kind).thenComparing(Finding::line));
        return review;
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** The policy, unless the file is invalid. */
    public Optional<Policy> policy() {
        return Optional.ofNullable(policy);
    }

    /** Whether the file can be put into force as it is: neither invalid nor contradictory. */
    public boolean usable() {
        return findings.stream().noneMatch(f -> f.kind() == Kind.INVALID || f.kind() == Kind.CONTRADICTORY);
    }

    private void examine(List<Terms> declared) {
        for (Assumption assumption : policy.assumptions()) assumed(assumption);
        new DateReview(policy, root, this::add).examine();
        new HandoffReview(policy, root, this::add).examine(declared);
        groups();
        subsidies();
        procedures();
        if (policy.escalation().isEmpty())
            add(Kind.MISSING, root, "escalation", "nobody is told of what is due or overdue");
        if (policy.schedules().isEmpty())
            add(Kind.MISSING, root, "schedules", "no run that the text leaves open has a date");
        WAITS.forEach((name, what) -> {
            if (!policy.schedules().containsKey(name))
                add(Kind.MISSING, root.path("schedules"), "schedules/" + name, what);
        });
    }

    /** The text of another document that is not there decides something: nobody can say whether it is done. */
    private void procedures() {
        for (int i = 0; i < policy.procedures().size(); i++) {
            Procedure procedure = policy.procedures().get(i);
            if (!procedure.atHand())
                add(
                        Kind.MISSING,
                        root.path("procedures").path(i),
                        "procedures/" + procedure.document(),
                        "not at hand, and decides the procedure of " + String.join(", ", procedure.handoffs()) + " by "
                                + procedure.clause());
        }
    }

    private void assumed(Assumption assumption) {
        boolean unsourced = assumption.clause().equals("assumed");
        String what = assumption.fields().isEmpty() ? "the whole value" : String.join(", ", assumption.fields());
        findings.add(new Finding(
                unsourced ? Kind.UNSOURCED : Kind.ASSUMED,
                assumption.line(),
                assumption.where(),
                unsourced ? what : what + ", read from " + assumption.clause()));
    }

    private void groups() {
        String conditions = root.path("groups").toString() + root.path("insurances");
        boolean ranked = Draft.stream(root.path("categories")).anyMatch(node -> node.has("precedence"));
        Set<Integer> ranks = new HashSet<>();
        for (JsonNode at : root.path("categories")) {
            Category category = policy.category(at.path("code").textValue()).orElseThrow();
            String where = "categories/" + category.code();
            if (ranked && !at.has("precedence"))
                add(Kind.CONTRADICTORY, at, where, "has no precedence while others have one");
            if (!ranks.add(category.precedence()))
                add(Kind.CONTRADICTORY, at, where, "has the precedence of another group");
            if (category.listedBy().isEmpty()) add(Kind.MISSING, at, where, "no department lists this group");
            if (!conditions.matches("(?s).*\\b" + category.code() + "\\b.*"))
                add(Kind.MISSING, at, where, "no condition asks for this group: listing it decides nothing");
        }
    }

    private void subsidies() {
        for (Map.Entry<String, JsonNode> entry : root.path("insurances").properties()) {
            for (JsonNode tier : entry.getValue().path("tiers")) {
                for (JsonNode yuan : tier.path("yuan")) {
                    Insurance insurance = Insurance.valueOf(entry.getKey());
                    if (policy.governmentSubsidies(insurance, Draft.yuan(yuan)).isEmpty())
                        add(
                                Kind.MISSING,
                                tier,
                                entry.getKey() + "/tiers",
                                "no word on the subsidy of " + yuan + " yuan");
                }
            }
        }
    }

    private void add(Kind kind, JsonNode at, String where, String what) {
        findings.add(new Finding(kind, PolicyFile.line(at), file.place(at, where), what));
    }
}
