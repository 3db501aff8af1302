package cn.liangxian.collection.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.County;

/** What is kept for the campaign board against all claims and payments, counted one by one. */
public final class BoardSums {

    private static final String STANDINGS =
            """
            select township, village, insurance, fee_year, sum(people), sum(people_paid), sum(due), sum(paid)
            from village_standing group by township, village, insurance, fee_year""";
    private static final String CLAIMS =
            """
            select c.township, c.village, c.insurance, c.fee_year, count(*), count(*) filter (where c.state = 'PAID'),
                sum(c.due), sum(c.paid_self + c.paid_proxy + c.paid_sponsor)
            from claim c join roster r using (roster_no) where r.state = 'ACCEPTED'
            group by c.township, c.village, c.insurance, c.fee_year""";
    private static final String TAKINGS =
            """
            select paid_on, village, insurance, fee_year, sum(people), sum(fen)
            from village_taking group by paid_on, village, insurance, fee_year""";
    private static final String PAYMENTS =
            """
            select paid_on, village, insurance, fee_year, count(*) filter (where paid_in_all = due), sum(amount)
            from payment where outcome = 'PAID' group by paid_on, village, insurance, fee_year""";
    private static final String BY_CHANNEL =
            """
            select channel, village, insurance, fee_year, sum(people), sum(fen)
            from channel_taking group by channel, village, insurance, fee_year""";
    private static final String PAYMENTS_BY_CHANNEL =
            """
            select channel, village, insurance, fee_year, count(*) filter (where paid_in_all = due), sum(amount)
            from payment where outcome = 'PAID' group by channel, village, insurance, fee_year""";

    private BoardSums() {}

    public static void agree(County county) {
        assertEquals(0, differences(county, STANDINGS, CLAIMS), "villages that the board shows otherwise");
        assertEquals(0, differences(county, TAKINGS, PAYMENTS), "days of villages that the board shows otherwise");
        assertEquals(
                0, differences(county, BY_CHANNEL, PAYMENTS_BY_CHANNEL), "channels that the board shows otherwise");
    }

    private static long differences(County county, String kept, String counted) {
        return county.count("select count(*) from ((%1$s except %2$s) union all (%2$s except %1$s)) d"
                .formatted("(" + kept + ")", "(" + counted + ")"));
    }
}
