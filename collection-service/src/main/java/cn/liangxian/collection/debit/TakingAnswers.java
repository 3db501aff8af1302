package cn.liangxian.collection.debit;

import cn.liangxian.collection.DebitHandoff.DebitAnswered;
import cn.liangxian.collection.day.CollectingDay;
import cn.liangxian.collection.debit.AnswerFile.Row;
import cn.liangxian.collection.debit.DebitLineState.Step;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.DebitBank;
import cn.liangxian.policy.DebitResult;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes a bank's answer: counts and sums must agree with the rows or nothing is taken. A row may come twice, late or for
 * a line that was to be stopped; what was debited is money, and {@link BookingDebits} books it or has it given back.
 */
@ApplicationScoped
@Clause("bachu-2022/第二十八条(1)")
class TakingAnswers {

    private final CollectingDay day;
    private final DebitBook book;
    private final BookingDebits booking;
    private final Policy policy;
    private final Outbox outbox;

    TakingAnswers(CollectingDay day, DebitBook book, BookingDebits booking, Policy policy, Outbox outbox) {
        this.day = day;
        this.book = book;
        this.booking = booking;
        this.policy = policy;
        this.outbox = outbox;
    }

    /** What was made of an answer; refused rows, counted from 1, say why. {@code repeated} ones were known before. */
    record Taken(
            String answerId,
            long batchNo,
            int paid,
            Fen total,
            int failed,
            int unknown,
            int repeated,
            List<Refused> refusals) {}

    record Refused(int row, int lineNo, String code, String message, String messageEn) {
        Refused(int row, int lineNo, String code, Text why) {
            this(row, lineNo, code, why.zh(), why.en());
        }
    }

    Taken take(DebitBatch batch, AnswerFile answer) {
        DebitBank bank = policy.debit().orElseThrow().bank(batch.bank()).orElseThrow();
        mustAgree(batch, answer, bank);
        LocalDate today = day.join();
        book.lock(batch.batchNo());
        Map<Integer, DebitLine> lines =
                book
                        .lines(
                                batch.batchNo(),
                                answer.rows().stream().map(Row::lineNo).toList())
                        .stream()
                        .collect(Collectors.toMap(DebitLine::lineNo, Function.identity()));
        Map<DebitLine, Row> debited = new LinkedHashMap<>();
        List<DebitLine> failed = new ArrayList<>();
        List<DebitLine> unknown = new ArrayList<>();
        List<Refused> refusals = new ArrayList<>();
        int repeated = 0;
        for (int i = 0; i < answer.rows().size(); i++) {
            Row row = answer.rows().get(i);
            DebitLine line = lines.get(row.lineNo());
            DebitResult became = bank.result(row.code());
            if (line == null) {
                refusals.add(new Refused(
                        i + 1, row.lineNo(), "line-unknown", new Text("批次中没有该笔", "the batch has no such line")));
            } else if (!line.amount().equals(row.amount())) {
                refusals.add(new Refused(
                        i + 1,
                        row.lineNo(),
                        "amount-differs",
                        new Text("应扣" + line.amount() + "元", "was asked for " + line.amount() + " yuan")));
            } else if (!line.voucher().equals(row.voucher())) {
                refusals.add(new Refused(
                        i + 1,
                        row.lineNo(),
                        "voucher-differs",
                        new Text("TaxVouNo 应为" + line.voucher(), "TaxVouNo is " + line.voucher())));
            } else if (became == DebitResult.OK && !isBetween(batch.debitOn(), row.debitedOn(), today)) {
                refusals.add(new Refused(
                        i + 1,
                        row.lineNo(),
                        "date-differs",
                        new Text(
                                "TaxDate 应在" + batch.debitOn() + "至" + today + "之间",
                                "TaxDate lies between " + batch.debitOn() + " and " + today)));
            } else if (line.result() == became
                    && (became == DebitResult.OK || !line.state().open())) {
                repeated++;
            } else {
                Step step =
                        became == DebitResult.OK ? Step.DEBITED : became.known() ? Step.NOT_DEBITED : Step.NOT_KNOWN;
                if (DebitLineState.LIFE.next(line.state(), step).isEmpty()) {
                    refusals.add(new Refused(
                            i + 1,
                            row.lineNo(),
                            "answer-contradicts",
                            new Text(
                                    "此前回盘为“" + line.result().zh() + "”",
                                    "was answered before: " + line.result().en())));
                    continue;
                }
                DebitLine moved = line.after(step, became, row.code());
                lines.put(row.lineNo(), moved);
                switch (step) {
                    case DEBITED -> debited.put(line, row);
                    case NOT_KNOWN -> unknown.add(moved);
                    default -> failed.add(moved);
                }
            }
        }
        // in the order in which rows of one file may follow one another about the same line
        book.keep(unknown, null);
        book.keep(failed, today);
        List<DebitLine> paid = booking.book(batch, debited, today);
        return taken(batch, paid, failed, unknown, repeated, refusals);
    }

    private static void mustAgree(DebitBatch batch, AnswerFile answer, DebitBank bank) {
        if (answer.batchNo() != batch.batchNo() || !answer.debitOn().equals(batch.debitOn())) {
            throw new Problem(
                    DebitProblem.OTHER_BATCH,
                    new Text(
                            "文件所回批次为" + answer.batchNo() + "，扣款日" + answer.debitOn(),
                            "it answers batch " + answer.batchNo() + " of " + answer.debitOn()));
        }
        List<Row> succeeded = answer.rows().stream()
                .filter(row -> bank.result(row.code()) == DebitResult.OK)
                .toList();
        for (int i = 0; i < answer.rows().size(); i++) {
            Row row = answer.rows().get(i);
            if (row.debitedOn() == null && bank.result(row.code()) == DebitResult.OK) {
                throw AnswerFile.unreadable(i + 1, "TaxDate", Text.MISSING);
            }
        }
        Problem differs = new Problem(DebitProblem.TOTAL_DIFFERS, null);
        compare(differs, "AllNum", answer.count(), answer.rows().size());
        compare(differs, "AllAmt", answer.total(), sum(answer.rows()));
        compare(differs, "SuccNum", answer.succeeded(), succeeded.size());
        compare(differs, "SuccAmt", answer.debited(), sum(succeeded));
        if (!differs.violations().isEmpty()) {
            throw differs;
        }
    }

    private static void compare(Problem differs, String field, Object said, Object counted) {
        if (!said.equals(counted)) {
            differs.at(
                    null,
                    field,
                    new Text("填报" + said + "，明细合计" + counted, "says " + said + ", the rows make " + counted));
        }
    }

    private static boolean isBetween(LocalDate first, LocalDate day, LocalDate last) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    private static Fen sum(List<Row> rows) {
        return rows.stream().map(Row::amount).reduce(Fen.ZERO, Fen::plus);
    }

    private Taken taken(
            DebitBatch batch,
            List<DebitLine> paid,
            List<DebitLine> failed,
            List<DebitLine> unknown,
            int repeated,
            List<Refused> refusals) {
        String id = Uuid7.next().toString();
        Fen total = paid.stream().map(DebitLine::amount).reduce(Fen.ZERO, Fen::plus);
        int open = book.find(batch.batchNo()).orElseThrow().open();
        outbox.handOver(new DebitAnswered(
                id,
                Long.toString(batch.batchNo()),
                batch.bank(),
                paid.size(),
                total,
                failed.size(),
                unknown.size(),
                refusals.size(),
                open));
        return new Taken(id, batch.batchNo(), paid.size(), total, failed.size(), unknown.size(), repeated, refusals);
    }
}
