package cn.liangxian.audit.register;

import static cn.liangxian.audit.register.Happening.NEARED;
import static cn.liangxian.audit.register.Happening.OPENED;
import static cn.liangxian.audit.register.Happening.PASSED;
import static cn.liangxian.audit.register.Happening.RESTATED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.local.TestServers;
import cn.liangxian.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A notice of 12-21 extends the campaign from 12-20 to 12-31, while applications for 12-22 are already near. */
class LaterNoticeTest {

    private static final String APPLIED = "subsidy-funds-applied:PENSION";

    @TempDir
    private Path folder;

    private BooksOnPaper books;

    @BeforeEach
    void extendTheCampaign() throws IOException {
        Path jurisdictions = TestServers.root().resolve("deploy/jurisdictions");
        for (String file : List.of("yicheng-2024.yaml", "policy.schema.json")) {
            Files.copy(jurisdictions.resolve(file), folder.resolve(file));
        }
        Files.createSymbolicLink(folder.resolve("holidays"), jurisdictions.resolve("holidays"));
        Path notice = Files.writeString(
                folder.resolve("yicheng-2024-extended.yaml"),
                """
                amends: yicheng-2024.yaml
                document: { title: 虚构的延期通知, issued: 2023-12-21, clauses: yicheng-2024-extended }
                effective: { from: 2023-12-21, by: 一 }
                campaign:
                  end: { on: 2023-12-31, by: 一 }
                """);
        books = new BooksOnPaper(Policy.load(notice));
        books.open("2023-10-01");
    }

    @Test
    void untilItIsInForceTheOldDateHolds() {
        books.openAll("2023-12-20");
        assertEquals(
                LocalDate.parse("2023-12-22"), books.entry(APPLIED).obligation().due());
        assertEquals(List.of(OPENED, NEARED), books.happenings(APPLIED));
    }

    @Test
    void whatStillRunsGetsTheNewDateAndComesNearAgain() {
        books.openAll("2023-12-23");
        Entry moved = books.entry(APPLIED);
        assertEquals(LocalDate.parse("2024-01-03"), moved.obligation().due());
        assertEquals(LocalDate.parse("2023-10-01"), moved.obligation().opened());
        assertEquals(Standing.OPEN, moved.standing());
        assertEquals(List.of(OPENED, NEARED, RESTATED), books.happenings(APPLIED));

        books.openAll("2024-01-03");
        assertEquals(Standing.DUE_SOON, books.entry(APPLIED).standing());
        books.openAll("2024-01-04");
        assertEquals(Standing.MISSED, books.entry(APPLIED).standing());
        assertEquals(List.of(OPENED, NEARED, RESTATED, NEARED, PASSED), books.happenings(APPLIED));
    }
}
