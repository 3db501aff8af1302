package cn.liangxian.journeys.campaign;

import cn.liangxian.journeys.campaign.OwnBooks.Figure;
import cn.liangxian.journeys.oracle.Equation;
import cn.liangxian.journeys.oracle.Oracle;
import cn.liangxian.journeys.oracle.Proved;
import cn.liangxian.journeys.oracle.Statement;
import cn.liangxian.local.Stack;
import cn.liangxian.policy.Policy;
import cn.liangxian.world.Campaign;
import cn.liangxian.world.CampaignListener;
import cn.liangxian.world.CampaignPlayed;
import cn.liangxian.world.CampaignSettings;
import cn.liangxian.world.Misbehaviour;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.access.UnreachableException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A campaign that was played on a stack, and what its topics and its services say of it.
 *
 * @param verdicts by kind of misdeed, which of them the services found
 * @param proved how many requests were acknowledged, and how it is proved that each was done once
 * @param figures what topics and databases say of the same thing
 */
public record CampaignRun(
        CampaignPlayed played,
        Statement statement,
        List<Equation> equations,
        List<Figure> figures,
        List<String> contradictions,
        List<Verdict> verdicts,
        Proved proved,
        long duplicates) {

    /** Plays the county's campaign from the first to the last day and counts it. */
    public static CampaignRun play(
            Stack stack,
            Path policyFile,
            int residents,
            long seed,
            Misbehaviour misbehaviour,
            Path journal,
            CampaignListener listener) {
        CampaignSettings settings = new CampaignSettings(
                Arrays.stream(Service.values())
                        .collect(Collectors.toMap(s -> s, s -> URI.create(stack.url(s.label())))),
                stack.kafka(),
                URI.create(stack.issuer() + "/protocol/openid-connect/token"),
                stack.clientSecrets(),
                Policy.load(policyFile),
                residents,
                seed,
                misbehaviour,
                journal,
                listener);
        try {
            return count(stack, Campaign.play(settings), journal);
        } catch (UnreachableException stalled) {
            throw explained(stalled, stack, journal);
        }
    }

    /** A campaign that cannot go on says what had been done twice by then: that may be why. */
    private static UnreachableException explained(UnreachableException stalled, Stack stack, Path journal) {
        try {
            List<String> twice = Oracle.read(stack.kafka(), journal).doubled();
            return twice.isEmpty()
                    ? stalled
                    : new UnreachableException(
                            stalled.getMessage() + "; by then " + twice.size() + " things had been done twice:\n"
                                    + twice.stream().limit(20).collect(Collectors.joining("\n")),
                            stalled);
        } catch (RuntimeException unread) {
            stalled.addSuppressed(unread);
            return stalled;
        }
    }

    private static CampaignRun count(Stack stack, CampaignPlayed played, Path journal) {
        Oracle oracle = Oracle.read(stack.kafka(), journal);
        Statement statement = oracle.statement();
        return new CampaignRun(
                played,
                statement,
                oracle.equations(),
                OwnBooks.compare(oracle, new ServiceCalls(stack, "audit-bureau").statements()),
                oracle.contradictions(),
                Verdict.of(played.misdeeds(), oracle.findings()),
                oracle.proved(),
                oracle.duplicates());
    }

    /** Whatever does not hold, in words; empty when all is well. */
    public List<String> failures() {
        List<String> failures = new ArrayList<>(contradictions);
        equations.stream()
                .filter(e -> !e.holds())
                .forEach(e -> failures.add("equation does not hold: " + e.en() + ": " + e.left() + " / " + e.right()));
        figures.stream()
                .filter(f -> !f.agrees())
                .forEach(f -> failures.add("%s says %d for %s, its topics say %d"
                        .formatted(f.service(), f.database(), f.name(), f.topics())));
        for (Verdict verdict : verdicts) {
            verdict.unfound()
                    .forEach(m -> failures.add("nobody found the %s of %s: %s".formatted(m.kind(), m.on(), m.where())));
        }
        return failures;
    }
}
