package cn.liangxian.audit.cashrisk;

import cn.liangxian.rest.ProblemType;

/** Why the report of a self-check is not taken. */
enum CashRiskProblem implements ProblemType {
    NOT_EVERY_SUSPECT("not-every-suspect", 422, "自查结果须逐条对应所推送的疑点", "Each suspect of the push needs one result"),
    REPORTED_BEFORE("self-check-reported-before", 409, "自查自纠报告已反馈", "The self-check was reported before");

    private final Wording wording;

    CashRiskProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
