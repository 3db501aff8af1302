package cn.liangxian.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.liangxian.handoff.Department;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {
    private static final List<Category> KNOWN = List.of(category("DIBAO", 1), category("ORPHAN", 2));
    private static final Conditions CONDITIONS = conditions();

    @Property
    void aKeptResultIsTheResult(@ForAll @IntRange(max = 1023) int flags, @ForAll @IntRange(max = 110) int age) {
        Situation situation = new Situation(flags, age, -1);
        assertEquals(CONDITIONS.evaluate(situation), CONDITIONS.holding(situation));
        assertEquals(CONDITIONS.evaluate(situation), CONDITIONS.holding(situation));
    }

    @Test
    void manyThreadsGetTheSameAnswers() {
        Conditions fresh = conditions();
        IntStream.range(0, 50_000).parallel().forEach(i -> {
            Situation situation = new Situation(i % 1024, i % 97, -1);
            assertEquals(
                    situation.age() >= 60 && dibao(situation),
                    fresh.holding(situation).get(0));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOBLE", "age", "age >= '60'", "DIBAO &&", "1 == 1.0 ? DIBAO : 3", "weight > 60"})
    void aConditionThatIsNoQuestionAboutKnownWordsIsRefusedWhenItIsRead(String condition) {
        assertThrows(IllegalArgumentException.class, () -> new Conditions(new Vocabulary(KNOWN)).add(condition));
    }

    private static boolean dibao(Situation situation) {
        return (situation.flags() >> 8 & 1) == 1;
    }

    private static Conditions conditions() {
        Vocabulary vocabulary = new Vocabulary(KNOWN);
        vocabulary.group("old", "age >= 60");
        Conditions conditions = new Conditions(vocabulary);
        conditions.add("old && DIBAO");
        conditions.add("student || ORPHAN && !male");
        return conditions;
    }

    private static Category category(String code, int precedence) {
        return new Category(code, code, code, Set.of(Department.CIVIL_AFFAIRS), precedence, "x/1", false);
    }
}
