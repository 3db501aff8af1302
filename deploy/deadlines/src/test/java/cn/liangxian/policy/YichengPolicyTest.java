package cn.liangxian.policy;

import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YichengPolicyTest {
    private static final Policy POLICY = Policy.load(Path.of("../jurisdictions/yicheng-2024.yaml"));
    private static final LocalDate IN_CAMPAIGN = day("2023-11-15");

    @Nested
    class TheCounty {
        @Test
        @DisplayName("附件-c: the district has the seven townships of the notice")
        void sevenTownships() {
            Jurisdiction county = POLICY.jurisdiction();
            assertEquals("370404", county.code());
            assertEquals("峄城区", county.name());
            assertEquals(
                    Set.of("底阁镇", "峨山镇", "吴林街道", "坛山街道", "榴园镇", "阴平镇", "古邵镇"),
                    Set.copyOf(county.townships().stream().map(Township::name).toList()));
            assertEquals(7, county.townships().size());
            assertEquals("坛山街道", county.township("370404001").orElseThrow().name());
        }

        @Test
        @Clause("yicheng-2024/发文")
        @DisplayName("发文: both insurances of fee year 2024, from the first lists before the document to the year's end")
        void scopeAndDatesOfThePlan() {
            Effective effective = POLICY.effective();
            assertEquals("yicheng-2024/发文", effective.clause());
            assertTrue(effective.assumed(), "lists and payments precede the document, and it names no end");
            assertFalse(effective.covers(day("2023-08-31")));
            assertTrue(effective.covers(day("2023-09-01")));
            assertTrue(effective.covers(day("2024-12-31")));
            assertFalse(effective.covers(day("2025-01-01")));
            assertTrue(POLICY.channels().stream().noneMatch(channel -> channel.openOn(day("2023-09-30"))));
            PersonFacts resident = PersonFacts.resident(day("1990-01-01"), Sex.FEMALE);
            for (Insurance insurance : Insurance.values()) {
                assertTrue(POLICY.assess(insurance, resident, day("2023-10-01"), null)
                        .due()
                        .isPositive());
                assertTrue(POLICY.assess(insurance, resident, day("2024-12-31"), null)
                        .due()
                        .isPositive());
                assertThrows(
                        NoPaymentWindowException.class,
                        () -> POLICY.assess(insurance, resident, day("2025-01-01"), null));
            }
        }

        @Test
        @DisplayName("四(二)-1, 六: the campaign and its stages, both edges included")
        void campaign() {
            Campaign campaign = POLICY.campaign();
            assertEquals(2024, POLICY.feeYear());
            assertTrue(campaign.covers(day("2023-10-01")));
            assertTrue(campaign.covers(day("2023-12-20")));
            assertFalse(campaign.covers(day("2023-12-21")));
            assertFalse(campaign.covers(day("2023-09-30")));
            assertTrue(campaign.stage("pay").covers(day("2023-10-21")));
            assertFalse(campaign.stage("pay").covers(day("2023-10-20")));
            assertTrue(campaign.stage("publish").covers(day("2024-01-20")));
            assertThrows(IllegalArgumentException.class, () -> campaign.stage("harvest"));
        }

        @Test
        @DisplayName("五(一)-d: who lists which group; the ageing committee lists those of 70 and over only")
        void listing() {
            assertEquals(
                    Set.of(Department.DISABLED_FEDERATION),
                    category("SEVERELY_DISABLED").listedBy());
            assertEquals(Set.of(Department.CIVIL_AFFAIRS), category("DIBAO").listedBy());
            assertEquals(
                    Set.of(Department.AGEING_COMMITTEE), category("AGED_70").listedBy());
            assertEquals(
                    Set.of(Department.RURAL_REVITALIZATION), category("POVERTY").listedBy());
            assertEquals(Set.of(Department.VETERANS), category("ENTITLED_GROUP").listedBy());
            assertTrue(category("FAMILY_PLANNING").assumed(), "no supplier is named");
            assertEquals(6, Category.listing(POLICY.categories()).size());
            assertTrue(category("TEKUN").precedence() < category("POVERTY").precedence());
        }

        @Test
        @DisplayName("一(三): online channels take early payments from 10-01, agents and counters from the payment stage")
        void channels() {
            assertEquals(9, POLICY.channels().size());
            assertTrue(channel("WECHAT").openOn(day("2023-10-01")));
            assertFalse(channel("WECHAT").openOn(day("2023-09-30")));
            assertFalse(channel("VILLAGE_AGENT").openOn(day("2023-10-20")));
            assertTrue(channel("VILLAGE_AGENT").openOn(day("2023-10-21")));
            assertTrue(channel("VILLAGE_AGENT").openOn(day("2023-12-20")));
            assertFalse(channel("VILLAGE_AGENT").openOn(day("2023-12-21")));
            assertFalse(channel("COUNTER").online());
            assertEquals(
                    List.of(channel("VILLAGE_AGENT")),
                    POLICY.channels().stream().filter(Channel::entrusted).toList());
        }

        @Test
        void theVersionNamesTheFileAndItsDigest() {
            assertEquals(64, POLICY.digest().length());
            assertEquals("yicheng-2024@" + POLICY.digest().substring(0, 12), POLICY.version());
        }
    }

    @Nested
    class Eligibility {
        @Test
        @DisplayName("三-1: pension from 16 on, from the birthday itself")
        void sixteen() {
            PersonFacts person = born("2007-11-15");
            assertFalse(POLICY.eligible(PENSION, person, day("2023-11-14")).eligible());
            Decision decision = POLICY.eligible(PENSION, person, day("2023-11-15"));
            assertTrue(decision.eligible());
            assertEquals("yicheng-2024/三-1", decision.clause());
        }

        @Test
        @DisplayName("三-1: neither students nor members of another pension, and only at the place of registration")
        void refusals() {
            assertFalse(POLICY.eligible(PENSION, born("1990-01-01").asStudent(), IN_CAMPAIGN)
                    .eligible());
            PersonFacts other = new PersonFacts(
                    day("1990-01-01"), Sex.MALE, List.of(), true, true, false, false, false, true, null);
            Decision refused = POLICY.eligible(PENSION, other, IN_CAMPAIGN);
            assertEquals("已参加其他养老保险", refused.zh());
            assertEquals("takes part in another pension insurance", refused.en());
            assertFalse(POLICY.eligible(PENSION, elsewhere(true), IN_CAMPAIGN).eligible());
        }

        @Test
        @DisplayName("五(八): who is 60 pays no pension contribution any more (assumed from 免缴费老年人)")
        void sixty() {
            PersonFacts person = born("1963-11-15");
            assertTrue(POLICY.eligible(PENSION, person, day("2023-11-14")).eligible());
            assertEquals(
                    "yicheng-2024/五(八)",
                    POLICY.eligible(PENSION, person, day("2023-11-15")).clause());
        }

        @Test
        @DisplayName("三-2, 三-3: medical for the registered and for long-term residents, children and students included")
        void medical() {
            assertEquals(
                    "yicheng-2024/三-2",
                    POLICY.eligible(MEDICAL, born("2023-01-01"), IN_CAMPAIGN).clause());
            assertTrue(POLICY.eligible(MEDICAL, born("2010-01-01").asStudent(), IN_CAMPAIGN)
                    .eligible());
            assertEquals(
                    "yicheng-2024/三-3",
                    POLICY.eligible(MEDICAL, elsewhere(true), IN_CAMPAIGN).clause());
            assertFalse(POLICY.eligible(MEDICAL, elsewhere(false), IN_CAMPAIGN).eligible());
        }

        @Test
        @DisplayName("三-2, 三-4: not within the employees' scheme and not paid elsewhere")
        void medicalRefusals() {
            PersonFacts employee = new PersonFacts(
                    day("1990-01-01"), Sex.MALE, List.of(), true, true, false, true, false, false, null);
            PersonFacts paid = new PersonFacts(
                    day("1990-01-01"), Sex.MALE, List.of(), true, true, false, false, true, false, null);
            assertEquals(
                    "yicheng-2024/三-2",
                    POLICY.eligible(MEDICAL, employee, IN_CAMPAIGN).clause());
            assertFalse(POLICY.eligible(MEDICAL, employee, IN_CAMPAIGN).eligible());
            assertEquals(
                    "yicheng-2024/三-4",
                    POLICY.eligible(MEDICAL, paid, IN_CAMPAIGN).clause());
            assertFalse(POLICY.eligible(MEDICAL, paid, IN_CAMPAIGN).eligible());
            Decision inCity = POLICY.eligible(MEDICAL, born("1990-01-01").insuredInTheCity(), IN_CAMPAIGN);
            assertFalse(inCity.eligible());
            assertEquals("yicheng-2024/三-4", inCity.clause());
            assertTrue(POLICY.eligible(PENSION, born("1990-01-01").insuredInTheCity(), IN_CAMPAIGN)
                    .eligible());
        }
    }

    @Nested
    class Pension {
        @Test
        @DisplayName("四(一)养老-1: seven tiers for everybody, 100 is not among them")
        void tiersOfAnOrdinaryPerson() {
            assertEquals(List.of(350L, 500L, 800L, 1000L, 3000L, 5000L, 8000L), tiers(born("1980-01-01")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"SEVERELY_DISABLED", "TEKUN", "DIBAO", "POVERTY"})
        @DisplayName("四(一)养老-2: the four groups may also take 100")
        void tiersOfTheFourGroups(String category) {
            assertEquals(
                    List.of(100L, 350L, 500L, 800L, 1000L, 3000L, 5000L, 8000L),
                    tiers(born("1980-01-01").with(category)));
        }

        @Test
        @DisplayName("四(一)养老-2: tier 100 is refused to an ordinary person, with the clause")
        void hundredIsRefused() {
            TierNotAllowedException refused = assertThrows(
                    TierNotAllowedException.class,
                    () -> POLICY.assess(PENSION, born("1980-01-01"), IN_CAMPAIGN, Fen.ofYuan(100)));
            assertEquals("yicheng-2024/四(一)养老-2", refused.clause());
            assertEquals("城乡居民基本养老保险没有此人可选的100.00元档次", refused.zh());
            assertEquals("PENSION has no tier of 100.00 yuan for this person", refused.getMessage());
            assertThrows(
                    TierNotAllowedException.class,
                    () -> POLICY.assess(PENSION, born("1980-01-01").with("ORPHAN"), IN_CAMPAIGN, Fen.ofYuan(100)));
            assertThrows(
                    TierNotAllowedException.class,
                    () -> POLICY.assess(PENSION, born("1980-01-01"), IN_CAMPAIGN, Fen.ofYuan(400)));
        }

        @Test
        @DisplayName("四(一)养老-6: the government pays the 100 of the four groups, once however many groups")
        void hardship() {
            PersonFacts person = born("1980-01-01").with("DIBAO", "SEVERELY_DISABLED");
            Assessment assessment = POLICY.assess(PENSION, person, IN_CAMPAIGN, Fen.ofYuan(100));
            assertEquals(
                    List.of(new Share(
                            Payer.PROXY, "GOVERNMENT", Fen.ofYuan(100), "yicheng-2024/四(一)养老-6", "hardship-pension")),
                    assessment.shares());
            assertFalse(assessment.assumed());
            assertEquals(POLICY.version(), assessment.policyVersion());
        }

        @Test
        @DisplayName("四(一)养老-6: of a higher tier the proxy pays 100 and the person the rest; assumed")
        void hardshipWithAHigherTier() {
            Assessment assessment =
                    POLICY.assess(PENSION, born("1980-01-01").with("DIBAO"), IN_CAMPAIGN, Fen.ofYuan(500));
            assertEquals(Fen.ofYuan(100), assessment.proxy());
            assertEquals(Fen.ofYuan(400), assessment.self());
            assertTrue(assessment.assumed());
        }

        @Test
        void withoutAChoiceTheLowestTierAllowedIsAssumed() {
            Assessment ordinary = POLICY.assess(PENSION, born("1980-01-01"), IN_CAMPAIGN, null);
            assertEquals(Fen.ofYuan(350), ordinary.due());
            assertTrue(ordinary.assumed());
            assertEquals(
                    Fen.ofYuan(100),
                    POLICY.assess(PENSION, born("1980-01-01").with("TEKUN"), IN_CAMPAIGN, null)
                            .due());
        }

        @ParameterizedTest
        @CsvSource({"100,30,3", "350,30,3", "500,60,4", "800,80,5", "1000,80,5", "3000,80,5", "5000,80,5", "8000,80,5"})
        @DisplayName("四(一)养老-3, -4, -5: the government adds 30, 60 or 80 by tier")
        void subsidies(long tier, long added, String clause) {
            Subsidy subsidy =
                    POLICY.governmentSubsidies(PENSION, Fen.ofYuan(tier)).get(0);
            assertEquals(Fen.ofYuan(added), subsidy.amount());
            assertEquals("yicheng-2024/四(一)养老-" + clause, subsidy.clause());
            assertFalse(subsidy.floor());
        }

        @Test
        @DisplayName("四(一)养老-7: both spouses get 300 once the wife is 50, from her birthday on")
        void familyPlanning() {
            PersonFacts wife = new PersonFacts(
                            day("1973-11-15"), Sex.FEMALE, List.of(), true, true, false, false, false, false, null)
                    .with("FAMILY_PLANNING");
            PersonFacts husband = born("1979-01-01").with("FAMILY_PLANNING").marriedTo(day("1973-11-15"));
            for (PersonFacts spouse : List.of(wife, husband)) {
                assertEquals(List.of(), POLICY.grants(spouse, day("2023-11-14")));
                Grant grant = POLICY.grants(spouse, day("2023-11-15")).get(0);
                assertEquals(Fen.ofYuan(300), grant.amount());
                assertEquals("yicheng-2024/四(一)养老-7", grant.clause());
            }
            assertEquals(List.of(), POLICY.grants(born("1960-01-01").with("FAMILY_PLANNING"), IN_CAMPAIGN));
            assertEquals(List.of(), POLICY.grants(born("1960-01-01").marriedTo(day("1960-01-01")), IN_CAMPAIGN));
        }
    }

    private static List<Long> tiers(PersonFacts person) {
        return POLICY.tiers(PENSION, person, IN_CAMPAIGN).stream()
                .map(tier -> tier.amount().amount() / 100)
                .toList();
    }

    private static Assessment medical(PersonFacts person, String paid) {
        return POLICY.assess(MEDICAL, person, day(paid), null);
    }

    private static PersonFacts born(String day) {
        return PersonFacts.resident(day(day), Sex.MALE);
    }

    private static PersonFacts elsewhere(boolean residesHere) {
        return new PersonFacts(
                day("1980-01-01"), Sex.FEMALE, List.of(), false, residesHere, false, false, false, false, null);
    }

    private static Category category(String code) {
        return POLICY.category(code).orElseThrow();
    }

    private static Channel channel(String code) {
        return POLICY.channel(code).orElseThrow();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
