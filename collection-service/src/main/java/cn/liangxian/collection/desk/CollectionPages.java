package cn.liangxian.collection.desk;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.desk.DeskEntries;
import cn.liangxian.desk.DeskEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The navigation of the collection desk. */
@ApplicationScoped
public class CollectionPages implements DeskEntries {

    public static final String BOARD = "board";

    @Override
    public List<DeskEntry> entries() {
        return List.of(new DeskEntry(
                BOARD, "board", "chart", List.of(TAX, TOWNSHIP, VILLAGE, COUNTY_GOVERNMENT, AUDIT_BUREAU)));
    }
}
