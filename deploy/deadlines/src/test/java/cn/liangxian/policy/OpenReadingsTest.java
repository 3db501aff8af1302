package cn.liangxian.policy;

import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName(
        "Where Yicheng's notice leaves it open, the policy file holds a reading, marked assumed, and can hold the other")
class OpenReadingsTest {
    private static final Path YICHENG =
            Path.of("../jurisdictions/yicheng-2024.yaml").toAbsolutePath();
    private static final Policy TAKEN = Policy.load(YICHENG);

    @TempDir
    private Path folder;

    @Test
    @DisplayName("四(二), 六: whether money is collected from 10-01 or from 10-21; both days stay nameable")
    void whichDayOfTheCampaignAClockHangsOn() {
        Policy other = reading(
                """
                handoffs:
                  enrollment-roster-delivered: { due: campaign.pay - 1d, by: 四(四)1-b, assumed: [due] }
                """);
        assertEquals(day("2023-10-10"), due(TAKEN, "enrollment-roster-delivered"));
        assertEquals(day("2023-10-20"), due(other, "enrollment-roster-delivered"));
        assertTrue(TAKEN.deadline("enrollment-roster-delivered").orElseThrow().assumed());
        assertEquals(day("2023-10-01"), TAKEN.campaign().start());
        assertEquals(day("2023-10-21"), TAKEN.campaign().stage("pay").from());
    }

    @Test
    @DisplayName("四(二)-2: whether 1月1日后 includes 01-01")
    void theFirstOfJanuaryWaitsOrNot() {
        Policy other = reading(windows("2024-01-01", "2024-01-02", "wait-days: 30, on-behalf: does not wait"));
        assertEquals(
                day("2024-02-01"),
                TAKEN.benefitStart(MEDICAL, day("2024-01-01")).from());
        assertEquals(
                day("2024-01-01"),
                other.benefitStart(MEDICAL, day("2024-01-01")).from());
        assertEquals(
                day("2024-02-02"),
                other.benefitStart(MEDICAL, day("2024-01-02")).from());
        assertTrue(TAKEN.benefitStart(MEDICAL, day("2024-01-01")).assumed());
    }

    @Test
    @DisplayName("四(二)-2: whether the day of payment counts among the 30")
    void theDayOfPaymentCountsOrNot() {
        Policy other = reading(windows("2023-12-31", "2024-01-01", "wait-days: 30, payment-day: counted"));
        assertEquals(
                day("2024-04-10"),
                TAKEN.benefitStart(MEDICAL, day("2024-03-10")).from());
        assertEquals(
                day("2024-04-09"),
                other.benefitStart(MEDICAL, day("2024-03-10")).from());
    }

    @Test
    @DisplayName("四(二)-2: whether somebody who is paid for waits")
    void whoIsPaidForWaitsOrNot() {
        Policy other = reading(windows("2023-12-31", "2024-01-01", "wait-days: 30, on-behalf: waits"));
        assertEquals(
                day("2024-03-10"),
                TAKEN.benefitStart(MEDICAL, 2024, day("2024-03-10"), null).from());
        assertEquals(
                day("2024-04-10"),
                other.benefitStart(MEDICAL, 2024, day("2024-03-10"), null).from());
    }

    @Test
    @DisplayName("四(二)-2: from when those are entitled who pay in time")
    void whoPaysInTimeIsEntitledFromTheFeeYearOrAfterAWait() {
        Policy other = reading(
                """
                insurances:
                  MEDICAL:
                    windows:
                      - { from: campaign.start, to: fee-year.end, yuan: 380, wait-days: 30, by: 四(二)-2, assumed: [wait-days] }
                """);
        assertEquals(
                day("2024-01-01"),
                TAKEN.benefitStart(MEDICAL, day("2023-10-21")).from());
        assertEquals(
                day("2023-11-21"),
                other.benefitStart(MEDICAL, day("2023-10-21")).from());
        assertTrue(TAKEN.benefitStart(MEDICAL, day("2023-10-21")).assumed());
    }

    @Test
    @DisplayName("四(四)4-b: whether 年底 is the year's end or the campaign's")
    void aBirthdayAfterTheCampaignIsWaitedForOrNot() {
        PersonFacts person = born("1963-12-25");
        Policy other = reading(
                """
                insurances:
                  MEDICAL:
                    hold: { birthdays: [60, 70], until: campaign.end, channels: online, by: 四(四)4-b, assumed: [until] }
                """);
        Hold hold = TAKEN.hold(MEDICAL, person, "WECHAT", day("2023-11-01")).orElseThrow();
        assertEquals(day("2023-12-25"), hold.until());
        assertTrue(hold.assumed());
        assertEquals(Optional.empty(), other.hold(MEDICAL, person, "WECHAT", day("2023-11-01")));
    }

