package cn.liangxian.collection.cash;

import cn.liangxian.collection.CashHandoff.CashLedgerFiled;
import cn.liangxian.collection.cash.CashEntry.Ledger;
import cn.liangxian.collection.cash.CashResource.Filing;
import cn.liangxian.collection.day.CollectingDay;
import cn.liangxian.collection.scan.Scan;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Takes the scan of a township's cash ledger; it must say what is on record, and nothing may still be held. */
@ApplicationScoped
@Clause({"bachu-2022/第三十条(5)", "bachu-2022/第三十条(6)"})
class FilingLedger {

    private final CashBook book;
    private final Jdbi jdbi;
    private final CollectingDay day;
    private final Outbox outbox;

    FilingLedger(CashBook book, Jdbi jdbi, CollectingDay day, Outbox outbox) {
        this.book = book;
        this.jdbi = jdbi;
        this.day = day;
        this.outbox = outbox;
    }

    /** What stands in the ledger of a township; {@code held} of its entries are not paid in yet. */
    record OnRecord(int entries, Fen total, int held) {}

    OnRecord onRecord(String township) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select count(*), coalesce(sum(amount), 0), count(*) filter (where state = 'HELD')
                        from cash_entry where township = ? and state <> 'RETURNED'""")
                .bind(0, township)
                .map((row, context) -> new OnRecord(row.getInt(1), Fen.of(row.getLong(2)), row.getInt(3)))
                .one());
    }

    Ledger file(Filing filing, String by) {
        LocalDate today = day.join();
        book.lockLedger(filing.township());
        OnRecord record = onRecord(filing.township());
        if (record.held() > 0) {
            throw new Problem(CashProblem.LEDGER_OPEN, new Text("笔数：" + record.held(), "entries: " + record.held()));
        }
        Fen total = record.total();
        boolean counted = filing.entries() == record.entries();
        if (!counted || !filing.total().equals(total)) {
            throw new Problem(
                            CashProblem.LEDGER_DIFFERS,
                            new Text(
                                    "登记" + record.entries() + "笔，共" + total + "元",
                                    "on record: " + record.entries() + ", " + total + " yuan"))
                    .at(null, counted ? "total" : "entries", new Text("与登记不符", "not what is on record"));
        }
        UUID id = Uuid7.next();
        Scan scan = Scan.read(filing.scan(), CashProblem.MARK_UNREADABLE);
        String digest = scan.digest();
        int entered = jdbi.withHandle(h -> h.execute(
                "insert into cash_ledger values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (township) do nothing",
                id,
                filing.township(),
                record.entries(),
                total.amount(),
                scan.type(),
                digest,
                scan.content(),
                filing.originalAt(),
                today,
                by));
        if (entered == 0) {
            throw new Problem(CashProblem.LEDGER_FILED, null);
        }
        outbox.handOver(new CashLedgerFiled(
                id.toString(), filing.township(), record.entries(), total, digest, filing.originalAt(), today));
        return new Ledger(id.toString(), filing.township(), record.entries(), total, digest, today, by);
    }
}
