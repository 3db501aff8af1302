package cn.liangxian.enrollment.screening;

import cn.liangxian.rest.ProblemType;

/** Why a doubt is not decided so. */
enum ScreeningProblem implements ProblemType {
    UNKNOWN("doubt-unknown", 404, "未找到身份疑点", "No such doubt"),
    DECIDED("doubt-decided", 409, "身份疑点已核定", "It has been decided already"),
    REASON_NEEDED("reason-needed", 422, "须说明理由", "To keep a doubtful status needs a reason"),
    OUTCOME_DOES_NOT_FIT("doubt-outcome", 422, "核定结果不符", "This outcome does not fit the doubt"),
    LAST_DAY("doubt-last-day", 422, "结束日期不符", "The last day of the status is wrong");

    private final Wording wording;

    ScreeningProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
