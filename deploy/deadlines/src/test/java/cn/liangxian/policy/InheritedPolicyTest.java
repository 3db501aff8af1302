package cn.liangxian.policy;

import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.handoff.Fen;
import cn.liangxian.policy.Finding.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A county stands on its city's file, and a later notice on the county's")
class InheritedPolicyTest {
    private static final Path HOLIDAYS = Path.of("../jurisdictions/holidays");
    private static final Path POLICIES = Path.of("src/test/resources/policies");
    private static final Policy COUNTY = policy("gulf-north-2025");
    private static final Policy EXTENDED = policy("gulf-north-2025-extended");
    private static final PersonFacts GROWN = PersonFacts.resident(LocalDate.parse("1990-01-01"), Sex.FEMALE);

    @TempDir
    private Path folder;

    @Test
    void whatTheCountyDoesNotSayIsTheCitysUnderTheCitysClause() {
        Assessment assessment = COUNTY.assess(MEDICAL, GROWN, day("2024-11-01"), null);
        assertEquals(Fen.ofYuan(400), assessment.due());
        assertEquals("gulf-city-2025/四", assessment.clause());
        assertEquals(
                "gulf-city-2025/六",
                COUNTY.deadline("audit-publication-evidenced").orElseThrow().clause());
        assertEquals(Set.of("gulf-city-2025", "gulf-north-2025"), COUNTY.documents());
    }

    @Test
    void whatItSaysReplacesTheCitysValueWithItsClauseAndOnlyThat() {
        Deadline roster = COUNTY.deadline("enrollment-roster-delivered").orElseThrow();
        assertEquals("gulf-north-2025/五", roster.clause());
        assertEquals(day("2024-09-11"), roster.rule().due(COUNTY.anchors()));
        Assessment poor = COUNTY.assess(MEDICAL, GROWN.with("POOR"), day("2024-11-01"), null);
        assertEquals("gulf-city-2025/四", poor.shares().get(0).clause());
        Assessment doctor = COUNTY.assess(MEDICAL, GROWN.with("VILLAGE_DOCTOR"), day("2024-11-01"), null);
        assertEquals("gulf-north-2025/四", doctor.shares().get(0).clause());
        assertEquals(
                List.of("POOR", "LOW_INCOME", "MIGRANT", "VILLAGE_DOCTOR"),
                COUNTY.categories().stream().map(Category::code).toList());
    }

    @Test
    void nothingInItsPlaceTakesAValueAway() {
        assertTrue(COUNTY.deadline("collection-progress-reported").isEmpty());
        assertTrue(policy("gulf-city-2025")
                .deadline("collection-progress-reported")
                .isPresent());
    }

    @Test
    void aChangeOfTheCitysFileIsAnotherVersionOfTheCounty() throws IOException {
        copy("gulf-north-2025.yaml", "", "");
        copy("gulf-city-2025.yaml", "yuan: 400, prices", "yuan: 410, prices");
        Policy changed = Policy.load(folder.resolve("gulf-north-2025.yaml"), HOLIDAYS);
        assertNotEquals(COUNTY.digest(), changed.digest());
        assertEquals(
                Fen.ofYuan(410),
                changed.assess(MEDICAL, GROWN, day("2024-11-01"), null).due());
    }

    @Test
    void aMistakeInTheCitysFileIsToldUnderItsNameAndLine() throws IOException {
        copy("gulf-north-2025.yaml", "", "");
        String city = copy("gulf-city-2025.yaml", "who: LOW_INCOME", "who: HIGH_INCOME");
        int line = city.substring(0, city.indexOf("HIGH_INCOME")).split("\n", -1).length;
        InvalidPolicyException refused = assertThrows(
                InvalidPolicyException.class, () -> Policy.load(folder.resolve("gulf-north-2025.yaml"), HOLIDAYS));
        assertTrue(
                refused.problems().toString().contains("line " + line + ": gulf-city-2025.yaml: "),
                refused::getMessage);
    }

    @ParameterizedTest(name = "extends {0}")
    @CsvSource({"gulf-north-2025.yaml,stands on this file itself", "nowhere.yaml,is no file"})
    void aFileThatStandsOnItselfOrOnNothingIsRefused(String other, String why) throws IOException {
        copy("gulf-north-2025.yaml", "gulf-city-2025.yaml", other);
        InvalidPolicyException refused = assertThrows(
                InvalidPolicyException.class, () -> Policy.load(folder.resolve("gulf-north-2025.yaml"), HOLIDAYS));
        assertTrue(refused.getMessage().contains(why), refused::getMessage);
    }

