package cn.liangxian.reconciliation.balance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Reports of the treasury that fit what tax collected nowhere; each waits for its restatement. */
@ApplicationScoped
class Misfits {

    /** So that a balance, which names every difference, travels in one message below the broker's limit of 1 MB. */
    static final int MOST_DIFFERENCES = 2_000;

    private static final Logger LOG = Logger.getLogger(Misfits.class);

    private final Jdbi jdbi;

    Misfits(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void note(DayPosition position, int differences, LocalDate today) {
        LOG.warnf(
                "%s %s: %d vouchers differ from the treasury's report v%d; it has to be restated",
                position.date(),
                position.insurance(),
                differences,
                position.treasury().version());
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        insert into misfit (day, insurance, differences, since) values (?, ?, ?, ?)
                        on conflict (day, insurance) do update set differences = excluded.differences, mended_on = null,
                            since = case when misfit.mended_on is null then misfit.since else excluded.since end""")
                .bind(0, position.date())
                .bind(1, position.insurance())
                .bind(2, differences)
                .bind(3, today)
                .execute());
    }

    void mended(DayPosition position, LocalDate today) {
        jdbi.useHandle(h -> h.createUpdate("update misfit set mended_on = ? where day = ? and insurance = ?")
                .bind(0, today)
                .bind(1, position.date())
                .bind(2, position.insurance())
                .execute());
    }
}
