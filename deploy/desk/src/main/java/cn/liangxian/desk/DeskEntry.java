package cn.liangxian.desk;

import cn.liangxian.handoff.Department;
import java.util.List;

/**
 * A page in the navigation of a service.
 *
 * @param path below {@code /desk/}
 * @param word key of its title
 * @param icon name of its symbol
 * @param who may see it; empty for everybody
 */
public record DeskEntry(String path, String word, String icon, List<Department> who) {

    public DeskEntry {
        who = List.copyOf(who);
    }

    public static DeskEntry forAll(String path, String word, String icon) {
        return new DeskEntry(path, word, icon, List.of());
    }

    /** Whether the department has a use for it. */
    public boolean isFor(Department department) {
        return who.isEmpty() || who.contains(department);
    }
}
