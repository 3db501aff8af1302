package cn.liangxian.subsidy.application;

import cn.liangxian.handoff.Fen;
import cn.liangxian.policy.Identity;
import cn.liangxian.subsidy.SubsidyHandoff.Purpose;
import cn.liangxian.subsidy.roster.Beneficiary;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A rostered person for whom something might be applied.
 *
 * @param tier the level the person chose, else the amount due of the roster line
 * @param open what nobody has paid or promised to pay of the claim
 * @param applied what was applied for before and has not lapsed, whatever became of it, by purpose and rule
 */
record Candidate(Beneficiary beneficiary, Fen tier, Fen open, Map<String, Fen> applied) {

    /** What follows the name of a rule that is applied for again, since only a part was open before. */
    private static final String REST = "/rest";

    /** How {@code applied} names a rule. */
    static String key(Purpose purpose, String rule) {
        return purpose + "/" + rule;
    }

    boolean has(Purpose purpose, String rule) {
        return applied.containsKey(key(purpose, rule));
    }

    /** What was applied for on the person's behalf under all rules. */
    Fen onBehalf() {
        return sum(key(Purpose.PROXY, ""));
    }

    /** What was applied for on the person's behalf under the rule, its rests included. */
    Fen onBehalf(String rule) {
        return applied.getOrDefault(key(Purpose.PROXY, rule), Fen.ZERO).plus(sum(key(Purpose.PROXY, rule) + REST));
    }

    /** The name under which the rule is applied for on the person's behalf: nobody has two lines of one name. */
    String lineOf(String rule) {
        String name = rule;
        while (has(Purpose.PROXY, name)) {
            name += REST;
        }
        return name;
    }

    /** Whether a line of this name is of the rule. */
    static boolean isOf(String rule, String line) {
        return line.equals(rule) || line.startsWith(rule + REST);
    }

    /** The candidate as is, and without every choice of the statuses that hold on the day: at once nobody has many. */
    Stream<Candidate> withAnyOfTheStatuses(LocalDate on) {
        List<Identity> all = beneficiary.identities();
        List<Identity> holding =
                all.stream().filter(identity -> identity.holdsOn(on)).toList();
        return IntStream.range(0, 1 << holding.size())
                .mapToObj(choice -> IntStream.range(0, holding.size())
                        .filter(i -> (choice >> i & 1) == 1)
                        .mapToObj(holding::get)
                        .toList())
                .map(dropped -> all.stream()
                        .filter(identity -> !dropped.contains(identity))
                        .toList())
                .map(left -> new Candidate(beneficiary.with(left), tier, open, applied));
    }

    private Fen sum(String prefix) {
        return applied.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .reduce(Fen.ZERO, Fen::plus);
    }
}
