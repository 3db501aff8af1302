package cn.liangxian.audit.register;

import static cn.liangxian.audit.register.Stimuli.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.TestServers;
import cn.liangxian.policy.Policy;
import cn.liangxian.reconciliation.ReconciliationHandoff.BrokenLink;
import cn.liangxian.reconciliation.ReconciliationHandoff.RedListIssued;
import cn.liangxian.subsidy.SubsidyHandoff.FundsApplied;
import cn.liangxian.subsidy.SubsidyHandoff.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of which kinds of a handoff something is owed is a reading of the policy file. */
class KindsTest {

    private static final Path YICHENG = TestServers.root().resolve("deploy/jurisdictions/yicheng-2024.yaml");
    private static final String APPLIED = "subsidy-funds-applied:MEDICAL";

    @TempDir
    private Path folder;

    @Test
    @Clause("yicheng-2024/五(五)-a")
    void moneyOnBehalfIsNotTheApplicationForSubsidiesUnlessTheFileReadsItSo() throws IOException {
        BooksOnPaper taken = new BooksOnPaper();
        assertTrue(
                taken.policy().deadline("subsidy-funds-applied").orElseThrow().assumed());
        assertEquals(Standing.OPEN, after(taken, Purpose.PROXY));
        taken.take(on("2023-12-12", applied(Purpose.FISCAL_SUBSIDY)));
        assertEquals(Standing.MET_ON_TIME, taken.entry(APPLIED).standing());
        BooksOnPaper other = new BooksOnPaper(
                reading(
                        """
                handoffs:
                  subsidy-funds-applied: { due: campaign.end + 2 workdays, per: [INSURANCE], zero: true, by: 五(五)-a }
                """));
        assertFalse(
                other.policy().deadline("subsidy-funds-applied").orElseThrow().assumed());
        assertEquals(Standing.MET_ON_TIME, after(other, Purpose.PROXY));
    }

    @Test
    @Clause("bachu-2022/第三十八条(4)")
    void ofTheRedListOfBachuTheAgencyOwesWhatItForgotAndNotWhatTheTreasuryDid() {
        BooksOnPaper books = new BooksOnPaper(Policy.load(YICHENG.resolveSibling("bachu-2022.yaml")));
        books.open("2023-11-29");
        books.take(
                on("2023-11-29", listed("a", BrokenLink.NOT_BOOKED_BY_AGENCY)),
                on("2023-11-29", listed("c", BrokenLink.NOT_IN_TREASURY)));
        assertTrue(books.knows("reconciliation-red-list-resolved:MEDICAL:a"));
        assertFalse(books.knows("reconciliation-red-list-resolved:MEDICAL:c"));
    }

    private static Handoff listed(String person, BrokenLink link) {
        LocalDate on = LocalDate.of(2023, 11, 29);
        return new RedListIssued(
                person, Insurance.MEDICAL, 2024, Fen.ofYuan(380), link, Department.MEDICAL_INSURANCE, on, true);
    }

    private static Standing after(BooksOnPaper books, Purpose purpose) {
        books.open("2023-12-11");
        books.take(on("2023-12-11", applied(purpose)));
        return books.entry(APPLIED).standing();
    }

    private static Handoff applied(Purpose purpose) {
        LocalDate on = LocalDate.of(2023, 12, 12);
        return new FundsApplied(
                "a-" + purpose, purpose, Insurance.MEDICAL, 2024, "FISCAL", 1, Fen.ofYuan(640), on, true);
    }

    private Policy reading(String values) throws IOException {
        String header =
                """
                extends: %s
                document: { title: 峰政办发〔2023〕10号, issued: 2023-10-16, clauses: yicheng-2024 }
                effective: { from: 2023-09-01, until: 2024-12-31, by: 发文, assumed: true }
                """
                        .formatted(YICHENG);
        return Policy.load(
                Files.writeString(folder.resolve("other.yaml"), header + values), YICHENG.resolveSibling("holidays"));
    }
}
