package cn.liangxian.enrollment.student;

import cn.liangxian.rest.ProblemType;

/** Why a list of uninsured students is not worked so. */
enum StudentProblem implements ProblemType {
    UNKNOWN("uninsured-list-unknown", 404, "未找到未参保学生名单", "No such list"),
    NOT_LISTED("student-not-listed", 422, "该学生不在名单上", "The student is not on this list"),
    REASONS_MISSING("reasons-missing", 409, "尚有学生未说明原因", "Some students have no reason yet"),
    COUNT_DIFFERS("student-count-differs", 422, "学生人数与申报不一致", "Another number of students than declared"),
    EXPLAINED("uninsured-list-explained", 409, "名单已反馈镇（街道）", "The township has been told already");

    private final Wording wording;

    StudentProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
