package cn.liangxian.reconciliation.entitlement;

import cn.liangxian.rest.ProblemType;

/** Why a booking of entitlements is refused. */
enum EntitlementProblem implements ProblemType {
    MALFORMED("entitlement-malformed", 422, "待遇登记内容不完整", "The booking is incomplete"),
    DETAILS_UNKNOWN("details-unknown", 404, "无此缴费明细", "No such payment details"),
    NO_CORRECTION("correction-unknown", 404, "没有待更正的待遇", "Nothing is to be corrected"),
    NOT_IN_DETAILS("not-in-details", 422, "人员不在缴费明细内", "Somebody is not in these payment details");

    private final Wording wording;

    EntitlementProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
