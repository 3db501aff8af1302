package cn.liangxian.policy;

import cn.liangxian.handoff.Department;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * A special group 特殊群体 that departments list.
 *
 * @param listedBy the departments that may list it
 * @param precedence 1 is the strongest: what stands on a person's line when several identities hold
 */
public record Category(
        String code, String zh, String en, Set<Department> listedBy, int precedence, String clause, boolean assumed) {

    public Category {
        listedBy = Set.copyOf(listedBy);
    }

    public static Set<Department> listing(Collection<Category> categories) {
        Set<Department> departments = EnumSet.noneOf(Department.class);
        categories.forEach(category -> departments.addAll(category.listedBy()));
        return departments;
    }
}
