package cn.liangxian.reconciliation.collected;

import cn.liangxian.messaging.CopyIn;
import cn.liangxian.reconciliation.balance.Balancing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

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
            h.execute("create temp table if not exists collected_stage (like collected) on commit delete rows");
            h.execute("truncate collected_stage");
            try (CopyIn copy = new CopyIn(h, "collected_stage")) {
                for (Entry entry : entries) {
                    copy.put(entry.kind())
                            .put(entry.id())
                            .put(entry.paymentId())
                            .put(entry.day())
                            .put(entry.insurance())
                            .put(entry.channel())
                            .put(entry.voucher())
                            .put(entry.amount().amount())
                            .put(entry.personKey());
                    Entry.OfClaim claim = entry.claim();
                    copy.put(claim == null ? null : claim.feeYear())
                            .put(claim == null ? null : claim.township())
                            .put(claim == null ? null : claim.due().amount())
                            .put(claim == null ? null : claim.paidInAll().amount())
                            .put(entry.debitedOn())
                            .endRow();
                }
                copy.finish();
            }
            h.execute("insert into collected select * from collected_stage on conflict do nothing");
        });
    }
}
