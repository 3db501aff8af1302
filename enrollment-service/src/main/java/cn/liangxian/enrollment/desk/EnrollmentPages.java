package cn.liangxian.enrollment.desk;

import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.PUBLIC_SECURITY;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.desk.DeskEntries;
import cn.liangxian.desk.DeskEntry;
import cn.liangxian.handoff.Department;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** The navigation of the enrollment desk. */
@ApplicationScoped
public class EnrollmentPages implements DeskEntries {

    public static final String LISTS = "lists";
    public static final String UPLOAD = "upload";
    public static final String PERSONS = "persons";
    public static final String ACCESSES = "accesses";

    /** Who serves residents by their ID number. */
    public static final List<Department> SERVING = List.of(MEDICAL_INSURANCE, SOCIAL_INSURANCE, TAX);

    private final List<Department> listing;
    private final List<Department> providing;

    EnrollmentPages(Policy policy) {
        this.listing = policy.categories().stream()
                .flatMap(category -> category.listedBy().stream())
                .distinct()
                .toList();
        this.providing = Stream.concat(Stream.of(PUBLIC_SECURITY), listing.stream())
                .distinct()
                .toList();
    }

    @Override
    public List<DeskEntry> entries() {
        return List.of(
                DeskEntry.forAll(LISTS, "lists", "list"),
                new DeskEntry(UPLOAD, "upload", "upload", listing),
                new DeskEntry(PERSONS, "persons", "person", SERVING),
                new DeskEntry(ACCESSES, "accesses", "check", providing));
    }
}
