package cn.liangxian.reconciliation.entitlement;

import cn.liangxian.rest.ProblemType;

/** Why a booking of entitlements is refused. */
enum EntitlementProblem implements ProblemType {
    MALFORMED("entitlement-malformed", 422, "待遇登记内容不完整", "The booking is incomplete"),
    DETAILS_UNKNOWN("details-unknown", 404, "无此缴费明细", "No such payment details"),
    NOT_IN_DETAILS("not-in-details", 422, "人员不在缴费明细内", "Somebody is not in these payment details");

    private final String code;
    private final int status;
    private final String zh;
    private final String en;

    EntitlementProblem(String code, int status, String zh, String en) {
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
