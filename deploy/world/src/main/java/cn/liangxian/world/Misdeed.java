package cn.liangxian.world;

import java.time.LocalDate;

/**
 * One thing that the world did wrong.
 *
 * @param on the business date on which it was done
 * @param where subject of the list (and row of the file), channel and voucher, village, township, person
 *     key, or insurance and person key
 * @param fen the money that it concerns; 0 where it is none
 * @param mended whether the world has put it right, or will before the end
 */
public record Misdeed(Kind kind, LocalDate on, String where, long fen, boolean mended) {

    /** What can go wrong. */
    public enum Kind {
        LATE_LIST,
        WRONG_COUNT,
        BAD_ID,
        /** Another name in the household data between the rosters of the two insurances. */
        MISNAMED,
        DUPLICATE_PAYMENT,
        CASH_RETAINED,
        /** 收现不缴: taken against a receipt and not paid in for weeks, where cash is paid in the same day. */
        CASH_NOT_PAID,
        /** 多收少缴: more cash taken than is paid in; the collector keeps the difference. */
        CASH_MORE_TAKEN,
        TREASURY_MISSING,
        TREASURY_DOUBLED,
        LOST_ENTITLEMENT,
        /** A township's specialist was changed before it was told. */
        UNTOLD_CHANGE,
        /** A status had ended before finance paid for it, and that was told afterwards. */
        ENDED_STATUS
    }
}
