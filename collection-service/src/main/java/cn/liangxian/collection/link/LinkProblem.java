package cn.liangxian.collection.link;

import cn.liangxian.rest.ProblemType;

/** Why an anomaly is not closed. */
public enum LinkProblem implements ProblemType {
    UNKNOWN("link-anomaly-unknown", 404, "未找到关联异常", "No such anomaly"),
    CLOSED("link-anomaly-closed", 409, "关联异常已处理", "The anomaly has been closed"),
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
