package cn.liangxian.audit.desk;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.desk.DeskEntries;
import cn.liangxian.desk.DeskEntry;
import cn.liangxian.handoff.Department;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The navigation of the audit desk. */
@ApplicationScoped
public class AuditPages implements DeskEntries {

    public static final String MINE = "mine";
    public static final String CALENDAR = "calendar";
    public static final String PUNCTUALITY = "punctuality";

    /** Who sees how punctual everybody is. */
    public static final List<Department> OVERSEERS = List.of(TAX, COUNTY_GOVERNMENT, AUDIT_BUREAU);

    @Override
    public List<DeskEntry> entries() {
        return List.of(
                DeskEntry.forAll(MINE, "mine", "tasks"),
                DeskEntry.forAll(CALENDAR, "calendar", "calendar"),
                new DeskEntry(PUNCTUALITY, "punctuality", "chart", OVERSEERS));
    }
}
