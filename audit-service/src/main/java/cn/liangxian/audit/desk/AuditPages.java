package cn.liangxian.audit.desk;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.DISCIPLINE;
import static cn.liangxian.handoff.Department.FINANCE;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.audit.EnquiryHandoff.EnquiryTaken;
import cn.liangxian.audit.OversightHandoff.FindingRaised;
import cn.liangxian.desk.DeskEntries;
import cn.liangxian.desk.DeskEntry;
import cn.liangxian.enrollment.AccessHandoff.PersonalDataAccessed;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Handoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The navigation of the audit desk. */
@ApplicationScoped
public class AuditPages implements DeskEntries {

    public static final String MINE = "mine";
    public static final String CALENDAR = "calendar";
    public static final String PUNCTUALITY = "punctuality";
    public static final String EVALUATION = "evaluation";
    public static final String ACCESSES = "accesses";
    public static final String WEBHOOKS = "webhooks";
    public static final String REPLAY = "replay";
    public static final String SUSPECTS = "suspects";
    public static final String SAMPLES = "samples";
    public static final String INSPECTIONS = "inspections";
    public static final String FINDINGS = "findings";
    public static final String DAILY = "daily";
    public static final String CASH_TRAILS = "cash-trails";
    public static final String ACCOUNTABILITY = "accountability";
    public static final String VIOLATIONS = "violations";
    public static final String COMPLAINTS = "complaints";
    public static final String PUBLICATIONS = "publications";
    public static final String OCCASIONS = "occasions";
    public static final String DUTIES = "duties";
    public static final String ENQUIRIES = "enquiries";
    public static final String OBJECTIONS = "objections";
    public static final String WAIVERS = "waivers";

    /** Who sees how punctual everybody is. */
    public static final List<Department> OVERSEERS = List.of(TAX, COUNTY_GOVERNMENT, AUDIT_BUREAU);

    /** Who works with suspects of cash payment, as their REST side has it. */
    private static final List<Department> WATCHERS =
            List.of(TAX, TOWNSHIP, DISCIPLINE, MEDICAL_INSURANCE, SOCIAL_INSURANCE, FINANCE, AUDIT_BUREAU);

    private static final List<Department> SAMPLERS =
            List.of(DISCIPLINE, TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE, TOWNSHIP, AUDIT_BUREAU, COUNTY_GOVERNMENT);

    private static final List<Department> INSPECTORS =
            List.of(DISCIPLINE, TAX, FINANCE, MEDICAL_INSURANCE, SOCIAL_INSURANCE, AUDIT_BUREAU);

    /** Who supervises money and cash every day. */
    private static final List<Department> SUPERVISORS = List.of(DISCIPLINE, AUDIT_BUREAU, FINANCE);

    /** Who asks about what the bureau's rules find, who watches, and who may be asked. */
    private static final List<Department> OF_FINDINGS = Stream.concat(
                    Stream.of(AUDIT_BUREAU, COUNTY_GOVERNMENT, DISCIPLINE),
                    Arrays.stream(Handoff.termsOf(FindingRaised.class).to()))
            .toList();

    private static final List<Department> OF_VIOLATIONS =
            List.of(DISCIPLINE, TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE, FINANCE, AUDIT_BUREAU, COUNTY_GOVERNMENT);

    /** The three that agree on who is called to account, and through whose hands their report goes. */
    private static final List<Department> ACCOUNTING =
            List.of(SOCIAL_INSURANCE, MEDICAL_INSURANCE, TAX, COUNTY_GOVERNMENT, DISCIPLINE);

    private static final List<Department> INVESTIGATORS = List.of(DISCIPLINE, TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE);

    /** Who trains, who is trained, and who sees whether it was done. */
    public static final List<Department> OF_OCCASIONS =
            List.of(TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE, TOWNSHIP, COUNTY_GOVERNMENT, AUDIT_BUREAU);

    /** As their REST side has it. */
    private static final List<Department> OF_OBJECTIONS = List.of(TOWNSHIP, TAX, COUNTY_GOVERNMENT, AUDIT_BUREAU);

    /** Who publishes, and who sees whether it was done. */
    private static final List<Department> PUBLISHERS =
            List.of(TOWNSHIP, Department.VILLAGE, TAX, COUNTY_GOVERNMENT, AUDIT_BUREAU);

    /** Who may want to be told by HTTP; units of a township cannot. */
    private static final List<Department> SUBSCRIBERS = List.of(
            TAX,
            MEDICAL_INSURANCE,
            SOCIAL_INSURANCE,
            Department.TREASURY,
            FINANCE,
            Department.CIVIL_AFFAIRS,
            Department.DISABLED_FEDERATION,
            Department.RURAL_REVITALIZATION,
            Department.PUBLIC_SECURITY,
            Department.EDUCATION,
            Department.HEALTH,
            Department.VETERANS);

    /** Whose data somebody may have looked at, and who watches over it. */
    private static final List<Department> PROVIDERS = Stream.concat(
                    Arrays.stream(Handoff.termsOf(PersonalDataAccessed.class).to()),
                    Stream.of(TOWNSHIP, DISCIPLINE, AUDIT_BUREAU, COUNTY_GOVERNMENT))
            .toList();

    @Override
    public List<DeskEntry> entries() {
        return List.of(
                DeskEntry.forAll(MINE, "mine", "tasks"),
                DeskEntry.forAll(CALENDAR, "calendar", "calendar"),
                DeskEntry.forAll(WAIVERS, "waivers", "gavel"),
                new DeskEntry(PUNCTUALITY, "punctuality", "chart", OVERSEERS),
                new DeskEntry(EVALUATION, "evaluation", "receipt", OVERSEERS),
                new DeskEntry(REPLAY, "replay", "replay", OVERSEERS),
                new DeskEntry(FINDINGS, "findings", "flag", OF_FINDINGS),
                new DeskEntry(DAILY, "daily", "balance", SUPERVISORS),
                new DeskEntry(CASH_TRAILS, "cashTrails", "money", SUPERVISORS),
                new DeskEntry(SUSPECTS, "suspects", "warning", WATCHERS),
                new DeskEntry(SAMPLES, "samples", "sample", SAMPLERS),
                new DeskEntry(INSPECTIONS, "inspections", "check", INSPECTORS),
                new DeskEntry(VIOLATIONS, "violations", "gavel", OF_VIOLATIONS),
                new DeskEntry(COMPLAINTS, "complaints", "letter", INVESTIGATORS),
                new DeskEntry(ACCOUNTABILITY, "accountability", "tasks", ACCOUNTING),
                new DeskEntry(PUBLICATIONS, "publications", "list", PUBLISHERS),
                new DeskEntry(OBJECTIONS, "objections", "letter", OF_OBJECTIONS),
                new DeskEntry(
                        ENQUIRIES,
                        "enquiries",
                        "phone",
                        Arrays.asList(Handoff.termsOf(EnquiryTaken.class).from())),
                new DeskEntry(OCCASIONS, "occasions", "flag", OF_OCCASIONS),
                DeskEntry.forAll(DUTIES, "duties", "person"),
                new DeskEntry(ACCESSES, "accesses", "person", PROVIDERS),
                new DeskEntry(WEBHOOKS, "webhooks", "link", SUBSCRIBERS));
    }
}