    @Test
    void withTheFileUnderItACountyMustBeWhole() throws IOException {
        copy("gulf-north-2025.yaml", "", "");
        copy("gulf-city-2025.yaml", "age: {", "groups: {} #");
        assertThrows(InvalidPolicyException.class, () -> Policy.load(folder.resolve("gulf-north-2025.yaml"), HOLIDAYS));
    }

    @ParameterizedTest(name = "paid {0}: {1} yuan, entitled from {2}")
    @CsvSource({
        "2025-02-19,400,2025-03-22",
        "2025-02-20,400,2025-04-01",
        "2025-03-31,400,2025-04-01",
        "2025-04-01,1070,2025-07-01"
    })
    void aLaterNoticeHoldsFromItsFirstDayOnAndNotBefore(LocalDate paid, long yuan, LocalDate benefit) {
        assertEquals(
                Fen.ofYuan(yuan), EXTENDED.assess(MEDICAL, GROWN, paid, null).due());
        assertEquals(benefit, EXTENDED.benefitStart(MEDICAL, paid).from());
    }

    @Test
    void beforeTheLaterNoticeTheCampaignEndsAsItDid() {
        assertEquals(
                day("2025-02-28"), EXTENDED.on(day("2025-02-19")).campaign().end());
        assertEquals(
                day("2025-03-31"), EXTENDED.on(day("2025-02-20")).campaign().end());
        assertEquals(day("2025-03-31"), EXTENDED.campaign().end());
        assertEquals(COUNTY.digest(), EXTENDED.on(day("2025-02-19")).digest());
        assertEquals(
                COUNTY.version(),
                EXTENDED.assess(MEDICAL, GROWN, day("2025-02-19"), null).policyVersion());
        assertTrue(EXTENDED.effective().covers(day("2024-08-20")), "in force as the notice that it amends");
        assertFalse(EXTENDED.effective().covers(day("2026-01-01")), "and until then");
    }

    @Test
    void aGroupThatTheLaterNoticeBringsIsAidedFromThenOn() {
        PersonFacts flooded = GROWN.with("FLOODED");
        assertEquals(
                Fen.ZERO,
                EXTENDED.assess(MEDICAL, flooded, day("2025-02-19"), null).proxy());
        assertEquals(
                Fen.ofYuan(400),
                EXTENDED.assess(MEDICAL, flooded, day("2025-02-20"), null).proxy());
        assertEquals(
                Fen.ofYuan(100),
                EXTENDED.assess(PENSION, GROWN.with("LOW_INCOME"), day("2025-02-20"), null)
                        .due());
    }

    @Test
    void townshipsThatMergeHaveTheirCodesWhileTheyExist() {
        Jurisdiction county = COUNTY.jurisdiction();
        assertEquals(List.of("北街道", "甲乡", "乙镇"), names(county, "2024-12-31"));
        assertEquals(List.of("北街道", "甲乙街道"), names(county, "2025-01-01"));
        assertEquals(
                "甲乙街道",
                county.successor("991002100", day("2025-01-01")).orElseThrow().name());
        assertEquals(
                "甲乡",
                county.successor("991002100", day("2024-12-31")).orElseThrow().name());
        assertEquals(Optional.empty(), county.township("991002100", day("2025-01-01")));
        assertEquals("甲乡", county.township("991002100").orElseThrow().name());
    }

    @Test
    void aTownshipMayHaveATargetOfItsOwn() {
        assertEquals(Optional.of(9750), COUNTY.targets().of(MEDICAL, "991002001"));
        assertEquals(Optional.of(9500), COUNTY.targets().of(MEDICAL, "991002003"));
        assertEquals(Optional.empty(), COUNTY.targets().of(PENSION, "991002001"));
    }

    @ParameterizedTest
    @CsvSource({"gulf-city-2025", "gulf-north-2025", "gulf-north-2025-extended"})
    void theReviewFindsNothingContradictory(String id) {
        PolicyReview review = PolicyReview.of(POLICIES.resolve(id + ".yaml"), HOLIDAYS, List.of());
        assertEquals(
                List.of(),
                review.findings().stream()
                        .filter(f -> f.kind() == Kind.CONTRADICTORY || f.kind() == Kind.INVALID)
                        .toList());
    }

    private static List<String> names(Jurisdiction county, String on) {
        return county.townships(day(on)).stream().map(Township::name).toList();
    }

    /** A copy of a policy in the folder, changed; a copy that is there is changed further. */
    private String copy(String name, String good, String bad) throws IOException {
        Path there = folder.resolve(name);
        String text = Files.readString(Files.exists(there) ? there : POLICIES.resolve(name));
        assertTrue(text.contains(good), good);
        String changed = good.isEmpty() ? text : text.replace(good, bad);
        Files.writeString(there, changed);
        return changed;
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Policy policy(String id) {
        return Policy.load(POLICIES.resolve(id + ".yaml"), HOLIDAYS);
    }
}
