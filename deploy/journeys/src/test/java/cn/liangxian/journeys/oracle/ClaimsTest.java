package cn.liangxian.journeys.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the oracle makes of refunds, in whatever order their topics are read. */
class ClaimsTest {

    private final Claims claims = new Claims();

    @Test
    void whatGoesBackOfAClaimIsUnpaidAgainUntilSomebodyPaysIt() {
        claims.take(refund("3", 38000, 0L));
        claims.take(line());
        claims.take(roster());
        claims.take(paid("2", "SELF", 38000, 38000));
        claims.settle();
        assertEquals(List.of(), claims.contradictions());
        assertEquals(38000, claims.unpaid().fen());
        assertEquals(0, claims.payers.fen("MEDICAL SELF"));
        assertEquals(38000, claims.takenOff());
        assertEquals(38000, claims.refunds.fen());
    }

    @Test
    void whatOthersPayAfterARefundSettlesTheClaim() {
        claims.take(line());
        claims.take(roster());
        claims.take(paid("2", "SELF", 38000, 38000));
        claims.take(paid("4", "PROXY", 38000, 38000));
        claims.take(refund("3", 38000, 0L));
        claims.settle();
        assertEquals(List.of(), claims.contradictions());
        assertEquals(0, claims.unpaid().fen());
        assertEquals(38000, claims.payers.fen("MEDICAL PROXY"));
    }

    @Test
    void aSurplusThatGoesBackWasNeverPaidForTheClaim() {
        claims.take(line());
        claims.take(roster());
        claims.take(paid("2", "SELF", 38000, 38000));
        claims.take(refund("3", 38000, null));
        claims.settle();
        assertEquals(0, claims.unpaid().fen());
        assertEquals(0, claims.takenOff());
        assertEquals(38000, claims.refunds.fen());
    }

    @Test
    void aVoucherThatIsBookedTwiceIsFoundAsDoubledEvenWhereTheSecondIsASurplus() {
        claims.take(line());
        claims.take(roster());
        claims.take(paid("2", "SELF", 38000, 38000));
        ObjectNode surplus = claim().put("channel", "WECHAT").put("amount", 38000);
        claims.take(event(
                "collection-contribution-surplus-v1", "5", surplus.deepCopy().put("voucher", "v5")));
        claims.settle();
        assertEquals(List.of(), claims.contradictions());
        claims.take(event("collection-contribution-surplus-v1", "6", surplus.put("voucher", "v2")));
        assertEquals(List.of("booked twice: WECHAT/v2"), claims.contradictions());
    }

    @Test
    void aPaymentThatGotLostIsNotMadeGoodByWhatIsUnpaid() {
        claims.take(line());
        claims.take(roster());
        claims.take(paid("3", "SELF", 19000, 38000));
        claims.settle();
        assertEquals(0, claims.unpaid().fen(), "the last word is that all is paid");
        assertEquals(19000, claims.payers.fen("MEDICAL SELF"), "so that due is not paid and unpaid");
        assertEquals(1, claims.contradictions().size());
    }

    @Test
    void whatFinanceGetsBackIsNoLongerPaidOnBehalfAndNothingOfWhatTheResidentPaid() {
        claims.take(line());
        claims.take(roster());
        claims.take(paid("2", "PROXY", 38000, 38000));
        claims.take(refund("3", "PROXY", 38000, 0L));
        claims.take(paid("4", "SELF", 38000, 38000));
        claims.settle();
        assertEquals(List.of(), claims.contradictions());
        assertEquals(0, claims.payers.fen("MEDICAL PROXY"));
        assertEquals(38000, claims.payers.fen("MEDICAL SELF"));
    }

    @Test
    void whatIsAssessedForAnEarlierFeeYearIsOwedWithoutARoster() {
        claims.take(line());
        claims.take(roster());
        claims.take(assessed(2021, true));
        claims.take(event(
                "collection-contribution-paid-v1",
                "2",
                claim(2021)
                        .put("payer", "SELF")
                        .put("channel", "WECHAT")
                        .put("voucher", "v2")
                        .put("amount", 20000)
                        .put("due", 35000)
                        .put("paidInAll", 20000)));
        claims.settle();
        assertEquals(List.of(), claims.contradictions());
        assertEquals(38000 + 15000, claims.unpaid().fen());
    }

    @Test
    void anAssessmentExcusesNeitherARefusedYearNorTheFeeYearItself() {
        claims.take(assessed(2021, false));
        claims.take(assessed(2024, true));
        claims.take(event("enrollment-roster-line-v1", "0", otherLine()));
        claims.take(paid("2", "SELF", 38000, 38000));
        claims.settle();
        assertEquals(List.of("paid but on no accepted roster: MEDICAL 2024 p"), claims.contradictions());
        assertEquals(0, claims.unpaid().fen());
    }

    private static Event assessed(int year, boolean positive) {
        return event(
                "enrollment-assessment-made-v1",
                "a",
                claim(year).put("positive", positive).put("amount", 35000));
    }

    private static ObjectNode otherLine() {
        return claim().put("personKey", "q")
                .put("rosterId", "r")
                .put("number", 1)
                .put("due", 38000);
    }

    private static Event line() {
        ObjectNode line = claim().put("rosterId", "r").put("number", 1).put("due", 38000);
        return event("enrollment-roster-line-v1", "0", line);
    }

    private static Event roster() {
        ObjectNode roster = claim().put("rosterId", "r").put("accepted", true);
        return event("collection-roster-received-v1", "1", roster);
    }

    private static Event paid(String id, String payer, long fen, long inAll) {
        ObjectNode paid = claim().put("payer", payer)
                .put("channel", "WECHAT")
                .put("voucher", "v" + id)
                .put("amount", fen)
                .put("due", 38000)
                .put("paidInAll", inAll);
        return event("collection-contribution-paid-v1", id, paid);
    }

    private static Event refund(String id, long fen, Long inAll) {
        return refund(id, "WECHAT", fen, inAll);
    }

    private static Event refund(String id, String channel, long fen, Long inAll) {
        ObjectNode refund = claim().put("channel", channel).put("amount", fen).put("paidInAll", inAll);
        return event("collection-refund-listed-v1", id, refund);
    }

    private static ObjectNode claim() {
        return claim(2024);
    }

    private static ObjectNode claim(int feeYear) {
        return new ObjectMapper()
                .createObjectNode()
                .put("personKey", "p")
                .put("insurance", "MEDICAL")
                .put("feeYear", feeYear);
    }

    private static Event event(String topic, String id, ObjectNode data) {
        return new Event(topic, id, "p", null, data);
    }
}
