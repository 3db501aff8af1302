package cn.liangxian.policy;

import cn.liangxian.calendar.YearNotLoadedException;
import cn.liangxian.deadlines.MissingAnchorException;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Finding.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a policy file as a critical colleague would: what is missing, without source, assumed or contradictory. */
public final class PolicyReview {
    private final List<Finding> findings = new ArrayList<>();
    private final Policy policy;
    private final JsonNode root;

    private PolicyReview(Path yaml, Path holidays) {
        Policy loaded = null;
        JsonNode tree = null;
        try {
            tree = PolicyFile.read(yaml).root();
            loaded = Policy.load(yaml, holidays);
        } catch (InvalidPolicyException e) {
            e.problems().forEach(p -> findings.add(new Finding(Kind.INVALID, p.line(), p.where(), p.what())));
        }
        policy = loaded;
        root = tree;
    }

    /** All findings, by kind and line. */
    public static PolicyReview of(Path yaml, Path holidays) {
        PolicyReview review = new PolicyReview(yaml, holidays);
        if (review.policy != null) review.examine();
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

    private void examine() {
        for (Assumption assumption : policy.assumptions()) assumed(assumption);
        order();
        handoffs();
        groups();
        subsidies();
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

    private void order() {
        Campaign campaign = policy.campaign();
        Stage pay = campaign.stage("pay");
        Stage publish = campaign.stage("publish");
        JsonNode stages = root.path("campaign").path("stages");
        if (!campaign.covers(pay.from()) || !campaign.covers(pay.to()))
            add(Kind.CONTRADICTORY, stages.path("pay"), "campaign/stages/pay", "does not lie inside the campaign");
        if (publish.from().isBefore(pay.to()))
            add(Kind.CONTRADICTORY, stages.path("publish"), "campaign/stages/publish", "begins before payment ends");
        Effective effective = policy.effective();
        JsonNode at = root.path("effective");
        if (!effective.covers(campaign.start()) || !effective.covers(publish.to()))
            add(Kind.CONTRADICTORY, at, "effective", "does not cover the campaign and its publication");
        LocalDate issued = LocalDate.parse(root.path("document").path("issued").textValue());
        if (effective.from().isBefore(issued) && !effective.assumed())
            add(Kind.CONTRADICTORY, at, "effective", "begins before the document of " + issued + " and is not assumed");
    }

    private void handoffs() {
        for (Deadline deadline : policy.deadlines().values()) {
            JsonNode at = root.path("handoffs").path(deadline.handoff());
            if (circular(deadline)) add(Kind.CONTRADICTORY, at, deadline.handoff(), "waits, over others, for itself");
            try {
                deadline.rule().due(policy.anchors());
            } catch (MissingAnchorException e) {
                continue; // its clock starts with an event
            } catch (YearNotLoadedException e) {
                add(Kind.MISSING, at, deadline.handoff(), e.getMessage());
            }
        }
        if (policy.escalation().isEmpty())
            add(Kind.MISSING, root, "escalation", "nobody is told of what is due or overdue");
        if (policy.schedules().isEmpty())
            add(Kind.MISSING, root, "schedules", "no run that the text leaves open has a date");
    }

    private boolean circular(Deadline deadline) {
        Set<String> seen = new HashSet<>();
        Optional<Deadline> next = Optional.of(deadline);
        while (next.isPresent()) {
            if (!seen.add(next.get().handoff())) return true;
            next = next.get().trigger().flatMap(policy::deadline);
        }
        return false;
    }

    private void groups() {
        String conditions = root.path("groups").toString() + root.path("insurances");
        int position = 0;
        for (Category category : policy.categories()) {
            JsonNode at = root.path("categories").path(position++);
            String where = "categories/" + category.code();
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
                    if (policy.governmentSubsidy(insurance, Draft.yuan(yuan))
                            .clause()
                            .equals("assumed"))
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
        findings.add(new Finding(kind, PolicyFile.line(at), where, what));
    }
}
