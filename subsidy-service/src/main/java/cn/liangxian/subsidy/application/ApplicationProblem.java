package cn.liangxian.subsidy.application;

import cn.liangxian.rest.ProblemType;

/** What can be wrong with a request about an application. */
public enum ApplicationProblem implements ProblemType {
    APPLICATION_UNKNOWN("application-unknown", 404, "未找到该补助资金申请", "No such application"),
    AMOUNT_NOT_POSITIVE("amount-not-positive", 422, "拨付金额必须大于零", "The amount must be positive"),
    AMOUNT_EXCEEDS_APPLICATION(
            "amount-exceeds-application", 422, "拨付金额超过申请未拨余额", "More than is left of the application");

    private final String code;
    private final int status;
    private final String zh;
    private final String en;

    ApplicationProblem(String code, int status, String zh, String en) {
        this.code = code;
        this.status = status;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
