package cn.liangxian.reconciliation.balance;

import cn.liangxian.handoff.Department;
import cn.liangxian.rest.Caller;
import jakarta.enterprise.context.RequestScoped;

/** Who may look at balances and differences: the departments of the county that reconcile, and those over them. */
@RequestScoped
class BalanceReaders {

    private final Caller caller;

    BalanceReaders(Caller caller) {
        this.caller = caller;
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
        caller.mustCoverCounty();
    }
}
