package cn.liangxian.audit.register;

import static cn.liangxian.audit.register.Stimuli.on;
import static cn.liangxian.audit.register.Stimuli.treasuryDay;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Insurance;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Who pays late and who gets something back is booked after the campaign, too: each day of the fee year is asked for. */
class AfterTheCampaignTest extends OnPaper {

    private static final String DAY = "reconciliation-treasury-day-received:MEDICAL:";
    private static final String PROGRESS = "collection-progress-reported:370404001:MEDICAL:";

    @Test
    @Clause("yicheng-2024/附件-b")
    void aDayOfTheTreasuryThatIsMissingAfterTheCampaignIsLateLikeAnyOther() {
        books.open("2023-12-20");
        books.open("2023-12-22");
        assertTrue(books.knows(DAY + "2023-12-21"), "the day after the campaign");
        books.take(on("2023-12-22", treasuryDay("2023-12-21", Insurance.MEDICAL)));
        assertEquals(Standing.MET_ON_TIME, books.entry(DAY + "2023-12-21").standing());
        books.open("2023-12-25");
        assertEquals(
                LocalDate.of(2023, 12, 25),
                books.entry(DAY + "2023-12-22").obligation().due());
        books.open("2023-12-26");
        assertEquals(Standing.MISSED, books.entry(DAY + "2023-12-22").standing());
        books.take(on("2023-12-26", treasuryDay("2023-12-22", Insurance.MEDICAL)));
        assertEquals(Standing.MET_LATE, books.entry(DAY + "2023-12-22").standing());
    }

    @Test
    @Clause("yicheng-2024/附件-b")
    void theDaysOfTheTreasuryAreAskedForFromTheCampaignsStartToTheEndOfTheFeeYear() {
        books.openOnly(LocalDate.of(2023, 9, 30));
        books.openOnly(LocalDate.of(2023, 10, 1));
        books.openOnly(LocalDate.of(2024, 12, 31));
        books.openOnly(LocalDate.of(2025, 1, 1));
        assertFalse(books.knows(DAY + "2023-09-30"));
        assertTrue(books.knows(DAY + "2023-10-01"));
        assertTrue(books.knows(DAY + "2024-12-31"));
        assertFalse(books.knows(DAY + "2025-01-01"));
    }

    @Test
    @Clause("yicheng-2024/五(四)-c")
    void progressIsReportedInTheCampaignOnly() {
        books.openOnly(LocalDate.of(2023, 12, 20));
        books.openOnly(LocalDate.of(2024, 1, 2));
        assertTrue(books.knows(PROGRESS + "2023-12"));
        assertFalse(books.knows(PROGRESS + "2024-01"));
    }
}
