package cn.liangxian.journeys.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.TreeSet;

/** The rules of the house over compiled classes. */
final class HouseRules {

    static final ArchRule HANDOFFS_ARE_FREE_OF_FRAMEWORKS = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "javax.crypto..", "cn.liangxian.handoff")
                    .or(DescribedPredicate.describe("are handoffs", type -> type.getBaseComponentType()
                            .getName()
                            .matches("cn\\.liangxian\\.[a-z]+\\.[A-Z][A-Za-z]+Handoff(\\$.*)?"))));

    static final ArchRule PLAIN_JAVA = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "io.quarkus..",
                    "io.smallrye..",
                    "jakarta..",
                    "org.jboss..",
                    "org.eclipse..",
                    "org.apache.kafka..",
                    "org.jdbi..",
                    "cn.liangxian.messaging..",
                    "cn.liangxian.rest.."));

    static final ArchRule THE_WORLD_STANDS_OUTSIDE = noClasses()
            .should()
            .dependOnClassesThat(
                    DescribedPredicate.describe("belong to a service or its handoffs", type -> !House.service(type)
                            .isEmpty()))
            .orShould()
            .dependOnClassesThat(resideInAnyPackage("cn.liangxian.messaging..", "cn.liangxian.rest.."));

    static final ArchRule THE_ORACLE_COUNTS_FOR_ITSELF = noClasses()
            .that(resideInAPackage("cn.liangxian.journeys.oracle.."))
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are ours and not the oracle's",
                    type -> type.getPackageName().startsWith("cn.liangxian.")
                            && !type.getPackageName().startsWith("cn.liangxian.journeys.oracle")));

    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
            noClasses().should().haveNameMatching(".*(Impl|Utils?|Helpers?|Manager)(\\$.*)?");

    static final ArchRule THE_CLOCK_IS_NOT_ASKED_FOR_A_DATE = noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.describe("the clock is asked for a date", HouseRules::asksForADate));

    private static final String INCOMING = "org.eclipse.microprofile.reactive.messaging.Incoming";

    /** One that retries inside its own transaction finds itself in the inbox, and the event is lost; see the test of messaging. */
    static final ArchRule EVENTS_COME_THROUGH_THE_INBOX = methods()
            .that()
            .areAnnotatedWith(INCOMING)
            .or()
            .areAnnotatedWith(INCOMING + "s")
            .should(notCarry("jakarta.transaction.Transactional"))
            .andShould(notCarry("org.eclipse.microprofile.faulttolerance.Retry"))
            .andShould(new ArchCondition<>("hand what came to the inbox") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean hands = method.getMethodCallsFromSelf().stream()
                            .anyMatch(call -> call.getTargetOwner().getName().equals("cn.liangxian.messaging.Inbox"));
                    events.add(new SimpleConditionEvent(method, hands, method.getFullName() + " past the inbox"));
                }
            });

    private HouseRules() {}

    private static ArchCondition<JavaMethod> notCarry(String annotation) {
        return new ArchCondition<>("not carry " + annotation + ", nor its class") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean carries =
                        method.isAnnotatedWith(annotation) || method.getOwner().isAnnotatedWith(annotation);
                events.add(new SimpleConditionEvent(method, !carries, method.getFullName() + " with " + annotation));
            }
        };
    }

    static ArchRule noFieldIsFilledBy(String annotation) {
        return noFields().should().beAnnotatedWith(annotation);
    }

    /** Where a service depends on a class of another service that is none of the handed over ones. */
    static Set<String> trespasses(JavaClasses services, Set<String> handedOver) {
        Set<String> trespasses = new TreeSet<>();
        services.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .forEach(dependency -> {
                    String owner = House.service(dependency.getTargetClass().getBaseComponentType());
                    boolean own = owner.isEmpty() || owner.equals(House.service(dependency.getOriginClass()));
                    if (!own
                            && !handedOver.contains(dependency
                                    .getTargetClass()
                                    .getBaseComponentType()
                                    .getName())) {
                        trespasses.add(dependency.getDescription());
                    }
                });
        return trespasses;
    }

    private static boolean asksForADate(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getName();
        if (owner.equals("java.util.Date") || owner.equals("java.util.Calendar") || owner.equals("java.time.Clock")) {
            return true;
        }
        return (owner.startsWith("java.time.") && !owner.equals("java.time.Instant") && name.equals("now"))
                || (owner.equals("java.time.LocalDate") && name.equals("ofInstant"))
                || (owner.equals("java.time.Instant") && (name.equals("atZone") || name.equals("atOffset")));
    }
}
