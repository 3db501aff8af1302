package cn.liangxian.policy;

import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Measures how many residents one core decides and assesses per second, both insurances; run by hand. */
final class AssessingSpeed {
    private static final int RESIDENTS = 200_000;
    private static final LocalDate ON = LocalDate.parse("2023-11-15");

    private AssessingSpeed() {}

    public static void main(String[] arguments) {
        Policy policy = Policy.load(Path.of("../jurisdictions/yicheng-2024.yaml"));
        List<PersonFacts> residents = residents(policy);
        for (int round = 1; round <= 5; round++) {
            long start = System.nanoTime();
            long fen = 0;
            int assessments = 0;
            for (PersonFacts person : residents) {
                if (policy.eligible(PENSION, person, ON).eligible()) {
                    fen += policy.assess(PENSION, person, ON, null).due().amount();
                    assessments++;
                }
                if (policy.eligible(MEDICAL, person, ON).eligible()) {
                    fen += policy.assess(MEDICAL, person, ON, null).due().amount();
                    assessments++;
                }
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "round %d: %,.0f decisions and %,.0f assessments per second, %d fen%n",
                    round, 2 * RESIDENTS / seconds, assessments / seconds, fen);
        }
        evaluatingEachTime(policy, residents);
    }

    /** The same conditions without keeping results: what the expression language alone costs. */
    private static void evaluatingEachTime(Policy policy, List<PersonFacts> residents) {
        for (int round = 1; round <= 3; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < 20_000; i++) policy.evaluateAfresh(MEDICAL, residents.get(i), ON);
            System.out.printf("without keeping: %,.0f per second%n", 20_000 / ((System.nanoTime() - start) / 1e9));
        }
    }

    private static List<PersonFacts> residents(Policy policy) {
        Random random = new Random(42);
        List<PersonFacts> residents = new ArrayList<>();
        for (int i = 0; i < RESIDENTS; i++) {
            LocalDate birth = ON.minusDays(random.nextInt(95 * 365));
            PersonFacts person = PersonFacts.resident(birth, random.nextBoolean() ? Sex.MALE : Sex.FEMALE);
            if (random.nextInt(10) == 0) {
                int which = random.nextInt(policy.categories().size());
                person = person.with(policy.categories().get(which).code());
            }
            residents.add(person);
        }
        return residents;
    }
}
