package cn.liangxian.world.actor;

import cn.liangxian.world.lists.ListFormat;
import cn.liangxian.world.population.Resident;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How one list is going to be handed over.
 *
 * @param client the department as it logs in, without its area
 * @param sendOn first submission
 * @param wrongCount whether the first submission declares one head too many
 * @param badRows rows (from 1) of the first submission whose ID number is wrong, and how
 * @param correctOn when the correct list follows; null when it never does, or nothing was wrong
 */
public record ListPlan(
        String client,
        String department,
        String category,
        String area,
        List<Resident> members,
        ListFormat format,
        LocalDate sendOn,
        boolean late,
        boolean wrongCount,
        Map<Integer, BadId> badRows,
        LocalDate correctOn) {

    /** How an ID number can be wrong. */
    enum BadId {
        CHECK_CHARACTER,
        NOBODY
    }

    /** As the handoff names it. */
    String subject() {
        return area + "/" + department + "/" + category;
    }
}
