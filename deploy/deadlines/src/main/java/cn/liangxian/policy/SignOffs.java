package cn.liangxian.policy;

import cn.liangxian.handoff.Department;
import java.util.List;

/** The departments that must each have agreed to the text of a policy before it comes into force; empty where none is named. */
public record SignOffs(List<Department> departments, String clause, boolean assumed) {
    public SignOffs {
        departments = List.copyOf(departments);
    }
}
