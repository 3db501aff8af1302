package cn.liangxian.reconciliation.balance;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.CopyIn;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Schedule;
import cn.liangxian.reconciliation.ReconciliationHandoff.DayBalanced;
import cn.liangxian.reconciliation.ReconciliationHandoff.Difference;
import cn.liangxian.reconciliation.details.PassingDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;

/**
 * Balances business dates: tax against treasury, by insurance and voucher (钱表相符, yicheng-2024/六(二)-b). A balance is
 * never edited; whenever a fact changes what it says, a new version restates the day. Its content is a function of the
 * facts alone, so the order in which they arrive does not matter.
 */
@ApplicationScoped
@Clause({"yicheng-2024/六(二)-b", "yicheng-2024/附件-b"})
public class Balancing {

    /** How long the first balance of an insurance waits for the other one, whose vouchers may explain it. */
    static final String WAIT = "balance.other-insurance";

    private static final String DIFFERENCE =
            "difference (day, insurance, version, channel, voucher, kind, collected, treasury, owner)";

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final BusinessDay businessDay;
    private final BalancingTurn turn;
    private final DayPositions positions;
    private final Differences differences;
    private final Misfits misfits;
    private final PassingDetails details;
    private final Schedule wait;

    Balancing(
            Jdbi jdbi,
            Outbox outbox,
            BusinessDay businessDay,
            BalancingTurn turn,
            DayPositions positions,
            Differences differences,
            Misfits misfits,
            PassingDetails details,
            Policy policy) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.businessDay = businessDay;
        this.turn = turn;
        this.positions = positions;
        this.differences = differences;
        this.misfits = misfits;
        this.details = details;
        this.wait = policy.schedule(WAIT);
    }

    /** Balances or restates these dates as far as their facts allow. Call it after the facts are written, in their transaction. */
    @Transactional(TxType.MANDATORY)
    public void after(Collection<LocalDate> dates) {
        turn.take();
        for (LocalDate date : new TreeSet<>(dates)) {
            balance(date);
        }
    }

    private void balance(LocalDate date) {
        LocalDate today = businessDay.last().orElse(null);
        boolean waitedLongEnough = today != null && !today.isBefore(wait.dueAfter(date));
        Map<Insurance, DayPosition> both = positions.of(date);
        for (DayPosition position : both.values()) {
            DayPosition other = both.get(other(position.insurance()));
            if (position.mayBeBalanced(other, waitedLongEnough)) {
                balance(position, today);
            }
        }
    }

    private static Insurance other(Insurance insurance) {
        return insurance == Insurance.PENSION ? Insurance.MEDICAL : Insurance.PENSION;
    }

    private void balance(DayPosition position, LocalDate today) {
        Objects.requireNonNull(today, "a day is balanced on an open date");
        List<Difference> found = differences.of(position.date(), position.insurance());
        if (found.size() > Misfits.MOST_DIFFERENCES) {
            misfits.note(position, found.size(), today);
            return;
        }
        if (position.state() == DayState.WAITING_FOR_RESTATEMENT) {
            misfits.mended(position, today);
        }
        if (stands(position, found)) {
            return;
        }
        DayBalanced balanced = new DayBalanced(
                position.date(),
                position.balance() == null ? 1 : position.balance().version() + 1,
                position.insurance(),
                position.treasury().account(),
                Fen.of(position.collected()),
                Fen.of(position.treasury().total()),
                found);
        write(
                balanced,
                position.treasury().version(),
                Objects.requireNonNull(today, "a day is balanced on an open date"));
        outbox.handOver(balanced);
        details.after(position.date(), position.insurance());
    }

    private boolean stands(DayPosition position, List<Difference> found) {
        DayPosition.Standing standing = position.balance();
        return standing != null
                && standing.treasuryVersion() == position.treasury().version()
                && standing.collected() == position.collected()
                && differences
                        .named(position.date(), position.insurance(), standing.version())
                        .equals(found);
    }

    private void write(DayBalanced balanced, int treasuryVersion, LocalDate today) {
        jdbi.useHandle(h -> {
            h.createUpdate(
                            """
                            insert into balance (day, insurance, version, account, treasury_version, collected, treasury, balanced_on)
                            values (:day, :insurance, :version, :account, :treasuryVersion, :collected, :treasury, :today)""")
                    .bind("day", balanced.date())
                    .bind("insurance", balanced.insurance())
                    .bind("version", balanced.version())
                    .bind("account", balanced.account())
                    .bind("treasuryVersion", treasuryVersion)
                    .bind("collected", balanced.collected().amount())
                    .bind("treasury", balanced.treasury().amount())
                    .bind("today", today)
                    .execute();
            if (balanced.differences().isEmpty()) {
                return;
            }
            try (CopyIn copy = new CopyIn(h, DIFFERENCE)) {
                for (Difference difference : balanced.differences()) {
                    copy.put(balanced.date())
                            .put(balanced.insurance())
                            .put(balanced.version())
                            .put(difference.channel())
                            .put(difference.voucher())
                            .put(difference.kind())
                            .put(difference.collected().amount())
                            .put(difference.treasury().amount())
                            .put(difference.owner())
                            .endRow();
                }
                copy.finish();
            }
        });
    }
}
