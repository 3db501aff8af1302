package cn.liangxian.audit.waiver;

import cn.liangxian.rest.ProblemType;

/** Why a waiver is not taken or not decided. */
enum WaiverProblem implements ProblemType {
    NOT_WAIVABLE("not-waivable", 409, "该事项当前状态不能豁免或作废", "An obligation that stands so cannot be waived or made void"),
    PENDING("waiver-pending", 409, "该事项已有待审批的申请", "A request about this obligation is undecided"),
    DECIDED("waiver-decided", 409, "该申请已审批", "This request is decided"),
    OWN("waiver-own", 403, "不得审批本人或本部门的豁免", "Nobody decides about a request or an obligation of their own");

    private final Wording wording;

    WaiverProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
