package cn.liangxian.policy;

import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.handoff.Clause;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Who pays money back 退费 differs from county to county and by insurance")
class RefundTermsTest {
    private static final Path FILES = Path.of("../jurisdictions").toAbsolutePath();

    @Test
    @DisplayName(
            "峄城 五: tax accepts refunds, the medical agency does the work and that of the pension helps; who approves and who pays is read")
    void inYichengTheMedicalAgencyAndTaxAsAssumed() {
        Policy yicheng = Policy.load(FILES.resolve("yicheng-2024.yaml"));
        assertEquals(
                new RefundTerms(TAX, true, MEDICAL_INSURANCE, true, "yicheng-2024/五(三)-f"), yicheng.refunds(MEDICAL));
        assertEquals(new RefundTerms(TAX, true, TAX, true, "yicheng-2024/五(四)-a"), yicheng.refunds(PENSION));
    }

    @Test
    @Clause("bachu-2022/第三十三条(2)")
    @DisplayName("巴楚 第三十三条: 医保、社保部门对城乡居民进行退费")
    void inBachuEachAgencyAsTheNoticeSays() {
        Policy bachu = Policy.load(FILES.resolve("bachu-2022.yaml"));
        assertEquals(
                new RefundTerms(TAX, true, MEDICAL_INSURANCE, false, "bachu-2022/第三十三条(2)"), bachu.refunds(MEDICAL));
        assertEquals(
                new RefundTerms(TAX, true, SOCIAL_INSURANCE, false, "bachu-2022/第三十三条(2)"), bachu.refunds(PENSION));
    }

    @Test
    void whereAFileSaysNothingTaxPaysBackWhatItCollectedAsAssumed() {
        Policy other = Policy.load(Path.of("src/test/resources/policies/harbour-2025.yaml"), FILES.resolve("holidays"));
        assertEquals(TAX, other.refunds(MEDICAL).paidBy());
        assertEquals(TAX, other.refunds(MEDICAL).approvedBy());
        assertTrue(other.refunds(MEDICAL).paymentAssumed());
        assertTrue(other.refunds(MEDICAL).approvalAssumed());
    }
}
