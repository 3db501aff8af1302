package cn.liangxian.journeys.contract;

import cn.liangxian.handoff.Nullable;
import cn.liangxian.journeys.contract.Contract.Declared;
import cn.liangxian.policy.Deadline;
import cn.liangxian.policy.Policy;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The catalogue of handoffs as a Markdown page. */
final class HandoffTable {

    private final Contract contract;
    private final Policy policy;

    HandoffTable(Contract contract, Policy policy) {
        this.contract = contract;
        this.policy = policy;
    }

    String markdown() {
        StringBuilder page = new StringBuilder(
                """
                # Handoffs

                What each service hands over, generated from the declarations; do not edit. A field with `?` may be absent, money is
                whole fen. Schemas: `schemas/<topic>.json`. "Due" is the rule of `%s`; *assumed* where no clause gives the
                number, `-` where the policy expects it by no date.
                """
                        .formatted(policy.id()));
        contract.byService().forEach((service, handoffs) -> {
            page.append("\n## ").append(service).append("-service\n\n");
            page.append("| topic | what | from -> to | read by | due | clauses | fields |\n");
            page.append("|---|---|---|---|---|---|---|\n");
            handoffs.forEach(handoff -> page.append(row(handoff)));
        });
        return page.toString();
    }

    private String row(Declared handoff) {
        return "| "
                + String.join(
                        " | ",
                        handoff.topic() + (handoff.terms().bulk() ? " (bulk)" : ""),
                        handoff.terms().zh(),
                        parties(handoff),
                        handoff.readers().isEmpty() ? "-" : String.join(", ", handoff.readers()),
                        policy.deadline(handoff.key()).map(HandoffTable::due).orElse("-"),
                        handoff.terms().clauses().length == 0
                                ? "-"
                                : String.join(", ", handoff.terms().clauses()),
                        fields(handoff))
                + " |\n";
    }

    private static String parties(Declared handoff) {
        return Contract.zh(handoff.terms().from()) + " → "
                + Contract.zh(handoff.terms().to()) + "<br>"
                + Contract.en(handoff.terms().from()) + " → "
                + Contract.en(handoff.terms().to());
    }

    private static String due(Deadline deadline) {
        return deadline.rule() + (deadline.dueAssumed() ? " (*assumed*)" : "");
    }

    private static String fields(Declared handoff) {
        return Arrays.stream(handoff.type().getRecordComponents())
                .map(field -> field.getName() + (field.isAnnotationPresent(Nullable.class) ? "?" : ""))
                .collect(Collectors.joining(", "));
    }
}