    @Test
    @DisplayName("三, 四(一): whether 满周岁 is on the birthday or the day after, on payment or on one day for all")
    void anAgeIsReachedAndMeasuredOnOneDayOrAnother() {
        PersonFacts person = born("1963-11-15");
        Policy strict = reading("age: { reached: day after birthday, measured: on payment, assumed: true }\n");
        Policy oneDay = reading("age: { reached: on birthday, measured: 2023-12-31, assumed: true }\n");
        assertEquals(Fen.ofYuan(190), medical(TAKEN, person, "2023-11-15").proxy());
        assertEquals(Fen.ZERO, medical(TAKEN, person, "2023-11-14").proxy());
        assertEquals(Fen.ZERO, medical(strict, person, "2023-11-15").proxy());
        assertEquals(Fen.ofYuan(190), medical(strict, person, "2023-11-16").proxy());
        assertEquals(Fen.ofYuan(190), medical(oneDay, person, "2023-10-21").proxy());
        assertTrue(assumes(TAKEN, "/age"));
    }

    @Test
    @DisplayName("三-1: whether the pension has an upper age")
    void whoIsSixtyPaysPensionOrNot() {
        Policy other = reading(
                """
                insurances:
                  PENSION:
                    eligible:
                      refuse:
                        - { when: "student || otherPension || age < 16", zh: 不在参保范围, en: not covered, by: 三-1 }
                """);
        PersonFacts person = born("1960-01-01");
        assertFalse(TAKEN.eligible(PENSION, person, day("2023-11-01")).eligible());
        assertTrue(other.eligible(PENSION, person, day("2023-11-01")).eligible());
        assertTrue(assumes(TAKEN, "/insurances/PENSION/eligible/refuse"));
    }

    @Test
    @DisplayName("四(一)养老-6: whether the 100 is also paid for a hardship person who chose a higher tier")
    void aHigherTierOfAHardshipPersonIsPaidUpOrPaidAlone() {
        Policy other = reading(
                """
                insurances:
                  PENSION:
                    on-behalf:
                      - { name: hardship-pension, who: hardship, tiers: [100], yuan: 100, funder: GOVERNMENT, by: 四(一)养老-6, assumed: [tiers] }
                """);
        PersonFacts person = born("1980-01-01").with("DIBAO");
        assertEquals(Fen.ofYuan(100), pension(TAKEN, person, 500).proxy());
        assertTrue(pension(TAKEN, person, 500).assumed());
        assertEquals(Fen.ZERO, pension(other, person, 500).proxy());
        assertEquals(Fen.ofYuan(100), pension(other, person, 100).proxy());
        assertTrue(assumes(TAKEN, "/insurances/PENSION/on-behalf/hardship-pension", "rest"));
    }

    @Test
    @DisplayName("四(一)养老-2: whether 扶贫户 are the 享受政策贫困人口")
    void thePoorAreAmongTheFourGroupsOrNot() {
        Policy other = reading(
                "groups: { hardship: { when: \"SEVERELY_DISABLED || TEKUN || DIBAO\", by: 四(一)养老-2, assumed: true } }\n");
        PersonFacts person = born("1980-01-01").with("POVERTY");
        assertEquals(Fen.ofYuan(100), lowest(TAKEN, person));
        assertEquals(Fen.ofYuan(350), lowest(other, person));
        assertTrue(assumes(TAKEN, "/groups/hardship", "when"));
        assertTrue(assumes(TAKEN, "/categories/POVERTY", "zh"));
    }

    @Test
    @DisplayName("四(一)养老-7: whether the 300 is given beside the proxy payment")
    void theThreeHundredStackWithTheProxyPaymentOrNot() {
        Policy other = reading(
                """
                insurances:
                  PENSION:
                    grants:
                      - { name: family-planning, when: "FAMILY_PLANNING && wifeAge >= 50 && !hardship", yuan: 300, funder: NOT_NAMED, by: 四(一)养老-7, assumed: [when] }
                """);
        PersonFacts wife = PersonFacts.resident(day("1970-01-01"), Sex.FEMALE).with("FAMILY_PLANNING", "DIBAO");
        assertEquals(1, TAKEN.grants(wife, day("2023-11-01")).size());
        assertEquals(List.of(), other.grants(wife, day("2023-11-01")));
        assertEquals(
                1, other.grants(wife.with("FAMILY_PLANNING"), day("2023-11-01")).size());
        assertTrue(assumes(TAKEN, "/insurances/PENSION/grants/family-planning", "when"));
    }

