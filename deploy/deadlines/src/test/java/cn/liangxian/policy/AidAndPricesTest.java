package cn.liangxian.policy;

import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.deadlines.Anchors;
import cn.liangxian.handoff.Fen;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Aid by level and group from several funders, prices for students, people who must be insured")
class AidAndPricesTest {
    private static final Policy CITY = Policy.load(
            Path.of("src/test/resources/policies/gulf-city-2025.yaml"), Path.of("../jurisdictions/holidays"));
    private static final LocalDate IN_CAMPAIGN = LocalDate.parse("2024-11-01");
    private static final PersonFacts GROWN = PersonFacts.resident(LocalDate.parse("1990-01-01"), Sex.FEMALE);

    @Test
    void eachFunderPaysItsShareAndThePersonTheRest() {
        Assessment assessment = pension(GROWN.with("POOR"), 1000);
        assertEquals(
                List.of(
                        share("PROVINCE", 500, "gulf-city-2025/四", "poor-high/PROVINCE"),
                        share("CITY", 90, "gulf-finance-2024/五", "poor-high/CITY"),
                        share("COUNTY", 100, "gulf-city-2025/四", "poor-high/COUNTY"),
                        new Share(Payer.SELF, "SELF", Fen.ofYuan(310), "gulf-city-2025/四", "own-contribution")),
                assessment.shares());
    }

    @Test
    void nobodyPaysMoreThanIsLeft() {
        assertEquals(
                List.of(
                        share("PROVINCE", 150, "gulf-city-2025/四", "poor-high/PROVINCE"),
                        share("CITY", 90, "gulf-finance-2024/五", "poor-high/CITY"),
                        share("COUNTY", 60, "gulf-city-2025/四", "poor-high/COUNTY")),
                pension(GROWN.with("POOR"), 300).shares());
    }

    @ParameterizedTest(name = "{0} at {1}: {2} on behalf")
    @CsvSource({
        "POOR,100,100",
        "POOR,300,300",
        "POOR,1000,690",
        "LOW_INCOME,100,60",
        "LOW_INCOME,300,0",
        "MIGRANT,300,0"
    })
    void aidDependsOnTheLevelAndTheGroup(String category, long tier, long proxy) {
        assertEquals(Fen.ofYuan(proxy), pension(GROWN.with(category), tier).proxy());
    }

    @Test
    void aLevelForStudentsIsForThemAloneAndTheirOnlyOne() {
        PersonFacts student =
                PersonFacts.resident(LocalDate.parse("2006-01-01"), Sex.MALE).asStudent();
        Assessment assessment = CITY.assess(PENSION, student, IN_CAMPAIGN, null);
        assertEquals(Fen.ofYuan(150), assessment.due());
        assertFalse(assessment.assumed(), "there is nothing to choose");
        assertThrows(TierNotAllowedException.class, () -> pension(student, 300));
        assertThrows(TierNotAllowedException.class, () -> pension(GROWN, 150));
        assertTrue(CITY.assess(PENSION, GROWN, IN_CAMPAIGN, null).assumed());
    }

    @ParameterizedTest(name = "born {0}, student {1}, paid {2}: {3} yuan")
    @CsvSource({
        "1990-01-01,false,2024-12-31,400",
        "2003-01-01,true,2024-12-31,200",
        "2006-12-31,false,2024-12-30,200",
        "2006-12-31,false,2024-12-31,400",
        "2003-01-01,true,2025-02-28,200",
        "2003-01-01,true,2025-03-01,1070"
    })
    void aWindowHasItsPriceForStudentsAndChildren(LocalDate birth, boolean student, LocalDate paid, long yuan) {
        PersonFacts person = PersonFacts.resident(birth, Sex.MALE);
        Assessment assessment = CITY.assess(MEDICAL, student ? person.asStudent() : person, paid, null);
        assertEquals(Fen.ofYuan(yuan), assessment.due());
        assertEquals(yuan == 200 ? "gulf-city-2025/五" : "gulf-city-2025/四", assessment.clause());
    }

    @Test
    void theNoticeKnowsThePricesOfSomeAndTheLevelsOfStudentsToo() {
        assertEquals(Set.of(Fen.ofYuan(200), Fen.ofYuan(400)), CITY.amounts(MEDICAL, LocalDate.parse("2024-12-31")));
        assertTrue(CITY.amounts(MEDICAL, LocalDate.parse("2025-03-01")).contains(Fen.ofYuan(1070)));
        assertTrue(CITY.amounts(PENSION, IN_CAMPAIGN).containsAll(List.of(Fen.ofYuan(150), Fen.ofYuan(1000))));
        assertFalse(CITY.amounts(PENSION, IN_CAMPAIGN).contains(Fen.ofYuan(200)));
    }

    @Test
    void severalFundersAddToOneContribution() {
        assertEquals(List.of("PROVINCE", "CITY"), funders(PENSION, 300));
        assertEquals(List.of("PROVINCE"), funders(PENSION, 150));
        Tier highest = CITY.tiers(PENSION, GROWN, IN_CAMPAIGN).get(1);
        assertEquals(Fen.ofYuan(1000), highest.amount());
        assertEquals(Fen.ofYuan(80), highest.subsidy());
    }

    @Test
    void whoMustBeInsuredIsAnotherSetThanWhoIsAided() {
        PersonFacts migrant = GROWN.with("MIGRANT");
        assertEquals(
                new MustInsure("搬迁群众应保尽保", "all who were resettled must be insured", "gulf-city-2025/七", false),
                CITY.mustInsure(MEDICAL, migrant, IN_CAMPAIGN).orElseThrow());
        assertEquals(Fen.ZERO, CITY.assess(MEDICAL, migrant, IN_CAMPAIGN, null).proxy());
        assertTrue(CITY.mustInsure(MEDICAL, GROWN.with("POOR"), IN_CAMPAIGN).isPresent());
        assertTrue(CITY.mustInsure(PENSION, GROWN.with("POOR"), IN_CAMPAIGN).isEmpty());
        assertTrue(CITY.mustInsure(MEDICAL, GROWN, IN_CAMPAIGN).isEmpty());
    }

    @ParameterizedTest(name = "{1} on {0}")
    @CsvSource({"2024-12-31,2025-01-06", "2025-01-01,2025-02-07", "2025-02-28,2025-03-05"})
    void aCampaignOverTheYearsEndHasItsDeadlinesInBothYears(LocalDate on, LocalDate due) {
        assertTrue(CITY.campaign().covers(on));
        Anchors anchors = CITY.anchors().on(on);
        assertEquals(
                due,
                CITY.deadline("collection-progress-reported")
                        .orElseThrow()
                        .rule()
                        .due(anchors));
    }

    private static List<String> funders(cn.liangxian.handoff.Insurance insurance, long tier) {
        return CITY.governmentSubsidies(insurance, Fen.ofYuan(tier)).stream()
                .map(Subsidy::funder)
                .toList();
    }

    private static Share share(String funder, long yuan, String clause, String rule) {
        return new Share(Payer.PROXY, funder, Fen.ofYuan(yuan), clause, rule);
    }

    private static Assessment pension(PersonFacts person, long tier) {
        return CITY.assess(PENSION, person, IN_CAMPAIGN, Fen.ofYuan(tier));
    }
}
