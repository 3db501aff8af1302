package cn.liangxian.journeys.clause;

import cn.liangxian.journeys.clause.Mention.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which clause is carried out where, and by which tests that is shown. */
final class Coverage {

    private final List<Clause> clauses;
    private final List<Mention> mentions;
    private final Map<String, List<Mention>> byClause;

    Coverage(List<Clause> clauses, List<Mention> mentions) {
        this.clauses = clauses;
        this.mentions = mentions;
        this.byClause = mentions.stream().collect(Collectors.groupingBy(Mention::clause));
    }

    List<Clause> clauses() {
        return clauses;
    }

    Set<String> carriedBy(Clause clause) {
        return places(clause.id(), Kind.CARRIES);
    }

    Set<String> shownBy(Clause clause) {
        return places(clause.id(), Kind.SHOWS);
    }

    /** {@code shown}, {@code human}, or {@code open} while nobody claims it. */
    String state(Clause clause) {
        if (clause.human()) return "human";
        return shownBy(clause).isEmpty() ? "open" : "shown";
    }

    /** Places that name a clause that no notice has. */
    Set<String> unknown() {
        Set<String> known = clauses.stream().map(Clause::id).collect(Collectors.toSet());
        return mentions.stream()
                .filter(mention -> !known.contains(mention.clause()))
                .map(mention -> mention.file() + " names " + mention.clause())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Clauses that something claims to carry out and no test shows. */
    Set<String> claimedOnly() {
        Set<String> claimed = new TreeSet<>();
        new TreeMap<>(byClause).forEach((id, places) -> {
            if (places(id, Kind.SHOWS).isEmpty()) {
                claimed.add(id + ", claimed by " + places(id, Kind.CARRIES) + places(id, Kind.IDLE));
            }
        });
        return claimed;
    }

    /** Places in a test tree that name a clause and are no test. */
    Set<String> idle() {
        return mentions.stream()
                .filter(mention -> mention.kind() == Kind.IDLE)
                .map(mention -> mention.file() + " " + mention.place())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> places(String id, Kind kind) {
        return byClause.getOrDefault(id, List.of()).stream()
                .filter(mention -> mention.kind() == kind)
                .map(Mention::place)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
