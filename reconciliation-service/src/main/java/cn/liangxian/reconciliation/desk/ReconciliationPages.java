package cn.liangxian.reconciliation.desk;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.FINANCE;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.TREASURY;

import cn.liangxian.desk.DeskEntries;
import cn.liangxian.desk.DeskEntry;
import cn.liangxian.handoff.Department;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The navigation of the reconciliation desk. */
@ApplicationScoped
public class ReconciliationPages implements DeskEntries {

    public static final String BALANCES = "balances";
    public static final String DIFFERENCES = "differences";
    public static final String RESTATEMENTS = "restatements";
    public static final String FLOW = "flow";
    public static final String RED_LIST = "red-list";
    public static final String CORRECTIONS = "corrections";
    public static final String MONTHS = "months";
    public static final String TREASURY_DAYS = "treasury-days";

    public static final List<Department> READERS =
            List.of(TAX, TREASURY, FINANCE, MEDICAL_INSURANCE, SOCIAL_INSURANCE, COUNTY_GOVERNMENT, AUDIT_BUREAU);

    private static final List<Department> OF_THE_RED_LIST =
            List.of(TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE, TOWNSHIP, COUNTY_GOVERNMENT, AUDIT_BUREAU);

    /** As their REST side has it. */
    private static final List<Department> OF_MONTHS =
            List.of(TAX, TREASURY, MEDICAL_INSURANCE, SOCIAL_INSURANCE, FINANCE, AUDIT_BUREAU);

    @Override
    public List<DeskEntry> entries() {
        return List.of(
                new DeskEntry(BALANCES, "balances", "balance", READERS),
                new DeskEntry(DIFFERENCES, "differences", "list", READERS),
                new DeskEntry(MONTHS, "monthPage", "calendar", OF_MONTHS),
                new DeskEntry(TREASURY_DAYS, "treasuryDays", "upload", List.of(TREASURY)),
                new DeskEntry(RESTATEMENTS, "restatements", "replay", READERS),
                new DeskEntry(FLOW, "flow", "chart", READERS),
                new DeskEntry(RED_LIST, "redList", "warning", OF_THE_RED_LIST),
                new DeskEntry(CORRECTIONS, "corrections", "check", List.of(MEDICAL_INSURANCE, SOCIAL_INSURANCE)));
    }
}
