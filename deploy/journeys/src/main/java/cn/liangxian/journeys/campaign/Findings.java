package cn.liangxian.journeys.campaign;

import cn.liangxian.journeys.oracle.Statement;
import cn.liangxian.world.Misdeed.Kind;
import java.util.EnumMap;
import java.util.Map;

/** How many misdeeds of each kind show in the statement. */
final class Findings {

    private Findings() {}

    static Map<Kind, Long> of(Statement s) {
        Map<Kind, Long> found = new EnumMap<>(Kind.class);
        var lists = s.deadlinesByHandoff().get("enrollment-special-group-listed");
        found.put(Kind.LATE_LIST, lists == null ? 0L : lists.late() + lists.missed());
        found.put(
                Kind.WRONG_COUNT,
                (long) s.lists().getOrDefault("PARTIAL", 0) + s.lists().getOrDefault("REJECTED", 0));
        found.put(Kind.BAD_ID, (long) s.rejectedRows());
        found.put(Kind.DUPLICATE_PAYMENT, s.surplus().count());
        found.put(Kind.TREASURY_MISSING, s.differencesEver().count("MISSING_IN_TREASURY"));
        found.put(Kind.TREASURY_DOUBLED, s.differencesEver().count("DOUBLED_IN_TREASURY"));
        found.put(Kind.LOST_ENTITLEMENT, (long) s.everRed());
        return found;
    }
}
