package cn.liangxian.audit.supervision;

import cn.liangxian.rest.ProblemType;

/** Why a finding does not move. */
enum FindingProblem implements ProblemType {
    NOT_NOW("finding-not-now", 409, "疑点当前状态不能办理该事项", "The finding does not stand so that this can be done"),
    SECOND_PERSON("second-person-needed", 409, "须由另一人复核", "Another person has to agree");

    private final Wording wording;

    FindingProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
