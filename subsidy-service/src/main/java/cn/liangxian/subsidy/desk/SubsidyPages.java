package cn.liangxian.subsidy.desk;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.DISCIPLINE;
import static cn.liangxian.handoff.Department.FINANCE;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.desk.DeskEntries;
import cn.liangxian.desk.DeskEntry;
import cn.liangxian.handoff.Department;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The navigation of the subsidy desk. */
@ApplicationScoped
public class SubsidyPages implements DeskEntries {

    public static final String FUNDS = "funds";
    public static final String SWEEPS = "sweeps";
    public static final String SPONSORS = "sponsors";

    public static final List<Department> READERS =
            List.of(FINANCE, MEDICAL_INSURANCE, SOCIAL_INSURANCE, TAX, COUNTY_GOVERNMENT, AUDIT_BUREAU);

    /** As their REST side has it. */
    private static final List<Department> OF_SWEEPS =
            List.of(FINANCE, MEDICAL_INSURANCE, SOCIAL_INSURANCE, AUDIT_BUREAU, DISCIPLINE, COUNTY_GOVERNMENT);

    @Override
    public List<DeskEntry> entries() {
        return List.of(
                new DeskEntry(FUNDS, "funds", "money", READERS),
                new DeskEntry(SPONSORS, "sponsors", "person", READERS),
                new DeskEntry(SWEEPS, "sweeps", "balance", OF_SWEEPS));
    }
}
