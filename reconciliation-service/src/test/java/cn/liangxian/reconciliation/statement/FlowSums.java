package cn.liangxian.reconciliation.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** What is kept for the flow of money against all payments and entitlements, counted one by one. */
@ApplicationScoped
public class FlowSums {

    private static final String KEPT =
            "(select insurance, sum(fen) from entitled_sum group by insurance having sum(fen) <> 0)";
    private static final String COUNTED =
            """
            (select insurance, sum(n.paid) from entitled n join claim using (person_key, insurance, fee_year, payments)
                group by insurance having sum(n.paid) <> 0)""";

    private final Jdbi jdbi;

    FlowSums(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What the sums say less what was collected: whatever a test took away by hand since the database was made. */
    public long drift() {
        return number("select (select coalesce(sum(fen - refunded), 0) from collected_sum)"
                + " - (select coalesce(sum(fen), 0) from collected)");
    }

    public void agree(long drift) {
        assertEquals(drift, drift(), "collected");
        assertEquals(
                0,
                number("select count(*) from ((%1$s except %2$s) union all (%2$s except %1$s)) d"
                        .formatted(KEPT, COUNTED)),
                "insurances whose entitled money the flow shows otherwise");
    }

    private long number(String query) {
        return jdbi.withHandle(h -> h.createQuery(query).mapTo(Long.class).one());
    }
}
