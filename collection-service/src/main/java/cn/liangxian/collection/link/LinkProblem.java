package cn.liangxian.collection.link;

import cn.liangxian.rest.ProblemType;

/** Why an anomaly is not closed. */
public enum LinkProblem implements ProblemType {
    UNKNOWN("link-anomaly-unknown", 404, "未找到关联异常", "No such anomaly"),
    CLOSED("link-anomaly-closed", 409, "关联异常已处理", "The anomaly has been closed"),
    CONFIRMATION_AWAITED(
            "link-confirmation-awaited", 409, "尚待相关部门核实确认", "The department that was asked has not confirmed"),
    ALREADY_FORWARDED("link-already-forwarded", 409, "异常已转办或已处理", "The anomaly was forwarded or closed already"),
    NOT_ASKED("link-not-asked", 409, "该异常未转至本部门", "This department was not asked, or has confirmed"),
    NO_VERIFIER("link-no-verifier", 422, "该部门不参与核实", "This department verifies no anomalies"),
    RIGHTFUL_BEARER("link-rightful-bearer", 422, "须指明证件号码归属", "Say whose the shared ID number is, and only then");

    private final Wording wording;

    LinkProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
