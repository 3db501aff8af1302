package cn.liangxian.enrollment.desk;

import cn.liangxian.desk.DeskEntries;
import cn.liangxian.desk.DeskEntry;
import cn.liangxian.handoff.Department;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The navigation of the enrollment desk. */
@ApplicationScoped
public class EnrollmentPages implements DeskEntries {

    public static final String LISTS = "lists";
    public static final String UPLOAD = "upload";

    private final List<Department> listing;

    EnrollmentPages(Policy policy) {
        this.listing = policy.categories().stream()
                .flatMap(category -> category.listedBy().stream())
                .distinct()
                .toList();
    }

    @Override
    public List<DeskEntry> entries() {
        return List.of(DeskEntry.forAll(LISTS, "lists", "list"), new DeskEntry(UPLOAD, "upload", "upload", listing));
    }
}
