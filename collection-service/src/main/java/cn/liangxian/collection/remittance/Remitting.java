package cn.liangxian.collection.remittance;

import cn.liangxian.collection.CollectionHandoff.CashRemitted;
import cn.liangxian.collection.agent.Agents;
import cn.liangxian.collection.claim.Claim;
import cn.liangxian.collection.claim.Claims;
import cn.liangxian.collection.day.CollectingDay;
import cn.liangxian.collection.payment.JudgingTender;
import cn.liangxian.collection.payment.Payment;
import cn.liangxian.collection.payment.Payment.Origin;
import cn.liangxian.collection.payment.Payment.Outcome;
import cn.liangxian.collection.payment.PaymentProblem;
import cn.liangxian.collection.payment.Payments;
import cn.liangxian.collection.payment.Tender;
import cn.liangxian.collection.remittance.Remittance.Refused;
import cn.liangxian.collection.remittance.Remittance.Taken;
import cn.liangxian.collection.remittance.RemittanceResource.Declaration;
import cn.liangxian.collection.remittance.RemittanceResource.Line;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Channel;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes a village agent's remittance: the declared count and total must agree or nothing is applied; a row that cannot be
 * taken is refused and its cash goes back to the payer, the others are taken.
 */
@ApplicationScoped
@Clause("yicheng-2024/四(三)1")
class Remitting {

    private final CollectingDay day;
    private final Agents agents;
    private final Claims claims;
    private final JudgingTender judging;
    private final Payments payments;
    private final WatchingHeldCash held;
    private final Outbox outbox;
    private final Jdbi jdbi;
    private final Policy policy;

    Remitting(
            CollectingDay day,
            Agents agents,
            Claims claims,
            JudgingTender judging,
            Payments payments,
            WatchingHeldCash held,
            Outbox outbox,
            Jdbi jdbi,
            Policy policy) {
        this.day = day;
        this.agents = agents;
        this.claims = claims;
        this.judging = judging;
        this.payments = payments;
        this.held = held;
        this.outbox = outbox;
        this.jdbi = jdbi;
        this.policy = policy;
    }

    private record Asked(String idNumber, Insurance insurance) {}

    Remittance remit(Declaration declaration) {
        mustAgree(declaration);
        LocalDate today = day.join();
        mustNotBeAhead(declaration, today);
        String channel = channel();
        judging.mustBeOpen(channel, today);
        agents.mustCollectIn(declaration.village(), declaration.agent(), today);
        UUID id = Uuid7.next();
        List<Line> lines = declaration.lines();
        Map<Asked, List<Claim>> standing = lock(lines);
        Set<String> receipts =
                payments.known(channel, lines.stream().map(Line::receiptNo).toList());
        receipts = new HashSet<>(receipts);
        List<Payment> taken = new ArrayList<>();
        List<Taken> takenRows = new ArrayList<>();
        List<Refused> refusals = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            try {
                List<Claim> found = standing.getOrDefault(new Asked(line.idNumber(), line.insurance()), List.of());
                Claim claim = only(found, declaration.village());
                if (!receipts.add(line.receiptNo())) {
                    throw new Problem(PaymentProblem.VOUCHER_TAKEN, null);
                }
                Tender tender =
                        new Tender(line.amount(), line.tier(), new Origin(channel, line.receiptNo()), today, id);
                Payment payment = judging.judge(claim, tender);
                if (payment.outcome() == Outcome.SURPLUS) {
                    refusals.add(
                            new Refused(i + 1, line, payment.reason().name(), new Text("已无应缴", "nothing is owed")));
                    continue;
                }
                found.set(0, payment.claim());
                taken.add(payment);
                takenRows.add(
                        new Taken(i + 1, line.receiptNo(), payment.id().toString(), claim.personKey(), line.amount()));
            } catch (Problem refusal) {
                refusals.add(new Refused(i + 1, line, refusal.type().code(), refusal.said()));
            }
        }
        if (!payments.enter(taken)) {
            throw new Problem(RemittanceProblem.RECEIPTS_IN_USE, null);
        }
        return remitted(id, declaration, today, takenRows, refusals);
    }

    /** That of the village agents. */
    private String channel() {
        return policy.channels().stream()
                .filter(Channel::entrusted)
                .findFirst()
                .map(Channel::code)
                .orElseThrow(() -> new Problem(
                        PaymentProblem.CHANNEL_UNKNOWN, new Text("政策未设代办渠道", "no channel of village agents")));
    }

    private static void mustAgree(Declaration declaration) {
        int count = declaration.lines().size();
        if (declaration.declaredCount() != count) {
            throw new Problem(RemittanceProblem.COUNT_DIFFERS, Text.counts(declaration.declaredCount(), count));
        }
        Fen total = Fen.ZERO;
        for (Line line : declaration.lines()) {
            total = total.plus(line.amount());
        }
        if (!declaration.declaredTotal().equals(total)) {
            throw new Problem(
                    RemittanceProblem.TOTAL_DIFFERS,
                    new Text(
                            "申报" + declaration.declaredTotal() + "元，明细合计" + total + "元",
                            "declared " + declaration.declaredTotal() + " yuan, lines " + total + " yuan"));
        }
    }

    private static void mustNotBeAhead(Declaration declaration, LocalDate today) {
        for (int i = 0; i < declaration.lines().size(); i++) {
            LocalDate receivedOn = declaration.lines().get(i).receivedOn();
            if (receivedOn.isAfter(today)) {
                throw new Problem(RemittanceProblem.RECEIVED_AHEAD, Text.today(today))
                        .at(i + 1, "receivedOn", Text.value(receivedOn));
            }
        }
    }

    private Map<Asked, List<Claim>> lock(List<Line> lines) {
        Set<String> idNumbers = new HashSet<>();
        lines.forEach(line -> idNumbers.add(line.idNumber()));
        Map<Asked, List<Claim>> standing = new HashMap<>();
        for (Claims.Asked found : claims.lockByIdNumbers(idNumbers)) {
            standing.computeIfAbsent(new Asked(found.idNumber(), found.claim().insurance()), asked -> new ArrayList<>())
                    .add(found.claim());
        }
        return standing;
    }

    /** Of another village: unknown, as if it did not exist. */
    private static Claim only(List<Claim> found, String village) {
        if (found.isEmpty() || !found.get(0).village().startsWith(village)) {
            throw new Problem(PaymentProblem.PAYER_UNKNOWN, null);
        }
        if (found.size() > 1) {
            throw new Problem(PaymentProblem.PAYER_AMBIGUOUS, null);
        }
        return found.get(0);
    }

    private Remittance remitted(
            UUID id, Declaration declaration, LocalDate today, List<Taken> taken, List<Refused> refusals) {
        Fen total = Fen.ZERO;
        for (Taken row : taken) {
            total = total.plus(row.amount());
        }
        long fen = total.amount();
        String village = declaration.village();
        String township = village.substring(0, Math.min(9, village.length()));
        jdbi.useHandle(h -> h.execute(
                "insert into remittance values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                township,
                village,
                taken.size(),
                refusals.size(),
                fen,
                today,
                declaration.agent()));
        outbox.handOver(
                new CashRemitted(id.toString(), township, village, taken.size(), refusals.size(), total, today));
        held.remitted(id, declaration, today);
        Fen back = declaration.declaredTotal().minus(total);
        return new Remittance(id.toString(), village, today, total, back, taken, refusals);
    }
}