    @Test
    @DisplayName("四(一)医疗-3b: what is paid for the poor (扶贫), for whom the notice gives no amount")
    void thePoorAreAidedWithNothingOrWithAnAmount() {
        Policy other = reading(
                """
                insurances:
                  MEDICAL:
                    on-behalf:
                      - { name: other-aid, who: POVERTY, yuan: 190, funder: NOT_NAMED, by: 四(一)医疗-3b, assumed: [yuan] }
                """);
        PersonFacts person = born("1980-01-01").with("POVERTY");
        assertEquals(Fen.ZERO, medical(TAKEN, person, "2023-11-01").proxy());
        assertEquals(Fen.ofYuan(190), medical(other, person, "2023-11-01").proxy());
        assertTrue(medical(other, person, "2023-11-01").assumed());
        assertTrue(assumes(TAKEN, "/insurances/MEDICAL/on-behalf/other-aid", "yuan"));
    }

    @Test
    @DisplayName("四(一)医疗-3, -4: who pays for somebody with several titles")
    void theFirstTitleOrTheDistrictPays() {
        Policy other = reading(
                """
                insurances:
                  MEDICAL:
                    on-behalf:
                      - { name: full-aid, who: "(TEKUN || DIBAO) && !SEVERELY_DISABLED", percent: 100, funder: NOT_NAMED, by: 四(一)医疗-3, assumed: [who] }
                """);
        PersonFacts person = born("1980-01-01").with("DIBAO", "SEVERELY_DISABLED");
        assertEquals(
                "NOT_NAMED",
                medical(TAKEN, person, "2023-11-01").shares().get(0).funder());
        assertEquals(
                "DISTRICT_FINANCE",
                medical(other, person, "2023-11-01").shares().get(0).funder());
        assertTrue(assumes(TAKEN, "/insurances/MEDICAL/on-behalf/full-aid", "order"));
        assertTrue(assumes(TAKEN, "/categories/TEKUN", "order"));
    }

    @Test
    @DisplayName("四(一)医疗-4, -5: whether old people of another household registration are paid for")
    void oldPeopleRegisteredElsewhereAreAidedOrNot() {
        Policy other = reading(
                """
                insurances:
                  MEDICAL:
                    on-behalf:
                      - { name: district-half, who: "age >= 60 && age < 70 && registeredHere", percent: 50, funder: DISTRICT_FINANCE, by: 四(一)医疗-5, assumed: [who] }
                """);
        PersonFacts guest =
                new PersonFacts(day("1960-01-01"), Sex.MALE, List.of(), false, true, false, false, false, false, null);
        assertEquals(Fen.ofYuan(190), medical(TAKEN, guest, "2023-11-01").proxy());
        assertEquals(Fen.ZERO, medical(other, guest, "2023-11-01").proxy());
        assertEquals(
                Fen.ofYuan(190),
                medical(other, born("1960-01-01"), "2023-11-01").proxy());
        assertTrue(assumes(TAKEN, "/insurances/MEDICAL/on-behalf/district-half", "who"));
        assertTrue(assumes(TAKEN, "/insurances/MEDICAL/on-behalf/district-full", "who"));
    }

    @Test
    @DisplayName("三-2, 三-3: whether being within the employees' scheme also excludes long-term residents")
    void theEmployeesSchemeBindsResidentsFromElsewhereOrNot() {
        Policy other = reading(
                """
                insurances:
                  MEDICAL:
                    eligible:
                      refuse:
                        - { when: "insuredElsewhere", zh: 已在市外统筹地区缴纳, en: paid elsewhere, by: 三-4 }
                        - { when: "employeeInsured && registeredHere", zh: 属于职工医保参保范围, en: employees, by: 三-2, assumed: [when] }
                """);
        PersonFacts guest =
                new PersonFacts(day("1990-01-01"), Sex.MALE, List.of(), false, true, false, true, false, false, null);
        assertFalse(TAKEN.eligible(MEDICAL, guest, day("2023-11-01")).eligible());
        assertTrue(other.eligible(MEDICAL, guest, day("2023-11-01")).eligible());
        assertTrue(assumes(TAKEN, "/insurances/MEDICAL/eligible/refuse/2", "when"));
        assertTrue(assumes(TAKEN, "/insurances/MEDICAL/eligible/admit/2", "when"));
    }

