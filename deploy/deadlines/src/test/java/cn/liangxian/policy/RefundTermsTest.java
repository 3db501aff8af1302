package cn.liangxian.policy;

import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.handoff.Clause;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Who pays money back 退费 differs from county to county and by insurance")
class RefundTermsTest {
    private static final Path FILES = Path.of("../jurisdictions").toAbsolutePath();

    @Test
    @DisplayName(
            "峄城 五: tax accepts refunds, the medical agency does the work and that of the pension helps; who pays is read")
    void inYichengTheMedicalAgencyAndTaxAsAssumed() {
        Policy yicheng = Policy.load(FILES.resolve("yicheng-2024.yaml"));
        assertEquals(new RefundTerms(MEDICAL_INSURANCE, "yicheng-2024/五(三)-f", true), yicheng.refunds(MEDICAL));
        assertEquals(new RefundTerms(TAX, "yicheng-2024/五(四)-a", true), yicheng.refunds(PENSION));
    }

    @Test
    @Clause("bachu-2022/第三十三条(2)")
    @DisplayName("巴楚 第三十三条: 医保、社保部门对城乡居民进行退费")
    void inBachuEachAgencyAsTheNoticeSays() {
        Policy bachu = Policy.load(FILES.resolve("bachu-2022.yaml"));
        assertEquals(new RefundTerms(MEDICAL_INSURANCE, "bachu-2022/第三十三条(2)", false), bachu.refunds(MEDICAL));
        assertEquals(new RefundTerms(SOCIAL_INSURANCE, "bachu-2022/第三十三条(2)", false), bachu.refunds(PENSION));
    }

    @Test
    void whereAFileSaysNothingTaxPaysBackWhatItCollectedAsAssumed() {
        Policy other = Policy.load(Path.of("src/test/resources/policies/harbour-2025.yaml"), FILES.resolve("holidays"));
        assertEquals(TAX, other.refunds(MEDICAL).paidBy());
        assertEquals(true, other.refunds(MEDICAL).assumed());
    }
}
