package cn.liangxian.enrollment.access;

import cn.liangxian.rest.ProblemType;

/** Why personal data are not shown. */
enum AccessProblem implements ProblemType {
    NOT_A_DUTY("purpose-not-a-duty", 403, "查阅用途不属于本部门法定职责", "The purpose is no statutory duty of the department"),
    TOO_MANY("too-many-accesses", 429, "当日查阅人数已达上限", "No more residents can be looked up today");

    private final Wording wording;

    AccessProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
