package cn.liangxian.journeys.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules of the house that a machine can check. */
class HouseRulesTest {

    private static final int LINES = 400;
    private static final Set<String> NO_PACKAGE =
            Set.of("common", "util", "utils", "helper", "helpers", "manager", "managers", "misc", "shared", "impl");
    private static final Pattern DATE_OF_THE_DATABASE = Pattern.compile(
            "\\b(current_date|localtimestamp|current_timestamp::date|now\\(\\)::date)\\b", Pattern.CASE_INSENSITIVE);
    private static final JavaClasses SERVICES = House.services();
    private static final JavaClasses HANDOFFS = House.handoffs();
    private static final JavaClasses EVERYTHING = House.everything();

    @Test
    void noServiceImportsWhatAnotherServiceKeepsToItself() {
        Set<String> handedOver = House.names(HANDOFFS);
        Set<String> violations = new TreeSet<>();
        int betweenServices = 0;
        for (JavaClass type : SERVICES) {
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                String target = House.service(dependency.getTargetClass());
                if (target.isEmpty() || target.equals(House.service(type))) continue;
                betweenServices++;
                if (!handedOver.contains(
                        dependency.getTargetClass().getBaseComponentType().getName())) {
                    violations.add(dependency.getDescription());
                }
            }
        }
        assertEquals(Set.of(), violations);
        assertTrue(betweenServices > 0, "services read each other's handoffs, so there is something to look at");
    }

    @Test
    void aServiceLivesInItsOwnPackagesAndNotInThoseOfItsHandoffs() {
        Set<String> violations = new TreeSet<>();
        for (String service : House.SERVICES) {
            for (JavaClass type : House.classes(service + "-service")) {
                if (!type.getPackageName().startsWith("cn.liangxian." + service + ".")) violations.add(type.getName());
            }
        }
        assertEquals(Set.of(), violations);
    }

    @Test
    void aHandoffsJarHoldsOneSealedInterfaceAndItsRecordsAndNothingElse() throws ClassNotFoundException {
        for (String service : House.SERVICES) {
            String handoff = "cn.liangxian." + service + "."
                    + service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1) + "Handoff";
            assertTrue(Class.forName(handoff).isSealed(), handoff);
            for (JavaClass type : House.classes(service + "-service/handoffs")) {
                if (type.getName().equals(handoff)) continue;
                assertTrue(type.getName().startsWith(handoff + "$"), type.getName());
                assertTrue(type.isRecord() || type.isEnum() || type.isAnonymousClass(), type.getName());
            }
        }
    }

    @Test
    void handoffsAreFreeOfFrameworks() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "cn.liangxian.handoff")
                        .or(DescribedPredicate.describe("are handoffs", type -> House.names(HANDOFFS)
                                .contains(type.getBaseComponentType().getName()))))
                .check(HANDOFFS);
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "javax.crypto..", "cn.liangxian.handoff"))
                .check(House.classes("deploy/handoff"));
    }

    @Test
    void deadlinesAndPolicyArePlainJava() {
        noClasses()
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
                        "cn.liangxian.rest.."))
                .check(House.classes("deploy/deadlines"));
    }

    @Test
    void theWorldKnowsTheServicesByRestFilesAndTopicsOnly() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        DescribedPredicate.describe("belong to a service or its handoffs", type -> !House.service(type)
                                .isEmpty()))
                .orShould()
                .dependOnClassesThat(resideInAnyPackage("cn.liangxian.messaging..", "cn.liangxian.rest.."))
                .check(House.classes("deploy/world"));
    }

    @Test
    void theOracleSharesNothingWithTheServices() {
        noClasses()
                .that(resideInAPackage("cn.liangxian.journeys.oracle.."))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are ours and not the oracle's",
                        type -> type.getPackageName().startsWith("cn.liangxian.")
                                && !type.getPackageName().startsWith("cn.liangxian.journeys.oracle")))
                .check(House.classes("deploy/journeys"));
    }

    @Test
    void noPackageIsAGrabBag() {
        Set<String> violations = new TreeSet<>();
        for (JavaClass type : EVERYTHING) {
            for (String part : type.getPackageName().split("\\.")) {
                if (NO_PACKAGE.contains(part)) violations.add(type.getPackageName());
            }
        }
        assertEquals(Set.of(), violations);
    }

    @Test
    void noClassIsNamedAfterItsPlaceInAFramework() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helpers?|Manager)(\\$.*)?")
                .check(EVERYTHING);
    }

    @Test
    void noServiceAsksTheWallClockWhatDayItIs() throws IOException {
        noClasses()
                .should()
                .accessTargetWhere(
                        DescribedPredicate.describe("the clock is asked for a date", HouseRulesTest::asksForADate))
                .check(SERVICES);
        List<String> violations = new ArrayList<>();
        for (Path source : House.sources(".java", ".sql")) {
            String place = House.ROOT.relativize(source).toString();
            if (place.contains("-service/src/main")
                    && DATE_OF_THE_DATABASE.matcher(Files.readString(source)).find()) {
                violations.add(place);
            }
        }
        assertEquals(List.of(), violations, "the clock of the database is no business date either");
    }

    private static boolean asksForADate(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getName();
        if (owner.equals("java.util.Date") || owner.equals("java.util.Calendar") || owner.equals("java.time.Clock")) {
            return true;
        }
        return owner.startsWith("java.time.") && !owner.equals("java.time.Instant") && name.equals("now")
                || owner.equals("java.time.LocalDate") && name.equals("ofInstant")
                || owner.equals("java.time.Instant") && (name.equals("atZone") || name.equals("atOffset"));
    }

    @Test
    void whatABeanNeedsStandsInItsConstructor() {
        JavaClasses beans = EVERYTHING.that(resideInAPackage("cn.liangxian.."));
        for (String annotation : List.of(
                "jakarta.inject.Inject",
                "org.eclipse.microprofile.config.inject.ConfigProperty",
                "org.eclipse.microprofile.reactive.messaging.Channel",
                "jakarta.persistence.PersistenceContext")) {
            noFields().should().beAnnotatedWith(annotation).check(beans);
        }
    }

    @Test
    void noSourceFileIsLongerThanAReaderBears() throws IOException {
        List<Path> sources = House.sources(".java", ".sql", ".ts", ".js", ".html", ".css");
        assertFalse(sources.isEmpty());
        List<String> violations = new ArrayList<>();
        for (Path source : sources) {
            long lines;
            try (var text = Files.lines(source)) {
                lines = text.count();
            }
            if (lines > LINES) violations.add(House.ROOT.relativize(source) + " has " + lines);
        }
        assertEquals(List.of(), violations);
    }
}
