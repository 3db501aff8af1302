package cn.liangxian.enrollment.importfailure;

import cn.liangxian.rest.ProblemType;

/** Why a failed import is not closed. */
public enum ImportFailureProblem implements ProblemType {
    UNKNOWN("import-failure-unknown", 404, "未找到导入失败记录", "No such failed row"),
    CLOSED("import-failure-closed", 409, "导入失败记录已销号", "It is closed already, with another outcome"),
    NOT_INFORMED("person-not-informed", 422, "须先告知本人", "The person must have been told, and not in the future");

    private final Wording wording;

    ImportFailureProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
