package cn.liangxian.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Shortage.First;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Whom money that is too little pays first, and who approves that money goes back, the file says")
class ShortageTest {
    private static final Path FILES = Path.of("../jurisdictions").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void bothCountiesPayTheEldestFirstAsAssumed() {
        for (String county : new String[] {"yicheng-2024", "bachu-2022"}) {
            Policy policy = Policy.load(FILES.resolve(county + ".yaml"));
            assertEquals(First.ELDEST, policy.shortage().first());
            assertTrue(policy.shortage().assumed());
            assertTrue(
                    policy.assumptions().stream().anyMatch(a -> a.where().equals("/shortage")),
                    "and it is shown as assumed");
        }
    }

    @Test
    void whereAFileSaysNothingItIsTheEldestToo() {
        Policy other = Policy.load(Path.of("src/test/resources/policies/harbour-2025.yaml"), FILES.resolve("holidays"));
        assertEquals(First.ELDEST, other.shortage().first());
        assertTrue(other.shortage().assumed());
    }

    @Test
    void anotherReadingIsAChangeOfTheFileAlone() {
        Shortage youngest = reading("shortage: { first: youngest, by: 五(五)-a }").shortage();
        assertEquals(new Shortage(First.YOUNGEST, "yicheng-2024/五(五)-a", false), youngest);
        assertEquals(
                First.ROSTER,
                reading("shortage: { first: roster, assumed: true }").shortage().first());
        assertThrows(InvalidPolicyException.class, () -> reading("shortage: { first: poorest, assumed: true }"));
    }

    @Test
    void anotherDepartmentThatApprovesARefundIsAChangeOfTheFileAlone() {
        RefundTerms terms = reading(
                        """
                        insurances:
                          MEDICAL:
                            refunds: { approved-by: MEDICAL_INSURANCE, paid-by: MEDICAL_INSURANCE, by: 五(三)-f }
                        """)
                .refunds(Insurance.MEDICAL);
        assertEquals(Department.MEDICAL_INSURANCE, terms.approvedBy());
        assertEquals(false, terms.approvalAssumed());
    }

    private Policy reading(String values) {
        String header =
                """
                extends: %s
                document: { title: 峰政办发〔2023〕10号, issued: 2023-10-16, clauses: yicheng-2024 }
                effective: { from: 2023-09-01, until: 2024-12-31, by: 发文, assumed: true }
                """
                        .formatted(FILES.resolve("yicheng-2024.yaml"));
        try {
            Path file = Files.writeString(folder.resolve("other-" + values.hashCode() + ".yaml"), header + values);
            return Policy.load(file, FILES.resolve("holidays"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
