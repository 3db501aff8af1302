package cn.liangxian.subsidy.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.TestServers;
import cn.liangxian.policy.Identity;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Sex;
import cn.liangxian.subsidy.SubsidyHandoff.Purpose;
import cn.liangxian.subsidy.roster.Beneficiary;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntitlementsTest {

    private static final LocalDate RUN = LocalDate.of(2023, 11, 10);
    private static final Policy POLICY =
            Policy.load(TestServers.root().resolve("deploy/jurisdictions/yicheng-2024.yaml"));
    private final Entitlements entitlements = new Entitlements(POLICY);

    @ParameterizedTest(name = "born {0}: others pay {1} yuan on 2023-11-10")
    @CsvSource({
        "1963-11-11, 0", // 60 tomorrow
        "1963-11-10, 190", // 60 today
        "1963-11-09, 190",
        "1953-11-11, 190", // 70 tomorrow
        "1953-11-10, 380", // 70 today
        "1953-11-09, 380"
    })
    @Clause({"yicheng-2024/四(一)医疗-4", "yicheng-2024/四(一)医疗-5"})
    void halfIsPaidFromTheSixtiethBirthdayOnAndAllFromTheSeventieth(LocalDate birth, long yuan) {
        assertEquals(Fen.ofYuan(yuan), sum(entitlements.onBehalf(medical(birth, 380, Map.of()), RUN)));
    }

    @Test
    void whoTurnedSeventyAfterHalfWasAppliedForGetsTheOtherHalf() {
        Candidate candidate = medical(LocalDate.of(1953, 11, 10), 190, Map.of("PROXY/district-half", Fen.ofYuan(190)));
        assertEquals(Fen.ofYuan(190), sum(entitlements.onBehalf(candidate, RUN)));
    }

    @Test
    void whoPaidHalfAndHadHalfAppliedForGetsNothingMoreAtSeventy() {
        Candidate candidate = medical(LocalDate.of(1953, 11, 10), 0, Map.of("PROXY/district-half", Fen.ofYuan(190)));
        assertEquals(List.of(), entitlements.onBehalf(candidate, RUN));
    }

    @Test
    void nobodyIsAppliedForTwiceUnderOneRule() {
        Candidate candidate = medical(LocalDate.of(1940, 1, 1), 380, Map.of("PROXY/district-full", Fen.ofYuan(380)));
        assertEquals(List.of(), entitlements.onBehalf(candidate, RUN));
    }

    @Test
    void whatOpensAfterAPartWasAppliedForIsAppliedForUnderTheSameRuleUpToItsShare() {
        LocalDate birth = LocalDate.of(1958, 1, 1);
        Identity dibao = Identity.lasting("DIBAO");
        Map<String, Fen> half = Map.of("PROXY/full-aid", Fen.ofYuan(190));
        List<Wanted> rest = entitlements.onBehalf(medical(birth, 190, half, dibao), RUN);
        assertEquals(
                List.of("full-aid/rest"), rest.stream().map(Wanted::rule).toList(), "nobody has two lines of one name");
        assertEquals(Fen.ofYuan(190), sum(rest));

        Map<String, Fen> parts = Map.of("PROXY/full-aid", Fen.ofYuan(90), "PROXY/full-aid/rest", Fen.ofYuan(190));
        List<Wanted> again = entitlements.onBehalf(medical(birth, 380, parts, dibao), RUN);
        assertEquals(
                List.of("full-aid/rest/rest"), again.stream().map(Wanted::rule).toList());
        assertEquals(Fen.ofYuan(100), sum(again), "no more than the share");
    }

    @Test
    void noMoreThanWhatIsOpenIsAppliedFor() {
        Candidate candidate = medical(LocalDate.of(1940, 1, 1), 80, Map.of());
        assertEquals(Fen.ofYuan(80), sum(entitlements.onBehalf(candidate, RUN)));
    }

    @Test
    @Clause("yicheng-2024/四(一)医疗-3")
    void theStrongestAidPaysAndNamesItsClause() {
        Candidate candidate =
                medical(LocalDate.of(1940, 1, 1), 380, Map.of(), Identity.lasting("ORPHAN"), Identity.lasting("DIBAO"));
        assertEquals(
                List.of(new Wanted(
                        Purpose.PROXY, "NOT_NAMED", "full-aid", "yicheng-2024/四(一)医疗-3", Fen.ofYuan(380), true)),
                entitlements.onBehalf(candidate, RUN));
    }

    @Test
    void whatRestsOnAReadingThatNoTextGivesSaysSo() {
        Candidate halfByAge = medical(LocalDate.of(1960, 1, 1), 380, Map.of());
        assertEquals(
                List.of(true),
                entitlements.onBehalf(halfByAge, RUN).stream()
                        .map(Wanted::assumed)
                        .toList());
    }

    @Test
    void aStatusHoldsOnItsLastDayAndNotOnTheDayAfter() {
        Identity lastDay = new Identity("DIBAO", null, RUN);
        Identity ended = new Identity("DIBAO", null, RUN.minusDays(1));
        LocalDate birth = LocalDate.of(1990, 1, 1);
        assertEquals(Fen.ofYuan(380), sum(entitlements.onBehalf(medical(birth, 380, Map.of(), lastDay), RUN)));
        assertEquals(List.of(), entitlements.onBehalf(medical(birth, 380, Map.of(), ended), RUN));
    }

    @Test
    void aStatusThatThePolicyDoesNotKnowDecidesNothing() {
        Candidate candidate = medical(LocalDate.of(1990, 1, 1), 380, Map.of(), Identity.lasting("NOT_IN_THIS_COUNTY"));
        assertEquals(List.of(), entitlements.onBehalf(candidate, RUN));
    }

    @Test
    @Clause("yicheng-2024/四(一)养老-6")
    void hundredYuanOfAHardshipPensionIsPaidWhateverTheTierChosen() {
        for (long tier : new long[] {100, 350, 8000}) {
            Candidate candidate = pension(Sex.MALE, tier, tier, Identity.lasting("SEVERELY_DISABLED"));
            assertEquals(Fen.ofYuan(100), sum(entitlements.onBehalf(candidate, RUN)), "tier " + tier);
        }
    }

    @Test
    void nothingIsPaidOnATierForHardshipOnceTheHardshipHasEnded() {
        Candidate candidate = pension(Sex.MALE, 100, 100, new Identity("DIBAO", null, RUN.minusDays(1)));
        assertEquals(List.of(), entitlements.onBehalf(candidate, RUN));
    }

    @ParameterizedTest(name = "tier {0}: {1} yuan")
    @CsvSource({"100, 30", "350, 30", "500, 60", "800, 80", "8000, 80"})
    @Clause({"yicheng-2024/四(一)养老-3", "yicheng-2024/四(一)养老-4", "yicheng-2024/四(一)养老-5"})
    void theGovernmentAddsToEveryTier(long tier, long yuan) {
        List<Wanted> wanted = entitlements.afterCompletion(pension(Sex.MALE, tier, 0), RUN);
        assertEquals(
                List.of(Purpose.TIER_SUBSIDY),
                wanted.stream().map(Wanted::purpose).toList());
        assertEquals(Fen.ofYuan(yuan), sum(wanted));
    }

    @Test
    @Clause("yicheng-2024/四(一)医疗-2")
    void everyCompletedMedicalClaimGetsTheFiscalSubsidyOnce() {
        LocalDate birth = LocalDate.of(1990, 1, 1);
        List<Wanted> wanted = entitlements.afterCompletion(medical(birth, 0, Map.of()), RUN);
        assertEquals(
                List.of(Purpose.FISCAL_SUBSIDY),
                wanted.stream().map(Wanted::purpose).toList());
        assertEquals(Fen.ofYuan(640), sum(wanted));
        Map<String, Fen> before = Map.of("FISCAL_SUBSIDY/" + wanted.get(0).rule(), Fen.ofYuan(640));
        assertEquals(List.of(), entitlements.afterCompletion(medical(birth, 0, before), RUN));
    }

    @ParameterizedTest(name = "born {0}: granted {1} yuan")
    @CsvSource({"1973-11-10, 300", "1973-11-11, 0"})
    @Clause("yicheng-2024/四(一)养老-7")
    void aFamilyPlanningGrantIsGivenFromTheFiftiethBirthdayOn(LocalDate birth, long yuan) {
        Beneficiary woman = new Beneficiary(
                "p", Insurance.PENSION, 2024, birth, Sex.FEMALE, List.of(Identity.lasting("FAMILY_PLANNING")));
        Candidate candidate = new Candidate(woman, Fen.ofYuan(350), Fen.ZERO, Map.of());
        List<Wanted> grants = entitlements.afterCompletion(candidate, RUN).stream()
                .filter(wanted -> wanted.purpose() == Purpose.GRANT)
                .toList();
        assertEquals(Fen.ofYuan(yuan), sum(grants));
    }

    @ParameterizedTest(name = "wife born {0}: husband granted {1} yuan")
    @CsvSource({"1973-11-10, 300", "1973-11-11, 0"})
    @Clause("yicheng-2024/四(一)养老-7")
    void theHusbandIsGivenTheSameFromTheFiftiethBirthdayOfHisWifeOn(LocalDate wife, long yuan) {
        Beneficiary husband = new Beneficiary(
                "p",
                Insurance.PENSION,
                2024,
                LocalDate.of(1990, 1, 1),
                Sex.MALE,
                List.of(Identity.lasting("FAMILY_PLANNING")),
                wife);
        Candidate candidate = new Candidate(husband, Fen.ofYuan(350), Fen.ZERO, Map.of());
        List<Wanted> grants = entitlements.afterCompletion(candidate, RUN).stream()
                .filter(wanted -> wanted.purpose() == Purpose.GRANT)
                .toList();
        assertEquals(Fen.ofYuan(yuan), sum(grants));
        assertEquals(false, entitlements.hangsOnUnknownWife(candidate, RUN), "it is decided, not open");
    }

    @Test
    void aHusbandsGrantThatHangsOnTheUnknownAgeOfHisWifeIsCountedAndNotGuessed() {
        Identity family = Identity.lasting("FAMILY_PLANNING");
        Candidate husband = pension(Sex.MALE, 350, 0, family);
        assertEquals(
                List.of(Purpose.TIER_SUBSIDY),
                entitlements.afterCompletion(husband, RUN).stream()
                        .map(Wanted::purpose)
                        .toList());
        assertEquals(true, entitlements.hangsOnUnknownWife(husband, RUN));
        assertEquals(false, entitlements.hangsOnUnknownWife(pension(Sex.MALE, 350, 0), RUN));
        assertEquals(false, entitlements.hangsOnUnknownWife(pension(Sex.FEMALE, 350, 0, family), RUN));
    }

    private static Candidate medical(LocalDate birth, long open, Map<String, Fen> applied, Identity... identities) {
        Beneficiary person = new Beneficiary("p", Insurance.MEDICAL, 2024, birth, Sex.FEMALE, List.of(identities));
        return new Candidate(person, Fen.ofYuan(380), Fen.ofYuan(open), applied);
    }

    private static Candidate pension(Sex sex, long tier, long open, Identity... identities) {
        Beneficiary person =
                new Beneficiary("p", Insurance.PENSION, 2024, LocalDate.of(1990, 1, 1), sex, List.of(identities));
        return new Candidate(person, Fen.ofYuan(tier), Fen.ofYuan(open), Map.of());
    }

    private static Fen sum(List<Wanted> wanted) {
        return wanted.stream().map(Wanted::amount).reduce(Fen.ZERO, Fen::plus);
    }
}
