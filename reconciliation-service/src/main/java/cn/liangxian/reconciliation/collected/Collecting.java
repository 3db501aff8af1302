package cn.liangxian.reconciliation.collected;

import cn.liangxian.reconciliation.balance.Balancing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Enters what tax collected, works out where the claims stand, and has the days balanced. */
@ApplicationScoped
class Collecting {

    private final Jdbi jdbi;
    private final Claims claims;
    private final Balancing balancing;

    Collecting(Jdbi jdbi, Claims claims, Balancing balancing) {
        this.jdbi = jdbi;
        this.claims = claims;
        this.balancing = balancing;
    }

    /** In the transaction of the inbox; entries that are known already change nothing. */
    void enter(List<Entry> entries) {
        insert(entries);
        claims.refresh(entries.stream().map(Entry::paymentId).collect(Collectors.toSet()));
        Set<LocalDate> days = entries.stream().map(Entry::day).collect(Collectors.toSet());
        balancing.after(days);
    }

    private void insert(List<Entry> entries) {
        jdbi.useHandle(h -> {
            PreparedBatch batch = h.prepareBatch(
                    """
                    insert into collected (kind, id, payment_id, day, insurance, channel, voucher, fen, person_key,
                                           fee_year, township, due, paid_in_all)
                    values (:kind, :id, :paymentId, :day, :insurance, :channel, :voucher, :fen, :personKey,
                            :feeYear, :township, :due, :paidInAll)
                    on conflict do nothing""");
            for (Entry entry : entries) {
                Entry.OfClaim claim = entry.claim();
                batch.bind("kind", entry.kind())
                        .bind("id", entry.id())
                        .bind("paymentId", entry.paymentId())
                        .bind("day", entry.day())
                        .bind("insurance", entry.insurance())
                        .bind("channel", entry.channel())
                        .bind("voucher", entry.voucher())
                        .bind("fen", entry.amount().amount())
                        .bind("personKey", entry.personKey())
                        .bind("feeYear", claim == null ? null : (Integer) claim.feeYear())
                        .bind("township", claim == null ? null : claim.township())
                        .bind("due", claim == null ? null : (Long) claim.due().amount())
                        .bind(
                                "paidInAll",
                                claim == null ? null : (Long) claim.paidInAll().amount())
                        .add();
            }
            batch.execute();
        });
    }
}
