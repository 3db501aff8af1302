package cn.liangxian.audit.violation;

import cn.liangxian.rest.ProblemType;

/** Why a decision about a violation is not taken. */
enum ViolationProblem implements ProblemType {
    DECIDED("violation-decided", 409, "该违规问题已处理", "It has been decided"),
    SECOND_PERSON("second-person-needed", 409, "须由调查、检查人员以外的另一人处理", "Another person than who found it has to decide");

    private final Wording wording;

    ViolationProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
