package cn.liangxian.collection.agent;

import static cn.liangxian.handoff.Department.SCHOOL;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/** Who may hand in money at all. */
@ApplicationScoped
public class Collector {

    private final Caller caller;

    Collector(Caller caller) {
        this.caller = caller;
    }

    /** 在校学生（幼儿园学龄前儿童）自助缴费: a school is told so, everybody else just has no access. */
    @Clause("yicheng-2024/五(十)-b")
    public void mustBe(Department... departments) {
        if (caller.department() == SCHOOL) {
            throw new Problem(AgentProblem.NOT_A_COLLECTOR, null);
        }
        caller.mustBe(departments);
    }
}
