package cn.liangxian.reconciliation.fiscal;

import cn.liangxian.handoff.Insurance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What of the contributions is on the fiscal special accounts: the premiums and what was paid on behalf. Subsidies go there
 * too, but never through tax and the treasury's account of contributions.
 */
@ApplicationScoped
public class FiscalAccounts {

    private static final String SWEPT =
            "select insurance, sum(fen) from swept where money in ('PREMIUM', 'PROXY') %s group by insurance";

    private final Jdbi jdbi;

    FiscalAccounts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Fen that were moved on the day, by insurance. */
    public Map<Insurance, Long> movedOn(LocalDate day) {
        return jdbi.withHandle(h -> {
            Map<Insurance, Long> moved = new EnumMap<>(Insurance.class);
            h.createQuery(SWEPT.formatted("and day = ?"))
                    .bind(0, day)
                    .map((row, context) -> moved.put(Insurance.valueOf(row.getString(1)), row.getLong(2)))
                    .list();
            return moved;
        });
    }

    /** Fen that were moved so far, by insurance; read with the other sums of one moment. */
    public static Map<Insurance, Long> moved(Handle h) {
        Map<Insurance, Long> moved = new EnumMap<>(Insurance.class);
        h.createQuery(SWEPT.formatted(""))
                .map((row, context) -> moved.put(Insurance.valueOf(row.getString(1)), row.getLong(2)))
                .list();
        return moved;
    }
}
