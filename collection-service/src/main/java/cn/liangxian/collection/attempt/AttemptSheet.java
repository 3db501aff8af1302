package cn.liangxian.collection.attempt;

import cn.liangxian.collection.attempt.Attempt.Kind;
import cn.liangxian.collection.cash.CashState;
import cn.liangxian.collection.refund.RefundState;
import cn.liangxian.desk.Desk;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.DebitResult;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.RequestScoped;
import java.util.Arrays;
import java.util.List;

/** The statement of all attempts in the words of a page. */
@RequestScoped
public class AttemptSheet {

    private final Desk desk;
    private final AttemptResource attempts;
    private final Policy policy;

    AttemptSheet(Desk desk, AttemptResource attempts, Policy policy) {
        this.desk = desk;
        this.attempts = attempts;
        this.policy = policy;
    }

    /** An attempt; {@code amount} in fen, null for what is no payment; {@code look} tells paid, failed and open apart. */
    public record Row(
            String on,
            String kind,
            String way,
            Long amount,
            String outcome,
            String look,
            String reason,
            String endedOn) {}

    /** Of a person whom the caller may see, in order. */
    public List<Row> of(String personKey, Insurance insurance) {
        return attempts.of(personKey, insurance).attempts().stream()
                .map(this::row)
                .toList();
    }

    private Row row(Attempt each) {
        return new Row(
                each.on().toString(),
                desk.word("attempt_" + each.kind()),
                each.way() == null ? "" : each.kind() == Kind.DEBIT ? bank(each.way()) : desk.channel(each.way()),
                each.amount() == null ? null : each.amount().amount(),
                outcome(each),
                look(each.outcome()),
                each.reason() == null ? "" : reason(each),
                each.endedOn() == null ? "" : each.endedOn().toString());
    }

    private String outcome(Attempt each) {
        String code = each.outcome();
        return switch (each.kind()) {
            case DEBIT -> desk.word("line_" + code);
            case CHANNEL, AGENT, ON_BEHALF -> desk.word("payment_" + code);
            case CASH -> desk.language().of(CashState.valueOf(code).word());
            case CONTACT -> desk.word("outcome_" + code);
            case GUIDED -> desk.word("attemptListed");
            case REFUND -> desk.language().of(RefundState.valueOf(code).word());
        };
    }

    private String reason(Attempt each) {
        String code = each.reason();
        return switch (each.kind()) {
            case GUIDED -> desk.word("guided_" + code);
            case CONTACT -> code;
            default ->
                Arrays.stream(DebitResult.values())
                        .filter(result -> result.name().equals(code))
                        .findFirst()
                        .map(result -> desk.language().of(result.zh(), result.en()))
                        .orElseGet(() -> desk.words().containsKey("refundReason_" + code)
                                ? desk.word("refundReason_" + code)
                                : code);
        };
    }

    private String bank(String code) {
        return policy.debit()
                .flatMap(terms -> terms.bank(code))
                .map(bank -> desk.language().of(bank.zh(), bank.en()))
                .orElse(code);
    }

    private static String look(String outcome) {
        return switch (outcome) {
            case "PAID", "SETTLED", "MADE" -> "done";
            case "FAILED" -> "late";
            case "SENT", "UNKNOWN", "STOPPING", "REVERSING", "REQUESTED", "CHECKED", "APPROVED", "HELD" -> "near";
            default -> "quiet";
        };
    }
}
