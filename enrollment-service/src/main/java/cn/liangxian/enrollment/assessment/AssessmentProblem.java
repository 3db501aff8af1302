package cn.liangxian.enrollment.assessment;

import cn.liangxian.rest.ProblemType;

/** Why a special case is not taken or not assessed so. */
enum AssessmentProblem implements ProblemType {
    CASE_UNKNOWN("special-case-unknown", 422, "没有这种特殊情形", "The policy knows no such special case"),
    OTHER_INSURANCE("special-case-other-insurance", 422, "该险种没有这种特殊情形", "Not a special case of this insurance"),
    FEE_YEAR("special-case-fee-year", 422, "费款所属期与特殊情形不符", "The fee year does not fit the special case"),
    NOT_NEEDED("assessment-not-needed", 409, "无需核定，可直接缴费", "No assessment is needed: it can be paid at once"),
    PERSON_UNKNOWN("person-unknown", 404, "登记库中没有此人", "Unknown person"),
    UNKNOWN("assessment-unknown", 404, "未找到核定申请", "No such request"),
    WAITING("assessment-waiting", 409, "已有核定申请待办", "Such a request is waiting already"),
    MADE("assessment-made", 409, "核定已作出", "It has been assessed already"),
    NOT_ELIGIBLE("not-eligible", 422, "不符合参保条件", "Not eligible"),
    AMOUNT_NEEDED(
            "assessment-amount-needed", 422, "须核定应缴金额", "The amount of an earlier year is for the agency to state"),
    TIER_NOT_ALLOWED("tier-not-allowed", 422, "不能选择该缴费档次", "This tier is not for this person"),
    NO_WINDOW("no-payment-window", 409, "不在缴费期内", "Nothing can be paid any more"),
    REASON_NEEDED("reason-needed", 422, "须说明理由", "A refusal says why");

    private final Wording wording;

    AssessmentProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
