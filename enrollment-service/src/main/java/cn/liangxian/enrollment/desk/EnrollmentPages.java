package cn.liangxian.enrollment.desk;

import cn.liangxian.desk.DeskEntries;
import cn.liangxian.desk.DeskEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The navigation of the enrollment desk. */
@ApplicationScoped
public class EnrollmentPages implements DeskEntries {

    public static final String LISTS = "lists";

    @Override
    public List<DeskEntry> entries() {
        return List.of(DeskEntry.forAll(LISTS, "lists", "list"));
    }
}
