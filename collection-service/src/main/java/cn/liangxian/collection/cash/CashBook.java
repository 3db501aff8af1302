package cn.liangxian.collection.cash;

import cn.liangxian.collection.cash.CashEntry.Holding;
import cn.liangxian.collection.cash.CashState.Step;
import cn.liangxian.collection.claim.Claim;
import cn.liangxian.collection.scan.Scan;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The cash ledger and who may stand in it. */
@ApplicationScoped
class CashBook {

    private final Jdbi jdbi;

    CashBook(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void list(Claim claim, String reason, String by, LocalDate on) {
        jdbi.useHandle(h -> h.execute(
                "insert into cash_payer values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                claim.personKey(),
                claim.township(),
                claim.village(),
                reason,
                by,
                on));
    }

    boolean paysCash(String personKey) {
        return jdbi.withHandle(h -> h.createQuery("select exists (select 1 from cash_payer where person_key = ?)")
                .bind(0, personKey)
                .mapTo(Boolean.class)
                .one());
    }

    /** Locks the ledger of the township until the transaction ends: none is filed while cash is taken, and none taken meanwhile. */
    void lockLedger(String township) {
        jdbi.useHandle(h -> h.createQuery("select pg_advisory_xact_lock(hashtextextended(?, 83))::text")
                .bind(0, township)
                .mapTo(String.class)
                .one());
    }

    boolean filed(String township) {
        return jdbi.withHandle(h -> h.createQuery("select exists (select 1 from cash_ledger where township = ?)")
                .bind(0, township)
                .mapTo(Boolean.class)
                .one());
    }

    /** Of the locked ledger: what is rolled back leaves no gap. */
    int nextSequence(String township) {
        return jdbi.withHandle(
                h -> h.createQuery("select coalesce(max(sequence), 0) + 1 from cash_entry where township = ?")
                        .bind(0, township)
                        .mapTo(Integer.class)
                        .one());
    }

    boolean held(long claimNo) {
        return jdbi.withHandle(
                h -> h.createQuery("select exists (select 1 from cash_entry where claim_no = ? and state = 'HELD')")
                        .bind(0, claimNo)
                        .mapTo(Boolean.class)
                        .one());
    }

    void enter(CashEntry entry, int sequence, Fen tier, List<Mark> marks) {
        jdbi.useHandle(h -> {
            h.execute(
                    "insert into cash_entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    entry.entryId(),
                    entry.receiptNo(),
                    entry.township(),
                    entry.village(),
                    sequence,
                    entry.claimNo(),
                    entry.personKey(),
                    entry.insurance().name(),
                    tier == null ? null : tier.amount(),
                    entry.amount().amount(),
                    entry.collector(),
                    entry.head(),
                    entry.takenOn(),
                    entry.state().name());
            for (Mark mark : marks) {
                h.execute(
                        "insert into cash_mark values (?, ?, ?, ?, ?, ?)",
                        entry.entryId(),
                        mark.role().name(),
                        mark.kind().name(),
                        Scan.type(mark.image(), CashProblem.MARK_UNREADABLE),
                        Scan.digest(mark.image()),
                        mark.image());
            }
        });
    }

    Optional<CashEntry> lock(UUID id) {
        return jdbi.withHandle(h -> h.createQuery("select * from cash_entry where entry_id = ? for update")
                .bind(0, id)
                .map(CashBook::read)
                .findOne());
    }

    /** Digests of the six marks, in the order of role and kind. */
    List<String> marks(UUID id, String area) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select digest from cash_mark join cash_entry using (entry_id)
                        where entry_id = ? and starts_with(village, ?) order by role, kind""")
                .bind(0, id)
                .bind(1, area)
                .mapTo(String.class)
                .list());
    }

    void settle(CashEntry entry, Fen paid, String channel, String voucher, UUID payment, LocalDate on) {
        jdbi.useHandle(h -> h.execute(
                """
                update cash_entry set state = ?, settled_on = ?, paid = ?, channel = ?, voucher = ?, payment_id = ?
                where entry_id = ?""",
                CashState.LIFE.after(entry.state(), Step.PAID_IN).name(),
                on,
                paid.amount(),
                channel,
                voucher,
                payment,
                entry.entryId()));
    }

    void giveBack(CashEntry entry, LocalDate on) {
        jdbi.useHandle(h -> h.execute(
                "update cash_entry set state = ?, settled_on = ? where entry_id = ?",
                CashState.LIFE.after(entry.state(), Step.GIVEN_BACK).name(),
                on,
                entry.entryId()));
    }

    /** Of an area, in one state or in all, in the order of the receipts; {@code after} is the last receipt of the page before. */
    List<CashEntry> of(String area, CashState state, String after, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select * from cash_entry where starts_with(village, :area) and receipt_no > :after
                            and state = coalesce(:state, state) order by receipt_no limit :limit""")
                .bind("area", area)
                .bind("state", state == null ? null : state.name())
                .bind("after", after)
                .bind("limit", limit)
                .map(CashBook::read)
                .list());
    }

    /** At most {@code limit} in the order of village and collector, after {@code <village>/<collector>}. */
    List<Holding> holdings(String area, String after, int limit, LocalDate today) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select village, collector, count(*) as entries, sum(amount) as amount, min(taken_on) as since
                        from cash_entry
                        where state = 'HELD' and starts_with(village, :area) and village || '/' || collector > :after
                        group by village, collector order by village || '/' || collector limit :limit""")
                .bind("area", area)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> {
                    LocalDate since = row.getObject("since", LocalDate.class);
                    return new Holding(
                            row.getString("village"),
                            row.getString("collector"),
                            row.getInt("entries"),
                            Fen.of(row.getLong("amount")),
                            since,
                            (int) ChronoUnit.DAYS.between(since, today));
                })
                .list());
    }

    /** Entries held over the end of a day, paid in later than it, or with less than was taken; after a receipt number. */
    List<CashEntry> deviating(String area, String after, int limit, LocalDate today) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select * from cash_entry where starts_with(village, :area) and receipt_no > :after
                            and ((state = 'HELD' and taken_on < :today)
                                or (state = 'SETTLED' and (settled_on > taken_on or paid < amount)))
                        order by receipt_no limit :limit""")
                .bind("area", area)
                .bind("after", after)
                .bind("limit", limit)
                .bind("today", today)
                .map(CashBook::read)
                .list());
    }

    static CashEntry read(ResultSet row, StatementContext context) throws SQLException {
        return new CashEntry(
                row.getObject("entry_id", UUID.class),
                row.getString("receipt_no"),
                row.getString("township"),
                row.getString("village"),
                row.getLong("claim_no"),
                row.getString("person_key"),
                Insurance.valueOf(row.getString("insurance")),
                Fen.of(row.getLong("amount")),
                row.getString("collector"),
                row.getString("head"),
                row.getObject("taken_on", LocalDate.class),
                CashState.valueOf(row.getString("state")),
                row.getObject("settled_on", LocalDate.class),
                row.getObject("paid") == null ? null : Fen.of(row.getLong("paid")),
                row.getString("channel"),
                row.getString("voucher"),
                row.getObject("payment_id", UUID.class));
    }
}
