package cn.liangxian.journeys.oracle;

import cn.liangxian.journeys.oracle.Deadlines.Punctuality;
import java.time.LocalDate;
import java.util.Map;

/**
 * The statement of a campaign: everything in fen, counted from the topics alone. Two runs with the same seed have the
 * same statement, whatever broke on the way; {@link #events} and what was delivered twice are not part of it.
 *
 * @param lists special-group lists by grade; {@code rejectedRows} rows that went back
 * @param payers by insurance and payer; {@code channels} by channel
 * @param debitLines of batch debits, by what became of them; empty where accounts are not debited
 * @param cash of the cash ledgers, by where it went; empty where there are none
 * @param investigated how many of the complaints were closed after several departments had looked into them
 * @param differences those that still stand; {@code differencesEver} all that were ever found
 */
public record Statement(
        LocalDate lastDay,
        int people,
        Map<String, Integer> lists,
        int rejectedRows,
        Sums due,
        Sums payers,
        Sums channels,
        Sums unpaid,
        Sums surplus,
        Sums refunds,
        Sums treasury,
        Sums differences,
        Sums differencesEver,
        Sums entitled,
        Sums redList,
        int everRed,
        Sums applied,
        Sums appropriated,
        Sums shortfall,
        Sums proxyPaid,
        Sums sponsored,
        Sums fundsReturned,
        Punctuality deadlines,
        Map<String, Punctuality> deadlinesByHandoff,
        int publications,
        Map<String, Long> debitLines,
        Sums cash,
        int complaints,
        int investigated) {}
