package cn.liangxian.policy;

import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YichengMedicalTest {
    private static final Policy POLICY = Policy.load(Path.of("../jurisdictions/yicheng-2024.yaml"));
    private static final LocalDate IN_CAMPAIGN = day("2023-11-15");

    @Test
    @DisplayName("四(一)医疗-1: an ordinary person owes 380 and pays it")
    void ordinary() {
        Assessment assessment = medical(born("1980-01-01"), "2023-11-15");
        assertEquals(
                List.of(new Share(Payer.SELF, "SELF", Fen.ofYuan(380), "yicheng-2024/四(一)医疗-1", "own-contribution")),
                assessment.shares());
        assertFalse(assessment.assumed());
        TierNotAllowedException refused = assertThrows(
                TierNotAllowedException.class,
                () -> POLICY.assess(MEDICAL, born("1980-01-01"), IN_CAMPAIGN, Fen.ofYuan(350)));
        assertEquals("城乡居民基本医疗保险应缴380.00元，不是350.00元", refused.zh());
    }

    @Test
    @DisplayName("四(一)医疗-2: the fiscal subsidy is a floor of 640")
    void fiscal() {
        Subsidy subsidy = POLICY.governmentSubsidies(MEDICAL, Fen.ofYuan(380)).get(0);
        assertEquals(Fen.ofYuan(640), subsidy.amount());
        assertTrue(subsidy.floor());
    }

    @ParameterizedTest(name = "born 1963-11-15 and 1953-11-15, paying {0}")
    @CsvSource({
        "2023-11-14,1963-11-15,0,380",
        "2023-11-15,1963-11-15,190,190",
        "2023-11-16,1963-11-15,190,190",
        "2023-11-14,1953-11-15,190,190",
        "2023-11-15,1953-11-15,380,0",
        "2023-11-16,1953-11-15,380,0"
    })
    @DisplayName("四(一)医疗-4, -5: half from the 60th birthday, all from the 70th")
    void byAge(String paid, String birth, long proxy, long self) {
        Assessment assessment = medical(born(birth), paid);
        assertEquals(Fen.ofYuan(proxy), assessment.proxy());
        assertEquals(Fen.ofYuan(self), assessment.self());
        assertEquals(Fen.ofYuan(380), assessment.due());
    }

    @Test
    @DisplayName("四(一)医疗-5: the half is two payers of one contribution, each with its clause")
    void half() {
        assertEquals(
                List.of(
                        new Share(
                                Payer.PROXY,
                                "DISTRICT_FINANCE",
                                Fen.ofYuan(190),
                                "yicheng-2024/四(一)医疗-5",
                                "district-half"),
                        new Share(Payer.SELF, "SELF", Fen.ofYuan(190), "yicheng-2024/四(一)医疗-1", "own-contribution")),
                medical(born("1960-01-01"), "2023-11-15").shares());
    }

    @ParameterizedTest
    @CsvSource({
        "TEKUN,NOT_NAMED,3",
        "DIBAO,NOT_NAMED,3",
        "ORPHAN,DISTRICT_FINANCE,4",
        "UNATTENDED_CHILD,DISTRICT_FINANCE,4",
        "SEVERELY_DISABLED,DISTRICT_FINANCE,4",
        "ENTITLED_GROUP,DISTRICT_FINANCE,4"
    })
    @DisplayName("四(一)医疗-3, -4: these groups are paid for in full, by whom depends on the group")
    void byGroup(String category, String funder, String clause) {
        Share share = medical(born("1980-01-01").with(category), "2023-11-15")
                .shares()
                .get(0);
        assertEquals(funder, share.funder());
        assertEquals(Fen.ofYuan(380), share.amount());
        assertEquals("yicheng-2024/四(一)医疗-" + clause, share.clause());
    }

    @Test
    @DisplayName("full before half: a person of 65 on 低保 is paid for in full, once")
    void precedence() {
        Assessment assessment = medical(born("1958-01-01").with("DIBAO", "SEVERELY_DISABLED"), "2023-11-15");
        assertEquals(1, assessment.shares().size());
        assertEquals("full-aid", assessment.shares().get(0).rule());
    }

    @Test
    @DisplayName("四(一)医疗-3, -4: where both would pay no text says who does; where one alone pays nothing is assumed")
    void whoPaysIsAssumedWhereAnOrderThatNoTextGivesDecides() {
        PersonFacts person = born("1980-01-01");
        assertTrue(medical(person.with("DIBAO", "ORPHAN"), "2023-11-15").assumed());
        assertTrue(medical(born("1940-01-01").with("TEKUN"), "2023-11-15").assumed());
        assertFalse(medical(person.with("DIBAO"), "2023-11-15").assumed());
        assertFalse(medical(person.with("DIBAO", "TEKUN"), "2023-11-15").assumed(), "one rule for both");
    }

    @Test
    @DisplayName(
            "四(一)医疗-3b: for other aided groups the notice gives no amount: none until the file has one, shown as assumed")
    void otherGroups() {
        Assessment aided = medical(born("1980-01-01").with("POVERTY", "FAMILY_PLANNING"), "2023-11-15");
        assertEquals(Fen.ZERO, aided.proxy());
        assertTrue(aided.assumed());
    }

    @ParameterizedTest
    @CsvSource({"2023-10-31,0", "2023-11-01,380", "2023-11-30,380", "2023-12-01,0"})
    void anIdentityCountsFromItsFirstToItsLastDay(String paid, long proxy) {
        PersonFacts person =
                born("1980-01-01").with(List.of(new Identity("DIBAO", day("2023-11-01"), day("2023-11-30"))));
        assertEquals(Fen.ofYuan(proxy), medical(person, paid).proxy());
    }

    @ParameterizedTest
    @CsvSource({
        "2023-10-01,2024-01-01,0",
        "2023-12-20,2024-01-01,0",
        "2023-12-21,2024-01-01,0",
        "2023-12-31,2024-01-01,0",
        "2024-01-01,2024-02-01,30",
        "2024-01-02,2024-02-02,30",
        "2024-12-31,2025-01-31,30"
    })
    @Clause("yicheng-2024/四(二)-2")
    @DisplayName("四(二)-2: from 2024-01-01 on 30 days of waiting, the day of payment not counted; none until 12-31")
    void waiting(String paid, String benefit, int days) {
        BenefitStart start = POLICY.benefitStart(MEDICAL, day(paid));
        assertEquals(day(benefit), start.from());
        assertEquals(days, start.waitingDays());
        assertTrue(start.assumed());
    }

    @ParameterizedTest
    @CsvSource({
        "2023-12-31,,2024-01-01",
        "2024-01-11,,2024-01-11",
        "2024-01-11,2023-12-31,2024-01-11",
        "2024-01-11,2024-01-01,2024-02-01",
        "2024-02-20,2024-01-01,2024-02-20"
    })
    @Clause("yicheng-2024/四(二)-2")
    void onlyTheOwnPaymentBeginsAWaitAndNobodyHasBenefitBeforeAllIsPaid(String completed, String own, String benefit) {
        LocalDate ownPaymentOn = own == null ? null : day(own);
        assertEquals(
                day(benefit),
                POLICY.benefitStart(MEDICAL, 2024, day(completed), ownPaymentOn).from());
    }

    @Test
    void nothingCanBePaidAfterTheFeeYear() {
        NoPaymentWindowException refused =
                assertThrows(NoPaymentWindowException.class, () -> medical(born("1980-01-01"), "2025-01-01"));
        assertEquals("2025-01-01及以后没有缴费期", refused.zh());
    }

    @Test
    void anIdentityThatThePolicyDoesNotKnowIsAnError() {
        assertThrows(
                IllegalArgumentException.class, () -> medical(born("1980-01-01").with("NOBLE"), "2023-11-15"));
    }

    @Test
    @DisplayName("四(四)4-b: who turns 60 or 70 before year end waits for the birthday, online and medical only")
    void hold() {
        PersonFacts person = born("1963-12-31");
        Hold hold = POLICY.hold(MEDICAL, person, "WECHAT", day("2023-12-30")).orElseThrow();
        assertEquals(day("2023-12-31"), hold.until());
        assertEquals(60, hold.birthday());
        assertEquals(Optional.empty(), POLICY.hold(MEDICAL, person, "WECHAT", day("2023-12-31")));
        assertEquals(Optional.empty(), POLICY.hold(MEDICAL, person, "COUNTER", day("2023-12-30")));
        assertEquals(Optional.empty(), POLICY.hold(PENSION, person, "WECHAT", day("2023-12-30")));
        assertEquals(Optional.empty(), POLICY.hold(MEDICAL, born("1964-01-01"), "WECHAT", day("2023-12-30")));
        assertEquals(
                70,
                POLICY.hold(MEDICAL, born("1953-11-16"), "ALIPAY", IN_CAMPAIGN)
                        .orElseThrow()
                        .birthday());
    }

    private static Assessment medical(PersonFacts person, String paid) {
        return POLICY.assess(MEDICAL, person, day(paid), null);
    }

    private static PersonFacts born(String day) {
        return PersonFacts.resident(day(day), Sex.MALE);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
