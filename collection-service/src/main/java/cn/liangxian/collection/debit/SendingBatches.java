package cn.liangxian.collection.debit;

import cn.liangxian.collection.DebitHandoff.DebitBatchSent;
import cn.liangxian.collection.claim.Assessing;
import cn.liangxian.collection.claim.Claim;
import cn.liangxian.collection.claim.Claims;
import cn.liangxian.collection.debit.Candidates.Candidate;
import cn.liangxian.collection.payment.JudgingTender;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.DebitBank;
import cn.liangxian.policy.DebitTerms;
import cn.liangxian.policy.NoPaymentWindowException;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.TierNotAllowedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every day from the policy's first on, sends each bank the accounts to debit. */
@ApplicationScoped
@Clause("bachu-2022/第二十八条(1)")
class SendingBatches implements DailyWork {

    private static final int PAGE = 2_000;

    private final Candidates candidates;
    private final Claims claims;
    private final Assessing assessing;
    private final JudgingTender judging;
    private final DebitBook book;
    private final Policy policy;
    private final Outbox outbox;

    SendingBatches(
            Candidates candidates,
            Claims claims,
            Assessing assessing,
            JudgingTender judging,
            DebitBook book,
            Policy policy,
            Outbox outbox) {
        this.candidates = candidates;
        this.claims = claims;
        this.assessing = assessing;
        this.judging = judging;
        this.book = book;
        this.policy = policy;
        this.outbox = outbox;
    }

    /** After {@link AskingAgain}: what the bank has not answered is open, and not sent again. */
    @Override
    public int order() {
        return 50;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        policy.debit().filter(terms -> !date.isBefore(terms.first())).ifPresent(terms -> {
            boolean open = policy.channel(terms.channel())
                    .filter(channel -> channel.openOn(date))
                    .isPresent();
            if (open) {
                terms.banks().forEach(bank -> send(terms, bank, date));
            }
        });
    }

    private void send(DebitTerms terms, DebitBank bank, LocalDate date) {
        List<DebitLine> lines = new ArrayList<>();
        long after = 0;
        List<Candidate> page;
        do {
            page = candidates.of(bank.code(), after, PAGE);
            after = page.isEmpty() ? after : page.get(page.size() - 1).claimNo();
            add(lines, page, terms.channel(), date);
        } while (page.size() == PAGE);
        if (lines.isEmpty()) {
            return;
        }
        LocalDate answerBy = date.plusDays(terms.answerDays());
        LocalDate cutOff = terms.cutOff().lastDay(date);
        long batchNo = book.enter(bank.code(), policy.feeYear(), date, cutOff, answerBy, lines);
        Fen total = lines.stream().map(DebitLine::amount).reduce(Fen.ZERO, Fen::plus);
        outbox.handOver(
                new DebitBatchSent(Long.toString(batchNo), bank.code(), date, lines.size(), total, answerBy, cutOff));
    }

    private void add(List<DebitLine> lines, List<Candidate> page, String channel, LocalDate date) {
        Map<Long, Claim> standing = claims
                .lockByNumbers(page.stream().map(Candidate::claimNo).toList())
                .stream()
                .collect(Collectors.toMap(Claim::number, Function.identity()));
        for (Candidate candidate : page) {
            Claim claim = standing.get(candidate.claimNo());
            Fen owed = owed(claim, candidate, date);
            // more than was agreed is not taken: the township applies for a change, or guides to another channel
            boolean agreed = owed.isPositive() && owed.compareTo(candidate.agreed()) <= 0;
            if (agreed && judging.maySend(claim, channel, date)) {
                lines.add(new DebitLine(
                        0,
                        lines.size() + 1,
                        candidate.claimNo(),
                        candidate.township(),
                        candidate.payer(),
                        candidate.insurance(),
                        owed,
                        candidate.tier(),
                        candidate.account(),
                        DebitLineState.LIFE.first(),
                        null,
                        null,
                        null));
            }
        }
    }

    private Fen owed(Claim claim, Candidate candidate, LocalDate date) {
        try {
            return assessing.owed(claim, candidate.tier(), date).amount();
        } catch (TierNotAllowedException | NoPaymentWindowException e) {
            return Fen.ZERO;
        }
    }
}
