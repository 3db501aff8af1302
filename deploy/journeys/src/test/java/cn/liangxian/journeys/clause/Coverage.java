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

    /** Where it is carried out, and the policy files that cite it. */
    Set<String> carriedBy(Clause clause) {
        Set<String> places = places(clause.id(), Kind.CARRIES);
        places.addAll(places(clause.id(), Kind.CITES));
        return places;
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
            Set<String> carried = places(id, Kind.CARRIES);
            if (!carried.isEmpty() && places(id, Kind.SHOWS).isEmpty()) {
                claimed.add(id + ", claimed by " + carried);
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

    private TreeSet<String> places(String id, Kind kind) {
        return byClause.getOrDefault(id, List.of()).stream()
                .filter(mention -> mention.kind() == kind)
                .map(Mention::place)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
