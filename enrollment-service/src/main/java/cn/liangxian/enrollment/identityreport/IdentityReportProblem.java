package cn.liangxian.enrollment.identityreport;

import cn.liangxian.rest.ProblemType;

/** Why a report of a changed status is not taken, or not passed on. */
enum IdentityReportProblem implements ProblemType {
    UNKNOWN("identity-report-unknown", 404, "未找到身份变更信息", "No such report"),
    PASSED_ON("identity-report-passed-on", 409, "身份变更已反馈税务", "The report was passed on to tax already"),
    PERSON_UNKNOWN("person-unknown", 404, "登记库中没有此人", "Unknown person"),
    CATEGORY_UNKNOWN("category-unknown", 422, "人员类别不存在", "Unknown category"),
    PERIOD_REVERSED("period-reversed", 422, "结束日期早于开始日期", "The end precedes the beginning"),
    IN_FUTURE("identity-change-in-future", 422, "变更日期晚于当日", "The day of the change is still to come");

    private final Wording wording;

    IdentityReportProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
