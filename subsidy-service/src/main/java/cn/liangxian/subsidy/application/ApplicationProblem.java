package cn.liangxian.subsidy.application;

import cn.liangxian.rest.ProblemType;

/** What can be wrong with a request about an application. */
public enum ApplicationProblem implements ProblemType {
    APPLICATION_UNKNOWN("application-unknown", 404, "未找到该补助资金申请", "No such application"),
    AMOUNT_NOT_POSITIVE("amount-not-positive", 422, "拨付金额必须大于零", "The amount must be positive"),
    AMOUNT_EXCEEDS_APPLICATION(
            "amount-exceeds-application", 422, "拨付金额超过申请未拨余额", "More than is left of the application");

    private final Wording wording;

    ApplicationProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
