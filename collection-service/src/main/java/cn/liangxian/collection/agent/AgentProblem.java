package cn.liangxian.collection.agent;

import cn.liangxian.rest.ProblemType;

/** Why somebody may not collect. */
public enum AgentProblem implements ProblemType {
    NOT_REGISTERED("agent-not-registered", 422, "非本村登记的代办人员", "Not a registered agent of this village"),
    PERIOD_REVERSED("agent-period-reversed", 422, "代办起止日期颠倒", "The period of the agent ends before it begins"),
    NOT_A_COLLECTOR("not-a-collector", 403, "该单位不得代收，由学生自助缴费", "A school does not collect: students pay by themselves");

    private final Wording wording;

    AgentProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
