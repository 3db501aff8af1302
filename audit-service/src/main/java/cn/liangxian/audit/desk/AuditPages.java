package cn.liangxian.audit.desk;

import cn.liangxian.desk.DeskEntries;
import cn.liangxian.desk.DeskEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The navigation of the audit desk. */
@ApplicationScoped
public class AuditPages implements DeskEntries {

    public static final String MINE = "mine";

    @Override
    public List<DeskEntry> entries() {
        return List.of(DeskEntry.forAll(MINE, "mine", "tasks"));
    }
}
