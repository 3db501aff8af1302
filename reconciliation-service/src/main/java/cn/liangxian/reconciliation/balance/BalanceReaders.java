package cn.liangxian.reconciliation.balance;

import cn.liangxian.handoff.Department;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Caller;
import jakarta.enterprise.context.RequestScoped;

/** Who may look at balances and differences: the departments of the county that reconcile, and those over them. */
@RequestScoped
class BalanceReaders {

    private final Caller caller;
    private final Policy policy;

    BalanceReaders(Caller caller, Policy policy) {
        this.caller = caller;
        this.policy = policy;
    }

    void mustBeOne() {
        caller.mustBe(
                Department.TAX,
                Department.TREASURY,
                Department.FINANCE,
                Department.MEDICAL_INSURANCE,
                Department.SOCIAL_INSURANCE,
                Department.COUNTY_GOVERNMENT,
                Department.AUDIT_BUREAU);
        caller.mustCover(policy.jurisdiction().code());
    }
}
