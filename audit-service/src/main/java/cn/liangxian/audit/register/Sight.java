package cn.liangxian.audit.register;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.handoff.Department;
import cn.liangxian.rest.Caller;
import java.util.List;
import org.jdbi.v3.core.statement.Query;

/**
 * What a caller sees of the register: whoever oversees all sees all of its area and the areas inside it, every other
 * department what it owes and what is owed to it there.
 */
public final class Sight {

    private static final List<Department> OVERSEERS = List.of(TAX, COUNTY_GOVERNMENT, AUDIT_BUREAU);
    private final Department department;
    private final String area;

    private Sight(Department department, String area) {
        this.department = department;
        this.area = area;
    }

    public static Sight of(Caller caller) {
        return new Sight(caller.department(), caller.area());
    }

    /** Whether the department oversees everybody. */
    public static boolean oversees(Department department) {
        return OVERSEERS.contains(department);
    }

    boolean all() {
        return oversees(department);
    }

    Department department() {
        return department;
    }

    /** A condition on rows of the table of obligations; {@link #bind} fills it. */
    public String condition() {
        return "area like :callersArea || '%'"
                + (all() ? " and :caller <> ''" : " and (owner = :caller or receiver = :caller)");
    }

    public Query bind(Query query) {
        return query.bind("caller", department.name()).bind("callersArea", area);
    }
}
