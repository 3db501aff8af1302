package cn.liangxian.journeys.clause;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code deploy/docs/clauses.md}: each clause, its words, where it lives, its tests and its state. */
final class ClauseTable {

    private ClauseTable() {}

    static String markdown(Coverage coverage) {
        StringBuilder text = new StringBuilder(
                """
                # Clauses

                Every clause of the notices, generated from `clauses.csv` and from where the code, the policy files and the
                tests name it (`@Clause`, `@Terms`, `by:`); do not edit. **shown**: at least one test shows it. **human**: work of
                people, nothing to run. **open**: not yet.
                """);
        List<String> notices =
                coverage.clauses().stream().map(Clause::notice).distinct().toList();
        text.append("\n| notice | clauses | shown | human | open |\n|---|---|---|---|---|\n");
        for (String notice : notices) {
            List<Clause> clauses = of(coverage, notice);
            text.append("| %s | %d | %d | %d | %d |\n"
                    .formatted(
                            notice,
                            clauses.size(),
                            count(coverage, clauses, "shown"),
                            count(coverage, clauses, "human"),
                            count(coverage, clauses, "open")));
        }
        for (String notice : notices) {
            text.append("\n## ").append(notice).append("\n\n");
            text.append("| clause | quote | what | state | lives in | tests |\n|---|---|---|---|---|---|\n");
            of(coverage, notice).forEach(clause -> text.append(row(coverage, clause)));
        }
        return text.toString();
    }

    private static String row(Coverage coverage, Clause clause) {
        return "| %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        clause.id().substring(clause.notice().length() + 1),
                        cell(clause.quote()),
                        cell(clause.what()),
                        coverage.state(clause),
                        list(coverage.carriedBy(clause)),
                        list(coverage.shownBy(clause)));
    }

    private static List<Clause> of(Coverage coverage, String notice) {
        return coverage.clauses().stream()
                .filter(clause -> clause.notice().equals(notice))
                .toList();
    }

    private static long count(Coverage coverage, List<Clause> clauses, String state) {
        return clauses.stream()
                .filter(clause -> coverage.state(clause).equals(state))
                .count();
    }

    private static String list(Set<String> places) {
        return places.isEmpty()
                ? "-"
                : places.stream().map(place -> "`" + place + "`").collect(Collectors.joining("<br>"));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace('\n', ' ');
    }
}
