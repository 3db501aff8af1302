package cn.liangxian.audit.register;

import static cn.liangxian.audit.register.Stimuli.TOWNSHIP;
import static cn.liangxian.audit.register.Stimuli.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.CollectorHandoff.AbsentResidentsListed;
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

    private static final String LISTED = "collection-absent-residents-listed:" + TOWNSHIP;
    private static final String NOTIFIED = "collection-absent-residents-notified:" + TOWNSHIP + ":";
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
        books.open("2023-10-30");
        books.take(on("2023-10-30", listed("l1", 3)));
        assertEquals(Standing.MET_ON_TIME, books.entry(LISTED).standing());
        books.take(on("2023-10-30", notified("l1", 3, 1, 2)), on("2023-10-31", notified("l1", 3, 2, 1)));
        assertEquals(
                LocalDate.of(2023, 11, 6),
                books.entry(NOTIFIED + "l1").obligation().due());
        assertEquals(Standing.OPEN, books.entry(NOTIFIED + "l1").standing());
        books.open("2023-11-07");
        assertEquals(Standing.MISSED, books.entry(NOTIFIED + "l1").standing());
        books.take(on("2023-11-06", notified("l1", 3, 2, 0)));
        assertEquals(
                Standing.MET_ON_TIME, books.entry(NOTIFIED + "l1").standing(), "the third has paid without being told");
        assertEquals("REPORTED", books.entry(NOTIFIED + "l1").met().manner());
    }

    @Test
    @Clause("yicheng-2024/五(一)-c")
    void whoIsListedLaterIsOnTheClockThoughEverybodyOfTheListBeforeWasTold() {
        books.open("2023-10-21");
        books.take(on("2023-10-21", listed("l1", 2)), on("2023-10-21", notified("l1", 2, 2, 0)));
        assertEquals(Standing.MET_ON_TIME, books.entry(NOTIFIED + "l1").standing());
        books.open("2023-11-24");
        books.take(on("2023-11-24", listed("l2", 1)), on("2023-11-24", listed("l3", 1)));
        books.take(on("2023-11-24", notified("l1", 2, 2, 0)), on("2023-11-24", notified("l2", 1, 0, 1)));
        assertEquals(Standing.OPEN, books.entry(NOTIFIED + "l2").standing(), "who was told before does not tell them");
        books.open("2023-12-01");
        books.take(on("2023-12-01", notified("l2", 1, 1, 0)));
        books.open("2023-12-02");
        books.take(on("2023-12-02", notified("l3", 1, 1, 0)));
        assertEquals(Standing.MET_ON_TIME, books.entry(NOTIFIED + "l1").standing());
        assertEquals(Standing.MET_ON_TIME, books.entry(NOTIFIED + "l2").standing());
        assertEquals(Standing.MET_LATE, books.entry(NOTIFIED + "l3").standing());
    }

    @Test
    @Clause("yicheng-2024/五(一)-c")
    void aTownshipThatKnowsOfNobodyConfirmsZeroAndHasNobodyToTell() {
        books.open("2023-10-30");
        books.take(on("2023-10-30", listed("l1", 0)));
        assertEquals(Standing.MET_ON_TIME, books.entry(LISTED).standing());
        assertEquals("CONFIRMED_ZERO", books.entry(LISTED).met().manner());
        assertFalse(books.knows(NOTIFIED + "l1"));
        assertTrue(books.policy()
                .deadline("collection-absent-residents-listed")
                .orElseThrow()
                .zero());
    }

    @Test
    @Clause("yicheng-2024/五(一)-c")
    void aTownshipThatListsADayLateIsLate() {
        books.open("2023-10-31");
        books.take(on("2023-10-31", listed("l1", 1)));
        assertEquals(Standing.MET_LATE, books.entry(LISTED).standing());
    }

    @Test
    void whatWasHandedOverBeforeListsWereToldApartMeetsNoneOfThem() {
        books.open("2023-10-30");
        books.take(on("2023-10-30", listed("l1", 2)), on("2023-10-30", notified(null, 2, 2, null)));
        assertTrue(books.entry(NOTIFIED + "l1").met() == null);
    }

    private static Handoff listed(String list, int residents) {
        return new AbsentResidentsListed(list, TOWNSHIP, residents, DAY);
    }

    private static Handoff notified(String list, int listed, int told, Integer left) {
        return new AbsentResidentsNotified(TOWNSHIP, listed, told, 0, DAY, left, list);
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
