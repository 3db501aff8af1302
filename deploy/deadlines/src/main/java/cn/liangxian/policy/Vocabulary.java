package cn.liangxian.policy;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words a condition may use: the facts of a person, every category code and every group of the file. A word that is
 * not among them is refused when the file is loaded.
 */
final class Vocabulary {
    private static final List<String> FACTS = List.of(
            "registeredHere",
            "residesHere",
            "student",
            "employeeInsured",
            "insuredElsewhere",
            "otherPension",
            "male",
            "insuredInCity");
    private static final int FIRST_CATEGORY = 8;

    private record Group(String name, CelRuntime.Program program) {}

    private final Map<String, Integer> categories = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final CelRuntime runtime =
            CelRuntimeFactory.standardCelRuntimeBuilder().build();
    private boolean groupAsksForWife;

    Vocabulary(List<Category> known) {
        for (Category category : known) categories.put(category.code(), FIRST_CATEGORY + categories.size());
    }

    /** @throws IllegalArgumentException when the condition cannot be read */
    void group(String name, String condition) {
        groups.add(new Group(name, compile(condition)));
        words.add(name);
        groupAsksForWife |= condition.contains("wifeAge");
    }

    boolean asksForWife(String condition) {
        return condition.contains("wifeAge") || groupAsksForWife;
    }

    /** @throws IllegalArgumentException when the condition is no CEL, uses an unknown word, or is neither true nor false */
    CelRuntime.Program compile(String condition) {
        try {
            return runtime.createProgram(compiler().compile(condition).getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException("'" + condition + "': " + e.getMessage(), e);
        }
    }

    private CelCompiler compiler() {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .addVar("age", SimpleType.INT)
                .addVar("wifeAge", SimpleType.INT)
                .setResultType(SimpleType.BOOL);
        for (String fact : FACTS) builder.addVar(fact, SimpleType.BOOL);
        for (String category : categories.keySet()) builder.addVar(category, SimpleType.BOOL);
        for (String group : words) builder.addVar(group, SimpleType.BOOL);
        return builder.build();
    }

    /** The yes-or-no facts of the person on the day. */
    long flags(PersonFacts person, LocalDate on) {
        long flags = bit(person.registeredHere(), 0)
                | bit(person.residesHere(), 1)
                | bit(person.student(), 2)
                | bit(person.employeeInsured(), 3)
                | bit(person.insuredElsewhere(), 4)
                | bit(person.otherPension(), 5)
                | bit(person.sex() == Sex.MALE, 6)
                | bit(person.insuredInCity(), 7);
        for (Identity identity : person.identities()) {
            Integer position = categories.get(identity.category());
            if (position == null)
                throw new IllegalArgumentException("the policy has no category '" + identity.category() + "'");
            if (identity.holdsOn(on)) flags |= 1L << position;
        }
        return flags;
    }

    Map<String, Object> values(Situation situation) {
        Map<String, Object> values = new HashMap<>();
        values.put("age", (long) situation.age());
        values.put("wifeAge", (long) situation.wifeAge());
        for (int i = 0; i < FACTS.size(); i++) values.put(FACTS.get(i), (situation.flags() >> i & 1) == 1);
        categories.forEach((code, position) -> values.put(code, (situation.flags() >> position & 1) == 1));
        for (Group group : groups) values.put(group.name(), Conditions.holds(group.program(), values));
        return values;
    }

    private static long bit(boolean fact, int position) {
        return fact ? 1L << position : 0;
    }
}
