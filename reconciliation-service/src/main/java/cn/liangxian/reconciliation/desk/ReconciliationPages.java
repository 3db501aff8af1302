package cn.liangxian.reconciliation.desk;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.FINANCE;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TREASURY;

import cn.liangxian.desk.DeskEntries;
import cn.liangxian.desk.DeskEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The navigation of the reconciliation desk. */
@ApplicationScoped
public class ReconciliationPages implements DeskEntries {

    public static final String BALANCES = "balances";

    @Override
    public List<DeskEntry> entries() {
        return List.of(new DeskEntry(
                BALANCES,
                "balances",
                "balance",
                List.of(TAX, TREASURY, FINANCE, MEDICAL_INSURANCE, SOCIAL_INSURANCE, COUNTY_GOVERNMENT, AUDIT_BUREAU)));
    }
}
