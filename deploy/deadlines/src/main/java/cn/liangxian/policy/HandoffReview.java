package cn.liangxian.policy;

import cn.liangxian.calendar.YearNotLoadedException;
import cn.liangxian.deadlines.MissingAnchorException;
import cn.liangxian.handoff.Terms;
import cn.liangxian.policy.Finding.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Whether each handoff has terms of time that can be kept: a handoff without a deadline cannot be late. */
final class HandoffReview {
    private final Policy policy;
    private final JsonNode handoffs;
    private final PolicyReview.Findings findings;

    HandoffReview(Policy policy, JsonNode root, PolicyReview.Findings findings) {
        this.policy = policy;
        this.handoffs = root.path("handoffs");
        this.findings = findings;
    }

    /** @param declared the terms of all handoffs that there are; empty when that is not known */
    void examine(List<Terms> declared) {
        for (Deadline deadline : policy.deadlines().values()) {
            if (circular(deadline)) add(Kind.CONTRADICTORY, deadline.handoff(), "waits, over others, for itself");
            try {
                Slack.of(policy, deadline)
                        .filter(slack -> slack.days() < 0)
                        .ifPresent(slack -> add(
                                Kind.CONTRADICTORY,
                                deadline.handoff(),
                                "is due " + -slack.days() + " days too late for " + slack.neededFor()));
                deadline.rule().due(policy.anchors());
            } catch (MissingAnchorException e) {
                continue; // its clock starts with an event
            } catch (YearNotLoadedException e) {
                add(Kind.MISSING, deadline.handoff(), e.getMessage());
            }
        }
        Map<String, Terms> byKey = new TreeMap<>();
        for (Terms terms : declared) byKey.put(terms.topic().replaceFirst("-v\\d+$", ""), terms);
        if (byKey.isEmpty()) return;
        for (Deadline deadline : policy.deadlines().values()) {
            if (!byKey.containsKey(deadline.handoff()))
                add(Kind.CONTRADICTORY, deadline.handoff(), "no service hands this over");
            deadline.trigger()
                    .filter(trigger -> !byKey.containsKey(trigger))
                    .ifPresent(trigger -> add(
                            Kind.CONTRADICTORY,
                            deadline.handoff(),
                            "its clock never starts: no service hands over " + trigger));
        }
        timeless(byKey);
    }

    /** One finding for each that a clause of this notice asks for; the others are told together. */
    private void timeless(Map<String, Terms> declared) {
        List<String> others = new ArrayList<>();
        declared.forEach((key, terms) -> {
            if (policy.deadline(key).isPresent()) return;
            List<String> clauses = List.of(terms.clauses()).stream()
                    .filter(clause -> policy.documents().contains(clause.substring(0, clause.indexOf('/'))))
                    .toList();
            if (clauses.isEmpty()) others.add(key);
            else add(Kind.MISSING, key, "no deadline, though asked for by " + String.join(", ", clauses));
        });
        if (!others.isEmpty())
            findings.add(
                    Kind.MISSING,
                    handoffs,
                    "handoffs",
                    "no deadline, and no clause of this notice is known to ask for them: " + String.join(", ", others));
    }

    /** A handoff may start its own clock where it counts from a day that it states: it waits for nobody then. */
    private boolean circular(Deadline deadline) {
        Set<String> seen = new HashSet<>();
        Optional<Deadline> next = Optional.of(deadline);
        while (next.isPresent() && !next.get().rule().stated()) {
            if (!seen.add(next.get().handoff())) return true;
            next = next.get().trigger().flatMap(policy::deadline);
        }
        return false;
    }

    /** On the line of its terms; what has none, on the line where they should be. */
    private void add(Kind kind, String handoff, String what) {
        findings.add(kind, handoffs.has(handoff) ? handoffs.path(handoff) : handoffs, handoff, what);
    }
}
