package cn.liangxian.policy;

import cn.liangxian.calendar.YearNotLoadedException;
import cn.liangxian.deadlines.MissingAnchorException;
import cn.liangxian.policy.Finding.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;

/** Whether the dates of a policy stand in an order that can be lived through. */
final class DateReview {
    private final Policy policy;
    private final JsonNode root;
    private final PolicyReview.Findings findings;
    private final Effective effective;

    DateReview(Policy policy, JsonNode root, PolicyReview.Findings findings) {
        this.policy = policy;
        this.root = root;
        this.findings = findings;
        this.effective = policy.effective();
    }

    void examine() {
        campaign();
        force();
        payments();
        townships();
    }

    /** Whoever lives in a township must find it again under its next code. */
    private void townships() {
        for (JsonNode node : root.path("jurisdiction").path("townships")) {
            Township township = policy.jurisdiction()
                    .township(node.path("code").textValue())
                    .orElseThrow();
            if (township.until() == null) continue;
            LocalDate next = township.until().plusDays(1);
            if (policy.jurisdiction().successor(township.code(), next).isEmpty())
                findings.add(
                        township.into() == null ? Kind.MISSING : Kind.CONTRADICTORY,
                        node,
                        "townships/" + township.code(),
                        "becomes nothing that there is on " + next);
        }
    }

    private void campaign() {
        Campaign campaign = policy.campaign();
        Stage pay = campaign.stage("pay");
        JsonNode stages = root.path("campaign").path("stages");
        if (!campaign.covers(pay.from()) || !campaign.covers(pay.to()))
            findings.add(
                    Kind.CONTRADICTORY, stages.path("pay"), "campaign/stages/pay", "does not lie inside the campaign");
        if (campaign.stage("publish").from().isBefore(pay.to()))
            findings.add(
                    Kind.CONTRADICTORY,
                    stages.path("publish"),
                    "campaign/stages/publish",
                    "begins before payment ends");
    }

    /** Nothing can be asked for on a day on which the notice is not in force. */
    private void force() {
        JsonNode at = root.path("effective");
        if (!effective.covers(policy.campaign().start())
                || !effective.covers(policy.campaign().stage("publish").to()))
            findings.add(Kind.CONTRADICTORY, at, "effective", "does not cover the campaign and its publication");
        LocalDate issued = LocalDate.parse(root.path("document").path("issued").textValue());
        if (policy.since().isBefore(issued) && !effective.assumed())
            findings.add(
                    Kind.CONTRADICTORY,
                    at,
                    "effective",
                    "begins before the document of " + issued + " and is not assumed");
        policy.deadlines().forEach((handoff, deadline) -> {
            if (!deadline.rule().recurring() && deadline.trigger().isEmpty()) inForce(handoff, deadline);
        });
        policy.schedules().forEach((name, schedule) -> schedule.dates().stream()
                .filter(day -> !effective.covers(day))
                .findFirst()
                .ifPresent(day -> findings.add(
                        Kind.CONTRADICTORY,
                        root.path("schedules").path(name),
                        name,
                        "runs on " + day + ", when the notice is not in force")));
    }

    private void inForce(String handoff, Deadline deadline) {
        try {
            LocalDate due = deadline.rule().due(policy.anchors());
            if (!effective.covers(due))
                findings.add(
                        Kind.CONTRADICTORY,
                        root.path("handoffs").path(handoff),
                        handoff,
                        "is due on " + due + ", when the notice is not in force");
        } catch (MissingAnchorException | YearNotLoadedException e) {
            // told elsewhere
        }
    }

    private void payments() {
        Stage pay = policy.campaign().stage("pay");
        for (Map.Entry<String, JsonNode> insurance : root.path("insurances").properties()) {
            String where = insurance.getKey() + "/windows";
            JsonNode windows = insurance.getValue().path("windows");
            LocalDate first = day(windows.path(0).path("from"));
            LocalDate last = day(windows.path(windows.size() - 1).path("to"));
            if (first.isAfter(pay.from()) || last.isBefore(pay.to()))
                findings.add(Kind.CONTRADICTORY, windows, where, "does not cover the stage of payment");
            if (effective.until() != null && last.isAfter(effective.until()))
                findings.add(
                        Kind.MISSING,
                        windows.path(windows.size() - 1),
                        where,
                        "reaches past " + effective.until() + ", when the notice lapses: nothing says what holds then");
        }
        int position = 0;
        for (Channel channel : policy.channels()) {
            JsonNode at = root.path("channels").path(position++);
            boolean used = policy.insurances().stream().anyMatch(insurance -> policy.windows(insurance).stream()
                    .anyMatch(w -> !w.from().isAfter(channel.closes()) && !w.to().isBefore(channel.opens())));
            if (!used)
                findings.add(
                        Kind.CONTRADICTORY, at, "channels/" + channel.code(), "is open only when nothing can be paid");
        }
    }

    private LocalDate day(JsonNode node) {
        return policy.anchors().day(node.textValue()).orElseGet(() -> LocalDate.parse(node.textValue()));
    }
}