    @Test
    @DisplayName(
            "三-4: whether who is insured in another district of the city is insured there alone, of which no text speaks")
    void theRegistrationInAnotherDistrictStandsOrBindsNobody() {
        Policy other = reading(
                """
                insurances:
                  MEDICAL:
                    eligible:
                      refuse:
                        - { when: "insuredElsewhere", zh: 已在市外统筹地区缴纳, en: paid elsewhere, by: 三-4 }
                        - { when: "employeeInsured", zh: 属于职工医保参保范围, en: employees, by: 三-2 }
                """);
        PersonFacts there = born("1990-01-01").insuredInTheCity();
        PersonFacts outside =
                new PersonFacts(day("1990-01-01"), Sex.MALE, List.of(), true, true, false, false, true, false, null);
        assertFalse(TAKEN.eligible(MEDICAL, there, day("2023-11-01")).eligible());
        assertTrue(other.eligible(MEDICAL, there, day("2023-11-01")).eligible());
        for (Policy policy : List.of(TAKEN, other)) {
            assertFalse(
                    policy.eligible(MEDICAL, outside, day("2023-11-01")).eligible(), "the notice speaks of outside");
        }
        assertTrue(assumes(TAKEN, "/insurances/MEDICAL/eligible/refuse/3"));
    }

    @Test
    @DisplayName("四(一)养老-7: who lists the families whom no supplier is named for")
    void theFamiliesAreListedByOneDepartmentOrAnother() {
        Policy other = reading(
                """
                categories:
                  - { code: FAMILY_PLANNING, zh: 独生子女或合法生育两女绝育家庭, en: family, listed-by: [SOCIAL_INSURANCE], by: 四(一)养老-7, assumed: true }
                """);
        assertTrue(TAKEN.category("FAMILY_PLANNING").orElseThrow().assumed());
        assertTrue(Category.listing(TAKEN.categories()).contains(Department.HEALTH));
        assertFalse(Category.listing(other.categories()).contains(Department.HEALTH));
        assertTrue(Category.listing(other.categories()).contains(Department.SOCIAL_INSURANCE));
    }

    @Test
    @DisplayName("六(二)-b: how soon what is collected must be in the treasury, for which the notice has no number")
    void moneyCollectedIsDueSoonerOrLater() {
        Policy other = reading(
                """
                handoffs:
                  reconciliation-treasury-day-received: { due: 3 workdays after day, per: [DAY, INSURANCE], zero: true, by: 六(二)-b, assumed: [due, zero] }
                """);
        assertTrue(TAKEN.deadline("reconciliation-treasury-day-received")
                .orElseThrow()
                .assumed());
        assertEquals(day("2023-11-06"), dueOn(TAKEN, "2023-11-03"));
        assertEquals(day("2023-11-08"), dueOn(other, "2023-11-03"));
    }

    private static LocalDate dueOn(Policy policy, String on) {
        Deadline deadline =
                policy.deadline("reconciliation-treasury-day-received").orElseThrow();
        return deadline.rule().due(policy.anchors().on(day(on)));
    }

    private static LocalDate due(Policy policy, String handoff) {
        return policy.deadline(handoff).orElseThrow().rule().due(policy.anchors());
    }

    private static boolean assumes(Policy policy, String where) {
        return policy.assumptions().stream().anyMatch(a -> a.where().startsWith(where));
    }

    private static boolean assumes(Policy policy, String where, String field) {
        return policy.assumptions().stream()
                .anyMatch(a -> a.where().equals(where) && a.fields().contains(field));
    }

    private static Fen lowest(Policy policy, PersonFacts person) {
        return policy.tiers(PENSION, person, day("2023-11-01")).get(0).amount();
    }

    private static Assessment pension(Policy policy, PersonFacts person, long tier) {
        return policy.assess(PENSION, person, day("2023-11-01"), Fen.ofYuan(tier));
    }

    private static Assessment medical(Policy policy, PersonFacts person, String on) {
        return policy.assess(MEDICAL, person, day(on), null);
    }

    private static String windows(String lastInTime, String firstLate, String wait) {
        return """
                insurances:
                  MEDICAL:
                    windows:
                      - { from: campaign.start, to: %s, yuan: 380, benefit: fee-year.start, by: 四(一)医疗-1, assumed: [to] }
                      - { from: %s, to: fee-year.end, yuan: 380, %s, by: 四(二)-2, assumed: [from] }
                """
                .formatted(lastInTime, firstLate, wait);
    }

    /** Yicheng's file with these values instead of its own, and nothing else changed. */
    private Policy reading(String values) {
        String header =
                """
                extends: %s
                document: { title: 峰政办发〔2023〕10号, issued: 2023-10-16, clauses: yicheng-2024 }
                effective: { from: 2023-09-01, until: 2024-12-31, by: 发文, assumed: true }
                """
                        .formatted(YICHENG);
        try {
            Path file = Files.writeString(folder.resolve("other-" + values.hashCode() + ".yaml"), header + values);
            return Policy.load(file, YICHENG.resolveSibling("holidays"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PersonFacts born(String day) {
        return PersonFacts.resident(day(day), Sex.MALE);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
