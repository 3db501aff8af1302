package cn.liangxian.policy;

import cn.liangxian.handoff.Insurance;
import java.util.Map;

/**
 * What a county's batch files (财税库银 3102, TIPS) say beside their lines.
 *
 * @param taxOffice TaxOrgCode, 12 digits
 * @param handling HandleType: to whose account the banks transfer what they debited
 * @param payeeBank PayeeBankNo, 12 digits
 * @param payeeAccount PayeeAcct
 */
public record TipsTerms(
        String taxOffice, Handling handling, String payeeBank, String payeeAccount, Map<Insurance, Item> items) {

    public TipsTerms {
        items = Map.copyOf(items);
    }

    /** HandleType. */
    public enum Handling {
        TREASURY("1"),
        BANK("2");

        private final String code;

        Handling(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * What is paid for.
     *
     * @param project ProjectId
     * @param name TaxTypeName
     */
    public record Item(String project, String name) {}
}
