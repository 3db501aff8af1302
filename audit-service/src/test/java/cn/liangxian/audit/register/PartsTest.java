package cn.liangxian.audit.register;

import static cn.liangxian.audit.register.Stimuli.TOWNSHIP;
import static cn.liangxian.audit.register.Stimuli.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.CollectorHandoff.AbsentResidentsNotified;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.subsidy.SubsidyHandoff.FundsAppropriated;
import cn.liangxian.subsidy.SubsidyHandoff.ProxyPaid;
import cn.liangxian.subsidy.SubsidyHandoff.Purpose;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What is owed for several people is met when it came for the last of them, not with the first. */
class PartsTest extends OnPaper {

    private static final String NOTIFIED = "collection-absent-residents-notified:" + TOWNSHIP;
    private static final LocalDate DAY = LocalDate.of(2023, 11, 10);

    @Test
    @Clause("yicheng-2024/四(三)3a")
    void moneyOnBehalfIsOnTimeOnlyWhenEverybodyWhomTheSumPaysForWasPaidFor() {
        String first = "subsidy-proxy-paid:application:first";
        books.open("2023-11-10");
        books.take(on("2023-11-10", appropriated("first", 3)));
        books.take(on("2023-11-10", paid("p1", "first")), on("2023-11-13", paid("p2", "first")));
        assertEquals(LocalDate.of(2023, 11, 15), books.entry(first).obligation().due());
        assertEquals(3, books.entry(first).obligation().residents());
        assertEquals(Standing.OPEN, books.entry(first).standing());
        books.take(on("2023-11-13", paid("p2", "first")));
        assertEquals(Standing.OPEN, books.entry(first).standing(), "the same person twice is one person");
        books.open("2023-11-15");
        books.take(on("2023-11-15", paid("p3", "first")));
        assertEquals(Standing.MET_ON_TIME, books.entry(first).standing());
        assertEquals(LocalDate.of(2023, 11, 15), books.entry(first).met().on());
    }

    @Test
    @Clause("yicheng-2024/四(三)3a")
    void whoeverIsPaidForOnTheDayAfterMakesTheWholeSumLate() {
        String first = "subsidy-proxy-paid:application:first";
        books.open("2023-11-10");
        books.take(on("2023-11-10", appropriated("first", 2)), on("2023-11-10", paid("p1", "first")));
        books.open("2023-11-16");
        assertEquals(Standing.MISSED, books.entry(first).standing());
        books.take(on("2023-11-16", paid("p2", "first")));
        assertEquals(Standing.MET_LATE, books.entry(first).standing());
    }

    @Test
    @Clause({"yicheng-2024/四(三)3a", "yicheng-2024/五(五)-a"})
    void eachSumOfAnApplicationHasAClockOfItsOwnAndOneThatPaysForNobodyHasNone() {
        books.open("2023-11-20");
        books.take(on("2023-11-10", appropriated("first", 1)), on("2023-11-10", paid("p1", "first")));
        books.take(on("2023-11-20", appropriated("second", 1)), on("2023-11-20", appropriated("third", 0)));
        assertEquals(
                Standing.MET_ON_TIME,
                books.entry("subsidy-proxy-paid:application:first").standing());
        assertEquals(
                LocalDate.of(2023, 11, 23),
                books.entry("subsidy-proxy-paid:application:second")
                        .obligation()
                        .due());
        assertTrue(books.entry("subsidy-proxy-paid:application:second").met() == null);
        assertFalse(books.knows("subsidy-proxy-paid:application:third"));
    }

    @Test
    void whatWasHandedOverBeforeSumsWereToldApartIsMetByTheApplicationsFirstPayment() {
        books.open("2023-11-10");
        books.take(
                on(
                        "2023-11-10",
                        new FundsAppropriated(
                                "application", Purpose.PROXY, Insurance.MEDICAL, Fen.ofYuan(380), Fen.ZERO, DAY)),
                on("2023-11-10", paid("p1", null)));
        assertEquals(
                Standing.MET_ON_TIME,
                books.entry("subsidy-proxy-paid:application").standing());
    }

    @Test
    @Clause("yicheng-2024/五(一)-c")
    void aTownshipHasToldItsResidentsWhenNobodyOfTheListIsLeftAndNotWithTheFirst() {
        books.open("2023-10-21");
        books.take(on("2023-10-21", notified(3, 1, 2)), on("2023-10-30", notified(3, 2, 1)));
        assertEquals(Standing.OPEN, books.entry(NOTIFIED).standing());
        books.open("2023-11-07");
        assertEquals(Standing.MISSED, books.entry(NOTIFIED).standing());
        books.take(on("2023-11-06", notified(3, 2, 0)));
        assertEquals(Standing.MET_ON_TIME, books.entry(NOTIFIED).standing(), "the third has paid without being told");
        assertEquals("REPORTED", books.entry(NOTIFIED).met().manner());
    }

    @Test
    @Clause("yicheng-2024/五(一)-c")
    void aTownshipThatKnowsOfNobodyConfirmsZero() {
        books.open("2023-11-06");
        books.take(on("2023-11-06", notified(0, 0, 0)));
        assertEquals(Standing.MET_ON_TIME, books.entry(NOTIFIED).standing());
        assertEquals("CONFIRMED_ZERO", books.entry(NOTIFIED).met().manner());
        assertTrue(books.policy()
                .deadline("collection-absent-residents-notified")
                .orElseThrow()
                .zero());
    }

    @Test
    void whatWasHandedOverBeforeItWasCountedCountsWhoWasToldOfThoseListed() {
        books.open("2023-11-06");
        books.take(on("2023-11-05", notified(2, 1, null)));
        assertTrue(books.entry(NOTIFIED).met() == null);
        books.take(on("2023-11-06", notified(2, 2, null)));
        assertEquals(Standing.MET_ON_TIME, books.entry(NOTIFIED).standing());
    }

    private static Handoff notified(int listed, int told, Integer left) {
        return new AbsentResidentsNotified(TOWNSHIP, listed, told, 0, DAY, left);
    }

    private static Handoff appropriated(String sum, int heads) {
        return new FundsAppropriated(
                "application", Purpose.PROXY, Insurance.MEDICAL, Fen.ofYuan(380), Fen.ZERO, DAY, sum, heads);
    }

    private static Handoff paid(String person, String sum) {
        return new ProxyPaid(
                "proxy-" + person,
                "application",
                person,
                Insurance.MEDICAL,
                2024,
                Fen.ofYuan(380),
                "DISTRICT_FINANCE",
                "yicheng-2024/四(一)医疗-4",
                DAY,
                sum);
    }
}
