package cn.liangxian.enrollment.desk;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.EDUCATION;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.PUBLIC_SECURITY;
import static cn.liangxian.handoff.Department.SCHOOL;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.desk.DeskEntries;
import cn.liangxian.desk.DeskEntry;
import cn.liangxian.handoff.Department;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The navigation of the enrollment desk. Assessments have a page where the policy knows special cases, the survey of the
 * townships where it wants one.
 */
@ApplicationScoped
public class EnrollmentPages implements DeskEntries {

    public static final String LISTS = "lists";
    public static final String UPLOAD = "upload";
    public static final String PERSONS = "persons";
    public static final String FAILURES = "failures";
    public static final String DOUBTS = "doubts";
    public static final String ROSTERS = "rosters";
    public static final String IDENTITY_CHANGES = "identity-changes";
    public static final String STUDENTS = "students";
    public static final String ASSESSMENTS = "assessments";
    public static final String SURVEY = "survey";
    public static final String HOUSEHOLDS = "households";

    private static final String SURVEYED = "enrollment-coverage-surveyed";

    /** Who serves residents; townships and villages their own. */
    public static final List<Department> SERVING = List.of(MEDICAL_INSURANCE, SOCIAL_INSURANCE, TAX, TOWNSHIP, VILLAGE);

    /** Who lists uninsured students, says why they are not insured, or reminds them; townships are told. */
    public static final List<Department> OF_STUDENTS = List.of(EDUCATION, SCHOOL, MEDICAL_INSURANCE, TAX, TOWNSHIP);

    /** Who surveys, and for whom. */
    public static final List<Department> OF_SURVEY = List.of(TOWNSHIP, MEDICAL_INSURANCE, SOCIAL_INSURANCE);

    private static final List<Department> AGENCIES = List.of(MEDICAL_INSURANCE, SOCIAL_INSURANCE);

    private static final List<Department> OF_ROSTERS = List.of(MEDICAL_INSURANCE, SOCIAL_INSURANCE, TAX, AUDIT_BUREAU);

    private final List<Department> listing;
    private final List<Department> ofFailures;
    private final List<Department> ofChanges;
    private final boolean assesses;
    private final boolean surveys;

    EnrollmentPages(Policy policy) {
        this.listing = policy.categories().stream()
                .flatMap(category -> category.listedBy().stream())
                .distinct()
                .toList();
        this.assesses = !policy.specialCases().isEmpty();
        this.surveys = policy.deadline(SURVEYED).isPresent();
        this.ofChanges =
                Stream.concat(listing.stream(), AGENCIES.stream()).distinct().toList();
        this.ofFailures = Stream.concat(ofChanges.stream(), Stream.of(AUDIT_BUREAU))
                .distinct()
                .toList();
    }

    @Override
    public List<DeskEntry> entries() {
        List<DeskEntry> entries = new ArrayList<>(List.of(
                DeskEntry.forAll(LISTS, "lists", "list"),
                new DeskEntry(UPLOAD, "upload", "upload", listing),
                new DeskEntry(PERSONS, "persons", "person", SERVING),
                new DeskEntry(FAILURES, "failures", "warning", ofFailures),
                new DeskEntry(DOUBTS, "doubts", "check", AGENCIES),
                new DeskEntry(HOUSEHOLDS, "households", "upload", List.of(PUBLIC_SECURITY)),
                new DeskEntry(IDENTITY_CHANGES, "identityChanges", "replay", ofChanges),
                new DeskEntry(STUDENTS, "students", "flag", OF_STUDENTS),
                new DeskEntry(ROSTERS, "rosterDelivery", "balance", OF_ROSTERS)));
        if (assesses) {
            entries.add(new DeskEntry(ASSESSMENTS, "assessments", "gavel", AGENCIES));
        }
        if (surveys) {
            entries.add(new DeskEntry(SURVEY, "survey", "sample", OF_SURVEY));
        }
        return entries;
    }
}
